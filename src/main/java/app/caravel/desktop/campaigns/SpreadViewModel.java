package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.Spread;
import app.caravel.campaign.Spread.Share;
import app.caravel.desktop.kit.Background;
import app.caravel.workspace.Workspace;

/** Which accounts a draft goes out by, and how it is spread over them. Each change is kept at once. */
final class SpreadViewModel {

    private final ReadOnlyObjectWrapper<@Nullable Spread> spread = new ReadOnlyObjectWrapper<>();
    private final Workspace workspace;
    private final Background background;
    private final DraftViewModel draft;

    SpreadViewModel(Workspace workspace, Background background, DraftViewModel draft) {
        this.workspace = workspace;
        this.background = background;
        this.draft = draft;
    }

    /** The draft's accounts; null where it has none yet. */
    ReadOnlyObjectProperty<@Nullable Spread> spread() {
        return spread.getReadOnlyProperty();
    }

    /** Reads them. */
    void about(Campaign campaign) {
        if (campaign.accountId() == null) {
            spread.set(null);
            return;
        }
        background.run(() -> workspace.campaigns().spreads().of(campaign), found -> {
            var now = draft.campaign().get();
            if (now != null && now.id() == campaign.id() && !found.equals(spread.get())) {
                spread.set(found);
            }
        });
    }

    /** The accounts that it does not go out by yet. */
    List<Account> besides() {
        var all = draft.audience.accounts.value();
        var now = spread.get();
        return all == null ? List.of() : all.stream().filter(account -> now == null || !now.accounts().contains(account.id())).toList();
    }

    /** One more account; the first one sends alone. */
    void add(Account account) {
        var now = spread.get();
        if (now == null) {
            put(Spread.by(account.id()));
        } else {
            var shares = new ArrayList<>(now.shares());
            shares.add(new Share(account.id(), 1, null));
            put(new Spread(now.by(), shares));
        }
    }

    /** Another account in a share's place. */
    void replace(int at, Account account) {
        change(at, share -> new Share(account.id(), share.weight(), share.listId()));
    }

    void weigh(int at, int weight) {
        change(at, share -> new Share(share.accountId(), Math.max(1, weight), share.listId()));
    }

    /** @param listId whose people it writes to, null: those on no list of the others */
    void giveList(int at, @Nullable Long listId) {
        change(at, share -> new Share(share.accountId(), share.weight(), listId));
    }

    /** The last one stays. */
    void drop(int at) {
        var now = spread.get();
        if (now != null && now.shares().size() > 1) {
            var shares = new ArrayList<>(now.shares());
            shares.remove(at);
            put(new Spread(now.by(), shares));
        }
    }

    void by(Spread.By by) {
        var now = spread.get();
        if (now != null) {
            put(new Spread(by, now.shares()));
        }
    }

    private void change(int at, UnaryOperator<Share> change) {
        var now = spread.get();
        if (now != null && at < now.shares().size()) {
            var shares = new ArrayList<>(now.shares());
            shares.set(at, change.apply(shares.get(at)));
            put(new Spread(now.by(), shares));
        }
    }

    /** The first account is the campaign's own: what was checked by another one is void. */
    private void put(Spread wished) {
        var campaign = draft.campaign().get();
        if (campaign == null || wished.equals(spread.get())) {
            return;
        }
        long first = wished.shares().getFirst().accountId();
        spread.set(wished);
        background.run(() -> {
            workspace.campaigns().spreads().put(campaign.id(), wished);
            return Long.valueOf(first).equals(campaign.accountId()) ? workspace.campaigns().find(campaign.id()).orElseThrow()
                    : workspace.campaigns().saveDetails(campaign.withAccount(first));
        }, _ -> draft.reread());
    }
}
