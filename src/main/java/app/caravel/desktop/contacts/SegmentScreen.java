package app.caravel.desktop.contacts;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** A segment's conditions: a new one, or one that was saved. */
public final class SegmentScreen implements Screen {

    private final SegmentViewModel model;

    public SegmentScreen(Workspace workspace, Ui ui) {
        this.model = new SegmentViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return Place.NEW_SEGMENT.screen();
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
        return new SegmentView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var segment = place.about(Place.OfSegment.class);
        if (segment == null) {
            model.anew();
        } else {
            model.open(segment.segment());
        }
    }
}
