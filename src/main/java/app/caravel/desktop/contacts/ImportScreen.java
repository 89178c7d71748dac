package app.caravel.desktop.contacts;

import java.nio.file.Path;
import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The import: one page that flows from file to result. It goes on when one leaves it, and says so when it is done. */
public final class ImportScreen implements Screen {

    private final ImportViewModel model;
    private boolean seen;

    public ImportScreen(Workspace workspace, Ui ui) {
        this.model = new ImportViewModel(workspace, ui.background());
        model.stage.addListener((_, _, stage) -> {
            seen = ui.navigator().here().screen().equals(id());
            if (stage == ImportViewModel.Stage.DONE && !seen) {
                tell(ui);
            }
        });
    }

    private void tell(Ui ui) {
        var result = model.result().get();
        if (result != null) {
            ui.toasts().done(ui.text("contacts.imported", "n", result.added() + result.merged()),
                    result.rejected() == 0 ? null : ui.text("contacts.rows-left-out", "n", result.rejected()), ui.text("contacts.import-see"), () -> ui.go(Place.IMPORT));
        }
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
        var pasted = place.about(Place.PastedRows.class);
        if (pasted != null) {
            model.choosePasted(pasted.file(), pasted.text());
        } else if (file != null) {
            model.choose(file);
        } else if (model.stage.get() == ImportViewModel.Stage.DONE && seen) {
            model.anew();
        }
        seen = true;
    }
}
