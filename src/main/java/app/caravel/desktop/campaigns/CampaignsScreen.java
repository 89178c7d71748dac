package app.caravel.desktop.campaigns;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The campaign list. While it shows, it is read anew every few seconds. */
public final class CampaignsScreen implements Screen {

    private static final Duration EVERY = Duration.seconds(3);

    private final CampaignListViewModel model;
    private final Timeline again;

    public CampaignsScreen(Workspace workspace, Ui ui) {
        model = new CampaignListViewModel(workspace, ui.background());
        again = new Timeline(new KeyFrame(EVERY, _ -> model.refresh()));
        again.setCycleCount(Timeline.INDEFINITE);
    }

    @Override
    public String id() {
        return "campaigns";
    }

    @Override
    public Node build(Ui ui) {
        return new CampaignListView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.refresh();
        again.play();
    }

    @Override
    public void left() {
        again.stop();
    }
}
