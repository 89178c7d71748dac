package app.caravel.desktop.accounts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The way to a new account. */
public final class AddAccountScreen implements Screen {

    private static final long TYPING_RESTS = 700;

    private final AddAccountViewModel model;

    public AddAccountScreen(Workspace workspace, Ui ui) {
        model = new AddAccountViewModel(workspace, ui.background(), address -> workspace.providerSearch().of(address),
                CompletableFuture.delayedExecutor(TYPING_RESTS, TimeUnit.MILLISECONDS));
    }

    @Override
    public String id() {
        return "add-account";
    }

    @Override
    public String rail() {
        return "accounts";
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node build(Ui ui) {
        return new AddAccountView(ui, model);
    }

    @Override
    public void shown(Place place) {
        if (model.step.get() == AddAccountViewModel.Step.DONE || model.address.get().isEmpty()) {
            model.begin();
        }
    }
}
