package app.caravel.desktop.suppression;

import javafx.scene.Node;

import app.caravel.contact.SuppressionReason;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Not to be written to. Hangs below Contacts. */
public final class SuppressionScreen implements Screen {

    private final SuppressionViewModel model;

    public SuppressionScreen(Workspace workspace, Ui ui) {
        this.model = new SuppressionViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return Place.SUPPRESSION.screen();
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
        return new SuppressionView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var asked = place.about(Place.OfReason.class);
        model.words.set("");
        model.reason.set(asked == null ? null : SuppressionReason.ofKey(asked.reason()));
        model.changed();
    }
}
