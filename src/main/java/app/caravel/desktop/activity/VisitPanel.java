package app.caravel.desktop.activity;

import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.story.Story;
import app.caravel.report.MessageStories.Event;

/** Who came by: who and where, why we believe this visit, and all that happened with the mail. */
final class VisitPanel extends BorderPane {

    VisitPanel(ActivityViewModel.Chosen chosen, ActivityViewModel model, Ui ui) {
        var visit = chosen.visit();
        var event = visit.last();
        var panel = new DetailsPanel(ui, event.shownName(), event.shownName(), Story.lines(ui, event.shownName(), event.address(), event.company(), event.city(), event.country(), event.timeZone()));
        var acts = new ArrayList<Node>();
        acts.add(Buttons.small(ui.text("story.write"), Feather.EDIT_2, () -> ui.go(Place.writeTo(event.contactId()))));
        if (chosen.contactThere()) {
            acts.add(Buttons.small(ui.text("story.open-contact"), Feather.USER, () -> model.open(visit)));
        }
        acts.add(Buttons.small(ui.text("activity.open-campaign"), Feather.SEND, () -> ui.go(Place.campaign(event.campaignId()))));
        panel.acts(acts.toArray(Node[]::new));
        var report = Words.link(ui.text("delivery.open"), () -> model.deliveries(ui).show(event.messageId()));
        report.getStyleClass().add("small");
        panel.add(report);
        var ofThisVisit = chosen.happened().stream()
                .filter(each -> each instanceof Event && !each.at().isBefore(visit.began()) && !each.at().isAfter(visit.last().at())).toList();
        panel.section(ui.text("story.why"), Story.why(ui, visit.belief().word(), ofThisVisit).toArray(Node[]::new));
        panel.section(ui.text("story.happened"), Story.timeline(ui, chosen.happened()));
        setCenter(panel);
        setMinHeight(0);
    }
}
