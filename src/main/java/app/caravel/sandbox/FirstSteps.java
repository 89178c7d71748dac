package app.caravel.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.contact.ContactList;
import app.caravel.workspace.Workspace;

/**
 * The way to the first report: a list, a ready campaign to it, sent, read. What is done is read from the workspace itself;
 * that a report was opened is all that has to be remembered.
 */
public final class FirstSteps {

    private static final String REPORT_OPENED = "sandbox.report-opened";

    private final Workspace workspace;
    private final OwnLists ownLists;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    FirstSteps(Workspace workspace, OwnLists ownLists) {
        this.workspace = workspace;
        this.ownLists = ownLists;
    }

    /**
     * How far it is.
     *
     * @param own whether the rehearsal is about a list of one's own, imported already or still to come
     * @param list whether there is a list
     * @param ready the draft to be sent next, null where there is none
     * @param chosen whether there is a campaign to the list, sent or ready
     * @param sent whether mail has gone
     * @param read whether the tracker has seen a reader of it, machines included
     * @param report the campaign that was sent last, null before
     * @param reportOpened whether its report was opened
     * @param toTakeOver whether a list of one's own waits to be taken over into the real workspace
     */
    public record Now(boolean own, boolean list, @Nullable Long ready, boolean chosen, boolean sent, boolean read, @Nullable Long report, boolean reportOpened,
            boolean toTakeOver) {}

    /** Reads how far it is. */
    public Now now() {
        var lists = workspace.lists().all();
        var kept = ownLists.all();
        boolean own = !kept.isEmpty() || lists.isEmpty();
        var campaigns = workspace.campaigns().all();
        var report = campaigns.stream().filter(campaign -> campaign.startedAt() != null)
                .max(java.util.Comparator.comparing(campaign -> java.util.Objects.requireNonNull(campaign.startedAt())));
        boolean sent = report.filter(campaign -> workspace.runs().messages().counts(campaign.id()).taken() > 0).isPresent();
        var ready = ready(campaigns, kept.isEmpty() ? Optional.empty() : workspace.lists().find(kept.getLast().list()));
        return new Now(own, !lists.isEmpty(), ready.map(Campaign::id).orElse(null), sent || ready.isPresent(), sent, sent && workspace.evidence().events().any(), report.map(Campaign::id).orElse(null),
                reportOpened(), kept.stream().anyMatch(list -> !list.takenOver()));
    }

    private static Optional<Campaign> ready(List<Campaign> campaigns, Optional<ContactList> own) {
        return campaigns.stream().filter(campaign -> campaign.state().isEditable() && campaign.startedAt() == null && campaign.audience().isChosen())
                .filter(campaign -> own.isEmpty() || campaign.audience().goesTo(Audience.Kind.LIST, own.get().id()))
                .min(java.util.Comparator.comparing(Campaign::id));
    }

    public boolean reportOpened() {
        return workspace.settings().get(REPORT_OPENED).isPresent();
    }

    /** A report with readers in it was opened: the way ends here. */
    public void openReport(long campaign) {
        if (!reportOpened()) {
            workspace.settings().put(REPORT_OPENED, String.valueOf(campaign));
            listeners.forEach(Runnable::run);
        }
    }

    /** Called on some thread when the first report is opened. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
