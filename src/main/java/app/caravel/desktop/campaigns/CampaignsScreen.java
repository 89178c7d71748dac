package app.caravel.desktop.campaigns;

import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.util.Duration;

import app.caravel.desktop.campaigns.CampaignsView.As;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** All campaigns, as a list or a calendar. While one of them shows, it is read anew every few seconds, or minutes: plans take longer. */
public final class CampaignsScreen implements Screen {

    private static final Duration EVERY = Duration.seconds(3);
    private static final Duration CALENDAR_EVERY = Duration.minutes(2);

    private final CampaignListViewModel model;
    private final CalendarViewModel calendar;
    private final ObjectProperty<As> as = new SimpleObjectProperty<>(As.LIST);
    private final Timeline again;
    private final Timeline calendarAgain;
    private boolean inFront;

    public CampaignsScreen(Workspace workspace, Ui ui) {
        model = new CampaignListViewModel(workspace, ui.background());
        calendar = new CalendarViewModel(workspace, ui.background(), ui.zone());
        again = every(EVERY, model::refresh);
        calendarAgain = every(CALENDAR_EVERY, calendar::refresh);
        as.addListener(_ -> {
            if (inFront) {
                look();
            }
        });
    }

    private static Timeline every(Duration time, Runnable act) {
        var timeline = new Timeline(new KeyFrame(time, _ -> act.run()));
        timeline.setCycleCount(Timeline.INDEFINITE);
        return timeline;
    }

    @Override
    public String id() {
        return "campaigns";
    }

    @Override
    public Node build(Ui ui) {
        return new CampaignsView(model, calendar, as, ui);
    }

    @Override
    public void shown(Place place) {
        inFront = true;
        look();
    }

    private void look() {
        rest();
        if (as.get() == As.LIST) {
            model.refresh();
            again.play();
        } else {
            calendar.refresh();
            calendarAgain.play();
        }
    }

    private void rest() {
        again.stop();
        calendarAgain.stop();
        calendar.left();
    }

    @Override
    public void left() {
        inFront = false;
        rest();
    }
}
