package app.caravel.desktop.contacts;

import java.nio.file.Path;
import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The import: one page that flows from file to result. */
public final class ImportScreen implements Screen {

    private final ImportViewModel model;

    public ImportScreen(Workspace workspace, Ui ui) {
        this.model = new ImportViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return Place.IMPORT.screen();
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
        return new ImportView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var file = place.about(Path.class);
        if (file != null) {
            model.choose(file);
        } else if (model.stage.get() == ImportViewModel.Stage.DONE) {
            model.anew();
        }
    }
}
