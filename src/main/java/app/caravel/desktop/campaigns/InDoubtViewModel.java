package app.caravel.desktop.campaigns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Ledger;
import app.caravel.campaign.Message;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** Mails of which nobody knows whether they went, and the person's decision on each. */
final class InDoubtViewModel {

    /** A mail in doubt, with the campaign it belongs to. */
    record Doubt(Message message, String campaign) {

        String shownName() {
            var name = message.recipientName();
            return name == null || name.isBlank() ? message.recipient() : name;
        }
    }

    final Load<List<Doubt>> doubts;
    private final Workspace workspace;
    private final Background background;
    private @Nullable Long only;

    InDoubtViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        this.doubts = new Load<>(background);
    }

    /** @param campaign of which they shall be, or null for all */
    void open(@Nullable Long campaign) {
        only = campaign;
        refresh();
    }

    void refresh() {
        var campaign = only;
        doubts.from(() -> {
            Map<Long, String> names = new HashMap<>();
            return workspace.runs().messages().inDoubt().stream()
                    .filter(message -> campaign == null || campaign == message.campaignId())
                    .map(message -> new Doubt(message, names.computeIfAbsent(message.campaignId(),
                            id -> workspace.campaigns().find(id).map(Campaign::name).orElse("")))).toList();
        });
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
