package app.caravel.desktop.accounts;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.AccountTest;
import app.caravel.account.Pace;
import app.caravel.account.Provider;
import app.caravel.account.Providers;
import app.caravel.account.Rests.Rest;
import app.caravel.account.Secrets;
import app.caravel.account.SignInMethod;
import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.Pages;
import app.caravel.account.route.Route;
import app.caravel.campaign.CampaignState;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.mailbox.SentFacts;
import app.caravel.reason.Problem;
import app.caravel.workspace.Workspace;

/** The accounts as cards, and what can be done with them. */
final class AccountsViewModel {

    private static final Duration DAY = Duration.ofDays(1);

    /** How an account stands. */
    enum State {
        UNTESTED,
        FINE,
        BROKEN
    }

    /**
     * One account as its card shows it.
     *
     * @param limit mails in these 24 hours, its ramp and what its server taught in it; 0: no limit
     * @param tomorrow the same a day later
     * @param day of its ramp, counted from 1; 0 where it has grown up
     * @param rest null where it does not rest
     * @param waiting mails that wait for it
     */
    record Card(Account account, Optional<Provider> provider, Pace pace, int sentToday, int limit, int tomorrow, int day, @Nullable Rest rest, int waiting,
            SignInMethod method, Optional<Route> route, String signature) {
        State state() {
            return account.testProblem() != null ? State.BROKEN : account.testedAt() == null ? State.UNTESTED : State.FINE;
        }

        /** How many mails it may still send today; nothing where it has no limit. */
        Optional<Integer> left() {
            return rest != null ? Optional.of(0) : limit == 0 ? Optional.empty() : Optional.of(Math.max(0, limit - sentToday));
        }
    }

    /** Where passwords are, and whether they can be read now. */
    record Keeping(Secrets.Where where, boolean locked) {}

    final Load<List<Card>> cards;
    /** Ids of accounts whose test is under way. */
    final ObservableSet<Long> testing = FXCollections.observableSet(new HashSet<>());
    final BooleanProperty wrongPassphrase = new SimpleBooleanProperty();

    /** Whose panel is open; 0: nobody's. */
    final LongProperty shown = new SimpleLongProperty();

    /** Signs an account in anew. */
    final BrowserModel browser;
    /** How the accounts' domains stand. */
    final DomainsModel domains;
    /** The way of all that goes no other; null until it was asked for. */
    final ReadOnlyObjectWrapper<@Nullable Route> route = new ReadOnlyObjectWrapper<>();

    private final Workspace workspace;
    private final Background background;
    private final Executor afterUndo;
    private final Set<Long> going = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable Keeping> keeping = new ReadOnlyObjectWrapper<>();

    /** @param afterUndo runs what can no longer be taken back, when the time for it is over */
    AccountsViewModel(Workspace workspace, Background background, Executor afterUndo) {
        this.workspace = workspace;
        this.background = background;
        this.afterUndo = afterUndo;
        this.cards = new Load<>(background);
        this.browser = new BrowserModel(workspace.browserSignIns(), background);
        this.domains = new DomainsModel(workspace.domainHealth(), background);
    }

    /** Where passwords are kept; null until it was asked for. */
    ReadOnlyObjectProperty<@Nullable Keeping> keeping() {
        return keeping.getReadOnlyProperty();
    }

    void refresh() {
        var hidden = Set.copyOf(going);
        cards.from(() -> workspace.accounts().all().stream().filter(account -> !hidden.contains(account.id())).map(this::card).toList());
        background.run(() -> new Keeping(workspace.secrets().where(), workspace.secrets().isLocked()), keeping::set);
        background.run(() -> workspace.routes().ofWorkspace(), route::set);
    }

    void saveRoute(Route chosen, Runnable then) {
        background.run(() -> workspace.routes().keepForWorkspace(chosen), () -> {
            route.set(chosen);
            then.run();
        });
    }

    private Card card(Account account) {
        var provider = Providers.withServer(account.host());
        var now = workspace.clock().instant();
        var pace = workspace.paces().of(account.id());
        int perDay = pace.perDay(account);
        return new Card(account, provider, pace, workspace.runs().messages().countSentSince(account.id(), now.minus(DAY)), pace.ramp().within(perDay, now),
                pace.ramp().within(perDay, now.plus(DAY)), pace.ramp().isUnderWay(perDay, now) ? pace.ramp().day(now) + 1 : 0,
                workspace.rests().of(account.id()).filter(rest -> !rest.isOver(now)).orElse(null), workspace.runs().messages().countWaiting(account.id()), workspace.signInMethods().of(account), workspace.routes().own(account), workspace.signatureTexts().of(account.id()));
    }

    /** The account as it is kept now. */
    void find(long id, Consumer<Card> then) {
        background.run(() -> workspace.accounts().find(id).map(this::card), found -> found.ifPresent(then));
    }

    /** Lets an account at rest go on, and what stopped because of it. */
    void letGoOn(Account account) {
        background.run(() -> {
            workspace.runs().letGoOn(account);
            workspace.runs().startWhatIsDue();
        }, this::refresh);
    }

    /** What is known and wanted of its Sent folder. */
    void sentFacts(Account account, java.util.function.Consumer<SentFacts> then) {
        background.run(() -> workspace.sentFacts().of(account.id()), then);
    }

    void keepSentWishes(Account account, SentFacts.Wanted wanted, boolean countByHand) {
        background.run(() -> {
            workspace.sentFacts().want(account.id(), wanted);
            if (workspace.sentFacts().of(account.id()).countByHand() != countByHand) {
                workspace.sentFacts().countByHand(account.id(), countByHand);
            }
        }, () -> {});
    }

    void test(Account account) {
        if (!testing.add(account.id())) {
            return;
        }
        background.run(() -> {
            var result = AccountTest.run(account, workspace.signIns());
            workspace.accounts().keepTest(account.id(), result);
            return result;
        }, _ -> tested(account), reason -> {
            tested(account);
            background.tell(reason);
        });
    }

    private void tested(Account account) {
        testing.remove(account.id());
        refresh();
    }

    void testAll() {
        var all = cards.value();
        if (all != null) {
            all.forEach(card -> test(card.account()));
        }
    }

    /**
     * Keeps changed settings, then tests.
     *
     * @param signature what its mails end with; blank: nothing of its own
     * @param password null: none was typed; one that was ends the sign-in by the browser
     * @param way empty: as all others
     */
    void save(Account account, Pace pace, String signature, char @Nullable [] password, Optional<Route> way, Runnable then) {
        background.run(() -> {
            var saved = workspace.accounts().save(account);
            workspace.paces().put(saved.id(), pace);
            workspace.signatureTexts().put(saved.id(), signature);
            if (password != null) {
                workspace.secrets().setPassword(saved, password);
                workspace.signInMethods().keep(saved, new SignInMethod.ByPassword());
            }
            if (!workspace.routes().own(saved).equals(way)) {
                workspace.routes().keep(saved, way.orElse(null));
            }
            return saved;
        }, saved -> {
            then.run();
            test(saved);
        });
    }

    /** Signs the account in by the browser, from now on; with the secret of its client id where that is the same. */
    void signInByBrowser(Account account, Issuer issuer, Pages pages, Consumer<String> open) {
        background.run(() -> new Before(workspace.signInMethods().of(account), workspace.routes().of(account), workspace.secrets().get(account.id(), Secrets.Part.CLIENT_SECRET)), before -> {
            var kept = before.method instanceof SignInMethod.ByBrowser by ? by : null;
            if (kept != null && browser.clientId.get().equals(kept.clientId()) && browser.clientSecret.get().isEmpty()) {
                browser.clientSecret.set(before.secret.map(String::new).orElse(""));
            }
            browser.start(issuer, account.fromAddress(), kept == null ? null : kept.endpoint(), before.route, pages, open, signed ->
                    background.run(() -> workspace.browserSignIns().keep(account, signed.wish(), signed.tokens()), () -> test(account)));
        });
    }

    /** How an account signed in before it does so anew. */
    private record Before(SignInMethod method, Route route, Optional<char[]> secret) {}

    /** Takes the account away; until the time for undo is over it only hides. */
    void delete(Account account, Runnable deleted) {
        background.run(() -> {
            workspace.campaigns().all().stream()
                    .filter(campaign -> campaign.accountId() != null && campaign.accountId() == account.id())
                    .filter(campaign -> Set.of(CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED).contains(campaign.state()))
                    .findFirst()
                    .ifPresent(campaign -> {
                        throw Problem.of("accounts.in-use", "account", account.name(), "campaign", campaign.name());
                    });
            return account;
        }, _ -> {
            going.add(account.id());
            refresh();
            deleted.run();
            afterUndo.execute(() -> background.onScreen(() -> finish(account)));
        });
    }

    void undoDelete(Account account) {
        going.remove(account.id());
        refresh();
    }

    private void finish(Account account) {
        if (going.remove(account.id())) {
            background.run(() -> {
                workspace.secrets().forget(account);
                workspace.accounts().delete(account.id());
            }, this::refresh);
        }
    }

    /** The screen is left: what was deleted goes now. */
    void left() {
        var all = Set.copyOf(going);
        all.forEach(id -> find(id, card -> finish(card.account())));
        browser.cancel();
    }

    void unlock(char[] passphrase) {
        background.run(() -> workspace.secrets().unlock(passphrase), opened -> {
            wrongPassphrase.set(!opened);
            refresh();
        });
    }

    /** Puts the file of passwords under a passphrase, or with an empty one takes it away. */
    void protect(char[] passphrase, Runnable then) {
        background.run(() -> workspace.secrets().protect(passphrase), () -> {
            refresh();
            then.run();
        });
    }
}
