package app.caravel.desktop.activity;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Activity: what is happening right now. */
public final class ActivityScreen implements Screen {

    private final ActivityViewModel model;

    public ActivityScreen(Workspace workspace, Ui ui) {
        this.model = new ActivityViewModel(workspace, ui);
    }

    @Override
    public String id() {
        return "activity";
    }

    @Override
    public Node build(Ui ui) {
        return new ActivityView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.load();
    }
}
