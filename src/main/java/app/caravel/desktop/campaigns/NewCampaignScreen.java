package app.caravel.desktop.campaigns;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The beginning of a campaign: makes a draft, to some people where these were given, and goes on to its content. */
public final class NewCampaignScreen implements Screen {

    private final Workspace workspace;
    private final Ui ui;

    public NewCampaignScreen(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
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
    public boolean wide() {
        return true;
    }

    @Override
    public Node build(Ui built) {
        return new StackPane();
    }

    @Override
    public void shown(Place place) {
        var people = place.about(Place.People.class);
        var name = ui.text("campaigns.draft-name", "day", ui.formats().dayWord(ui.clock().instant()));
        var list = ui.text("campaigns.list-name", "day", ui.formats().full(ui.clock().instant()));
        ui.background().run(() -> new Drafts(workspace).begin(name, list, people == null ? List.of() : people.contacts()),
                draft -> ui.navigator().instead(Place.campaignStep(draft.id(), "content")));
    }
}
