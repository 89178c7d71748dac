package app.caravel.desktop.campaigns;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** A draft's five steps. The countdown to a start goes on when the screen is left. */
public final class CampaignStepsScreen implements Screen {

    private final DraftViewModel model;
    private final Ui ui;

    public CampaignStepsScreen(Workspace workspace, Ui ui) {
        this.ui = ui;
        model = new DraftViewModel(workspace, ui.background());
        var ticking = new Timeline(new KeyFrame(Duration.millis(250), _ -> model.send.tick()));
        ticking.setCycleCount(Timeline.INDEFINITE);
        model.send.seconds.addListener((_, _, left) -> {
            if (left.intValue() > 0) {
                ticking.play();
            } else {
                ticking.stop();
            }
        });
        model.send.started().addListener((_, _, campaign) -> begun(campaign));
    }

    private void begun(@org.jspecify.annotations.Nullable Campaign campaign) {
        if (campaign != null && ui.navigator().here().screen().equals(id())) {
            ui.navigator().instead(Place.campaign(campaign.id()));
        }
    }

    @Override
    public String id() {
        return "campaign-steps";
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
        return new CampaignStepsView(model, built);
    }

    @Override
    public void shown(Place place) {
        var step = place.about(Place.Step.class);
        if (step != null) {
            model.open(step.campaign(), step.step());
        }
    }
}
