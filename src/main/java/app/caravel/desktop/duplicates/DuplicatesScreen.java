package app.caravel.desktop.duplicates;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Who is likely here twice. Hangs below Contacts. */
public final class DuplicatesScreen implements Screen {

    private final DuplicatesViewModel model;

    public DuplicatesScreen(Workspace workspace, Ui ui) {
        this.model = new DuplicatesViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return Place.DUPLICATES.screen();
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
        return new DuplicatesView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.look();
    }
}
