package app.caravel.desktop.campaigns;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.util.Duration;

import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The page of one campaign; of a draft it leads on to its steps. Progress is read every second while it runs, the rest every few. */
public final class CampaignScreen implements Screen {

    private static final int NUMBERS_EVERY = 4;

    private final CampaignPageViewModel model;
    private final Timeline again;
    private int beats;

    public CampaignScreen(Workspace workspace, Ui ui) {
        model = new CampaignPageViewModel(workspace, ui.background(), () -> ui.texts().locale().getLanguage());
        again = new Timeline(new KeyFrame(Duration.seconds(1), _ -> beat()));
        again.setCycleCount(Timeline.INDEFINITE);
        model.numbers.state().addListener((_, _, state) -> {
            if (state instanceof Load.Ready<CampaignPageViewModel.Numbers>(var numbers) && numbers.campaign().state().isEditable()
                    && numbers.report().counts().all() == 0 && ui.navigator().here().screen().equals(id()) && numbers.campaign().scheduledAt() == null) {
                ui.navigator().instead(Place.campaignStep(numbers.campaign().id(), ""));
            }
        });
    }

    private void beat() {
        var id = model.campaignId().get();
        if (id == null) {
            return;
        }
        if (++beats % NUMBERS_EVERY == 0) {
            model.refresh();
        } else if (model.run.isOpen()) {
            model.run.refresh(id);
        }
    }

    @Override
    public String id() {
        return "campaign";
    }

    @Override
    public String rail() {
        return "campaigns";
    }

    @Override
    public Node build(Ui built) {
        return new CampaignPageView(model, built);
    }

    @Override
    public void shown(Place place) {
        var id = place.about(Long.class);
        if (id != null) {
            model.open(id);
        }
        var recipient = place.about(Place.Recipient.class);
        if (recipient != null) {
            model.open(recipient.campaign());
            model.pointAt(recipient.message());
        }
        again.play();
    }

    @Override
    public void left() {
        again.stop();
    }

}
