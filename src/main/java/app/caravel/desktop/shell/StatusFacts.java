package app.caravel.desktop.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** What the status bar says. Read anew every few seconds, in the background. */
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
        sending.say(ui.text("shell.status.nothing-to-send"), false);
    }

    Workspace workspace() {
        return workspace;
    }
}
