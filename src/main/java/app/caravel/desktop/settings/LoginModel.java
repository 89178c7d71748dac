package app.caravel.desktop.settings;

import java.util.function.Consumer;

import app.caravel.desktop.kit.AtLogin;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Ui;

/** Whether Caravel starts when the person signs in. A change is kept at once and can be taken back. */
final class LoginModel {

    final Load<AtLogin.State> state;

    private final Ui ui;
    private final Consumer<Runnable> undo;

    /** @param undo takes what takes a change back */
    LoginModel(Ui ui, Consumer<Runnable> undo) {
        this.ui = ui;
        this.undo = undo;
        this.state = new Load<>(ui.background());
    }

    void load() {
        state.from(ui.desk().atLogin()::state);
    }

    /** The screen's own switch shows the change already; where it failed or was taken back, it is built anew. */
    void set(boolean on) {
        ui.background().run(() -> {
            ui.desk().atLogin().set(on);
            return on;
        }, _ -> undo.accept(() -> ui.background().run(() -> ui.desk().atLogin().set(!on), this::load)), reason -> {
            load();
            ui.background().tell(reason);
        });
    }
}
