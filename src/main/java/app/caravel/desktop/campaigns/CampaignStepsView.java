package app.caravel.desktop.campaigns;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.desktop.campaigns.DraftViewModel.Step;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.StepBar;
import app.caravel.desktop.kit.StepHeader;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The five steps: the head with the steps, and the step that is chosen below it. */
final class CampaignStepsView extends BorderPane {

    private final DraftViewModel model;
    private final Ui ui;
    private final StepHeader header;
    private final StackPane middle = new StackPane();
    private @Nullable Long shownCampaign;
    private @Nullable Step shownStep;
    private final Label linksLeft = Words.small("");
    private final VBox linksWait;
    private final InvalidationListener linksAnswered = _ -> linksLeft();
    private final InvalidationListener headChanged = _ -> head();
    private final InvalidationListener stepChanged = _ -> step();

    CampaignStepsView(DraftViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        Sheets.wear(this);
        linksWait = Space.column(0, linksLeft, Words.link(ui.text("campaigns.check.go-on-without"), model.check.links::goOn));
        linksWait.setAlignment(Pos.CENTER_RIGHT);
        linksWait.setMinWidth(USE_PREF_SIZE);
        header = new StepHeader(ui, "", "", () -> ui.navigator().back());
        setTop(header);
        middle.setMinSize(0, 0);
        setCenter(middle);
        setMinSize(0, 0);
        Stream.<Observable>of(model.campaign(), model.step, model.audience.facts.state(), model.check.checked(), model.check.chosen(), model.check.running(), model.check.links.waiting(),
                model.schedule.when, model.schedule.schedule(), model.schedule.day, model.schedule.time, model.send.seconds)
                .forEach(each -> each.addListener(new WeakInvalidationListener(headChanged)));
        Stream.<Observable>of(model.campaign(), model.step).forEach(each -> each.addListener(new WeakInvalidationListener(stepChanged)));
        model.check.links.progress.addListener(new WeakInvalidationListener(linksAnswered));
        head();
        step();
    }

    private void linksLeft() {
        linksLeft.setText(ui.text("campaigns.check.links-left", "n", model.check.links.left()));
    }

    private void head() {
        var campaign = model.campaign().get();
        if (campaign == null) {
            return;
        }
        header.name().setText(campaign.name());
        header.note().setText(campaign.scheduledAt() == null
                ? ui.text("campaigns.draft-saved", "ago", ui.formats().ago(campaign.changedAt()))
                : ui.text("campaigns.planned-for", "time", ui.formats().when(campaign.scheduledAt())));
        var steps = Stream.of(Step.values()).map(each -> new StepBar.Step(ui.text("campaigns.step." + each.key()), model.state(each))).toList();
        header.setSteps(new StepBar(steps, model.step.get().ordinal(), at -> go(Step.values()[at])));
        header.setActs(acts().toArray(Node[]::new));
    }

    private List<Node> acts() {
        return switch (model.step.get()) {
            case CONTENT -> List.of(onward(Step.AUDIENCE, "campaigns.go-on"));
            case AUDIENCE -> List.of(onward(Step.SCHEDULE, "campaigns.go-on"));
            case SCHEDULE -> List.of(onward(Step.CHECK, "campaigns.check-go-on"));
            case CHECK -> {
                var on = onward(Step.SEND, "campaigns.go-on-to-send");
                boolean waits = model.check.links.waiting().get() && !model.check.hasStop();
                on.setDisable(model.check.checked().get() == null || model.check.hasStop() || waits);
                linksLeft();
                yield waits ? List.of(linksWait, on) : List.of(on);
            }
            case SEND -> List.of();
        };
    }

    private Button onward(Step to, String key) {
        return Buttons.accent(ui.text(key), null, () -> go(to));
    }

    private void go(Step step) {
        model.step.set(step);
        head();
    }

    private void step() {
        var campaign = model.campaign().get();
        if (campaign == null) {
            shownCampaign = null;
            middle.getChildren().clear();
            return;
        }
        if (Long.valueOf(campaign.id()).equals(shownCampaign) && model.step.get() == shownStep && shownStep != Step.CONTENT) {
            return;
        }
        shownCampaign = campaign.id();
        shownStep = model.step.get();
        if (shownStep == Step.SCHEDULE) {
            model.schedule.look();
        }
        if (shownStep == Step.CHECK || shownStep == Step.SEND) {
            model.check.runIfNeeded();
            model.check.timed();
        }
        middle.getChildren().setAll(view(model.step.get(), campaign));
    }

    private Node view(Step step, Campaign campaign) {
        return switch (step) {
            case CONTENT -> new ContentStep(model, campaign, ui, () -> ui.go(Place.content(campaign.id())), Feather.EDIT_2);
            case AUDIENCE -> new AudienceStep(model, ui);
            case SCHEDULE -> new ScheduleStep(model, ui);
            case CHECK -> new CheckStep(model, ui);
            case SEND -> new SendStep(model, ui);
        };
    }
}
