package app.caravel.desktop.contacts;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Contacts. */
public final class ContactsScreen implements Screen {

    private final ContactsViewModel model;

    public ContactsScreen(Workspace workspace, Ui ui) {
        this.model = new ContactsViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return Place.CONTACTS.screen();
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node build(Ui ui) {
        return new ContactsView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.changed();
        var segment = place.about(Place.OfSegment.class);
        if (segment != null) {
            model.openSegment(segment.segment());
        }
        var contact = place.about(Long.class);
        if (contact != null) {
            model.open(contact);
        }
    }
}
