package app.caravel.desktop.person;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** One person's page. */
public final class PersonScreen implements Screen {

    private final PersonViewModel model;

    public PersonScreen(Workspace workspace, Ui ui) {
        this.model = new PersonViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return "person";
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
        return new PersonView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var contact = place.about(Long.class);
        model.open(contact == null ? model.contact() : contact);
    }
}
