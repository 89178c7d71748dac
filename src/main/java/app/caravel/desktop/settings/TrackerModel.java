package app.caravel.desktop.settings;

import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Ui;
import app.caravel.evidence.TrackerStatus;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** The tracker: how it stands, pairing with one, reading it now, and letting go of it. */
final class TrackerModel {

    /** A clock further off than this makes times of opening wrong. */
    private static final Duration CLOCK_MAY_BE_OFF = Duration.ofMinutes(2);

    /** How it stands, and how far this computer's clock is off where that matters. */
    record Standing(Optional<TrackerStatus> status, @Nullable Duration clockOff) {}

    final Load<Standing> standing;
    final BooleanProperty working = new SimpleBooleanProperty();
    /** Why the last pairing line was not taken. */
    final ObjectProperty<@Nullable Reason> refused = new SimpleObjectProperty<>();

    private final Workspace workspace;
    private final Ui ui;

    TrackerModel(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
        this.standing = new Load<>(ui.background());
    }

    void load() {
        standing.from(() -> new Standing(workspace.evidence().trackers().status(),
                workspace.evidence().sync().clockOff().filter(off -> off.abs().compareTo(CLOCK_MAY_BE_OFF) > 0).orElse(null)));
    }

    /** Takes a pairing line; the tracker has to answer to it first. */
    void pair(String line) {
        working.set(true);
        refused.set(null);
        ui.background().run(() -> workspace.evidence().trackers().pair(line.strip()), tracker -> {
            working.set(false);
            ui.toasts().done(ui.text("settings.tracker.paired", "address", tracker.baseUrl()));
            load();
        }, reason -> {
            working.set(false);
            refused.set(reason);
        });
    }

    void readNow() {
        working.set(true);
        ui.background().run(() -> workspace.evidence().sync().pull(), result -> {
            working.set(false);
            ui.toasts().done(ui.text("settings.tracker.read", "n", result.events()));
            load();
        }, reason -> {
            working.set(false);
            ui.toasts().failed(reason);
            load();
        });
    }

    void unpair() {
        ui.background().run(() -> workspace.evidence().trackers().unpair(), this::load);
    }
}
