package app.caravel.desktop.contacts;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Earlier imports and deletions, and the way back from each. */
public final class HistoryScreen implements Screen {

    private final HistoryViewModel model;

    public HistoryScreen(Workspace workspace, Ui ui) {
        this.model = new HistoryViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return Place.IMPORT_HISTORY.screen();
    }

    @Override
    public String rail() {
        return Place.CONTACTS.screen();
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node build(Ui ui) {
        return new HistoryView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.load();
    }
}
