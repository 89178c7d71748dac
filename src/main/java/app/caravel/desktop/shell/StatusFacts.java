package app.caravel.desktop.shell;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import app.caravel.campaign.CampaignState;
import app.caravel.campaign.Progress;
import app.caravel.desktop.kit.Ui;
import app.caravel.evidence.TrackerStatus;
import app.caravel.workspace.Workspace;

/** What the status bar says: sending, tracker, accounts. Read anew every few seconds, in the background. */
final class StatusFacts {

    /** A fact in words, and whether it wants attention. */
    record Fact(StringProperty words, BooleanProperty attention) {
        Fact() {
            this(new SimpleStringProperty(""), new SimpleBooleanProperty());
        }

        void say(String said, boolean wantsAttention) {
            words.set(said);
            attention.set(wantsAttention);
        }
    }

    private record Facts(int perHour, int left, boolean running, Optional<TrackerStatus> tracker, int accounts, int fine) {}

    final Fact sending = new Fact();
    final Fact tracker = new Fact();
    final Fact accounts = new Fact();
    final StringProperty clock = new SimpleStringProperty("");

    private final Workspace workspace;
    private final Ui ui;

    StatusFacts(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
    }

    void refresh() {
        clock.set(ui.formats().time(ui.clock().instant()));
        ui.background().run(this::read, this::say, reason -> sending.say(ui.text(reason), true));
    }

    private Facts read() {
        int perHour = 0;
        int left = 0;
        boolean running = false;
        for (var campaign : workspace.campaigns().inState(CampaignState.RUNNING)) {
            Progress progress = workspace.runs().progress(campaign.id());
            perHour += progress.perHour();
            left += progress.counts().left();
            running = true;
        }
        var all = workspace.accounts().all();
        var rests = workspace.rests().all();
        var now = workspace.clock().instant();
        return new Facts(perHour, left, running, workspace.evidence().trackers().status(), all.size(),
                (int) all.stream().filter(account -> account.testProblem() == null && (!rests.containsKey(account.id()) || rests.get(account.id()).isOver(now) || rests.get(account.id()).isPassing())).count());
    }

    private void say(Facts facts) {
        if (facts.running() && facts.left() > 0) {
            sending.say(facts.perHour() == 0
                    ? ui.text("shell.status.waiting", "n", facts.left())
                    : ui.text("shell.status.sending", "rate", facts.perHour(), "n", facts.left()), false);
        } else {
            sending.say(ui.text("shell.status.nothing-to-send"), false);
        }
        sayTracker(facts.tracker());
        accounts.say(facts.accounts() == 0
                ? ui.text("shell.status.accounts-none")
                : ui.text("shell.status.accounts", "fine", facts.fine(), "all", facts.accounts()), facts.fine() < facts.accounts());
    }

    private void sayTracker(Optional<TrackerStatus> status) {
        if (ui.desk().sandbox()) {
            tracker.say(ui.text("shell.status.tracker-sandbox"), false);
        } else if (status.isEmpty()) {
            tracker.say(ui.text("shell.status.tracker-none"), false);
        } else if (status.get().failingSince() != null) {
            tracker.say(ui.text("shell.status.tracker-away", "time", ui.formats().when(status.get().failingSince())), true);
        } else {
            var reached = status.get().reachedAt();
            tracker.say(reached == null ? ui.text("shell.status.tracker-new") : ui.text("shell.status.tracker-fine", "ago", ui.formats().secondsAgo(reached)), false);
        }
    }
}
