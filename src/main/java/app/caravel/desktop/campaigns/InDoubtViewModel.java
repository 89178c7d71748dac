package app.caravel.desktop.campaigns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Ledger;
import app.caravel.campaign.Message;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.mailbox.DoubtLook.Found;
import app.caravel.workspace.Workspace;

/** Mails of which nobody knows whether they went, and the person's decision on each. */
final class InDoubtViewModel {

    /**
     * A mail in doubt, with the campaign it belongs to.
     *
     * @param found what its Sent folder shows, null while it is looked
     */
    record Doubt(Message message, String campaign, @Nullable Found found) {

        Optional<Ledger.Decision> proposal() {
            return found == null ? Optional.empty() : found.proposal();
        }

        String shownName() {
            var name = message.recipientName();
            return name == null || name.isBlank() ? message.recipient() : name;
        }
    }

    final Load<List<Doubt>> doubts;
    private final Workspace workspace;
    private final Background background;
    private final Map<Long, Found> known = new HashMap<>();
    private @Nullable Long only;
    private Background.@Nullable Job looking;

    InDoubtViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.doubts = new Load<>(background);
    }

    /** @param campaign of which they shall be, or null for all */
    void open(@Nullable Long campaign) {
        only = campaign;
        known.clear();
        refresh();
    }

    /** Shows them, and looks for those that were not looked for yet. */
    void refresh() {
        if (looking != null) {
            looking.cancel();
        }
        var campaign = only;
        var found = Map.copyOf(known);
        doubts.from(() -> load(campaign, found));
        looking = background.run(() -> workspace.doubtLook().look(load(campaign, found).stream().filter(doubt -> doubt.found() == null).map(Doubt::message).toList()), this::found);
    }

    void lookAgain() {
        known.clear();
        refresh();
    }

    private List<Doubt> load(@Nullable Long campaign, Map<Long, Found> found) {
        Map<Long, String> names = new HashMap<>();
        return workspace.runs().messages().inDoubt().stream()
                .filter(message -> campaign == null || campaign == message.campaignId())
                .map(message -> new Doubt(message, names.computeIfAbsent(message.campaignId(), id -> workspace.campaigns().find(id).map(Campaign::name).orElse("")), found.get(message.id()))).toList();
    }

    private void found(Map<Message, Found> found) {
        found.forEach((message, what) -> known.put(message.id(), what));
        var shown = doubts.value();
        if (shown != null && !found.isEmpty()) {
            doubts.set(shown.stream().map(doubt -> new Doubt(doubt.message(), doubt.campaign(), known.get(doubt.message().id()))).toList());
        }
    }

    /** Decides as it is proposed; what has no proposal stays in doubt. */
    void accept(List<Doubt> chosen) {
        for (var decision : Ledger.Decision.values()) {
            var such = chosen.stream().filter(doubt -> doubt.proposal().filter(decision::equals).isPresent()).toList();
            if (!such.isEmpty()) {
                decide(such, decision);
            }
        }
    }

    /** Decides on these; what is to be sent again goes out as soon as its campaign goes on, which is at once. */
    void decide(List<Doubt> chosen, Ledger.Decision decision) {
        background.run(() -> {
            var again = new HashSet<Long>();
            for (var doubt : chosen) {
                if (workspace.runs().decide(doubt.message(), decision) && decision == Ledger.Decision.SEND_AGAIN) {
                    again.add(doubt.message().campaignId());
                }
            }
            again.forEach(id -> workspace.campaigns().find(id).ifPresent(workspace.runs()::start));
        }, this::refresh);
    }
}
