package app.caravel.desktop.today;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Today: whom do I answer or call, what needs me, what goes out next. */
public final class TodayScreen implements Screen {

    private final TodayViewModel model;

    public TodayScreen(Workspace workspace, Ui ui) {
        this.model = new TodayViewModel(workspace, ui);
    }

    @Override
    public String id() {
        return "today";
    }

    @Override
    public Node build(Ui ui) {
        return new TodayView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.load();
    }
}
