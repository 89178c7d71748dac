package app.caravel.desktop.sandbox;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.sandbox.Sandbox;
import app.caravel.workspace.Workspace;

/** The sandbox inbox. */
public final class SandboxInboxScreen implements Screen {

    private final SandboxInboxViewModel model;

    public SandboxInboxScreen(Workspace workspace, Ui ui) {
        this.model = new SandboxInboxViewModel(Sandbox.of(workspace).orElseThrow(), ui.background(), SandboxInboxViewModel.DAY);
    }

    @Override
    public String id() {
        return Place.SANDBOX_INBOX.screen();
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node build(Ui ui) {
        return new SandboxInboxView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.refresh();
    }
}
