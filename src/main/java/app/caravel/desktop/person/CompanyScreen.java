package app.caravel.desktop.person;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** A company's page. */
public final class CompanyScreen implements Screen {

    private final CompanyViewModel model;

    public CompanyScreen(Workspace workspace, Ui ui) {
        this.model = new CompanyViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return "company";
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
        return new CompanyView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var company = place.about(Long.class);
        model.open(company == null ? model.company() : company);
    }
}
