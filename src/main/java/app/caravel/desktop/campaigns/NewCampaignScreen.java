package app.caravel.desktop.campaigns;

import java.util.List;
import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The beginning of a campaign: a plain letter, a designed mail, a file, or a template; to some people where these were given. */
public final class NewCampaignScreen implements Screen {

    private final NewCampaignViewModel model;

    public NewCampaignScreen(Workspace workspace, Ui ui) {
        this.model = new NewCampaignViewModel(workspace, ui);
    }

    @Override
    public String id() {
        return "new-campaign";
    }

    @Override
    public String rail() {
        return "compose";
    }

    @Override
    public Node build(Ui ui) {
        return new NewCampaignView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var people = place.about(Place.People.class);
        model.open(people == null ? List.of() : people.contacts());
    }
}
