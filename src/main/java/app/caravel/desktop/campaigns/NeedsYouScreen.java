package app.caravel.desktop.campaigns;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** What needs a decision: mails in doubt, of one campaign or of all. */
public final class NeedsYouScreen implements Screen {

    private final InDoubtViewModel model;

    public NeedsYouScreen(Workspace workspace, Ui ui) {
        model = new InDoubtViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return "needs-you";
    }

    @Override
    public String rail() {
        return "campaigns";
    }

    @Override
    public Node build(Ui ui) {
        return new InDoubtView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.open(place.about(Long.class));
    }
}
