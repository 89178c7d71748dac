package app.caravel.desktop.campaigns;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Message;
import app.caravel.contact.Contact;
import app.caravel.content.Rendered;
import app.caravel.desktop.campaigns.CampaignPageViewModel.Person;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.MailPaper;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.story.Story;
import app.caravel.report.MessageStories.Event;
import app.caravel.report.RecipientRow;

/** One recipient: who and where, why we believe that a person read it, and what happened, newest first. */
final class PersonPanel extends BorderPane {

    private final Ui ui;

    PersonPanel(Person person, CampaignPageViewModel model, Ui ui) {
        this.ui = ui;
        var row = person.row();
        var panel = new DetailsPanel(ui, row.shownName(), row.shownName(), lines(row, person.contact()));
        var acts = new ArrayList<Node>();
        if (row.sentAt() != null) {
            acts.add(Buttons.small(ui.text("campaigns.show-mail"), Feather.MAIL, () -> model.mail(row, mail -> ui.details().show(mail(mail, person, model)))));
        }
        acts.add(Buttons.small(ui.text("story.write"), Feather.EDIT_2, () -> ui.go(Place.writeTo(row.contactId()))));
        if (person.contact() != null) {
            acts.add(Buttons.small(ui.text("story.open-contact"), Feather.USER, () -> ui.go(Place.person(row.contactId()))));
        }
        panel.acts(acts.toArray(Node[]::new));
        var report = Words.link(ui.text("delivery.open"), () -> model.deliveries(ui).show(row.messageId()));
        report.getStyleClass().add("small");
        panel.add(report);
        robot(person).ifPresent(panel::add);
        if (person.held() != null) {
            panel.add(held(person.held(), model));
        }
        var why = Story.why(ui, row.readBy(), person.happened());
        if (!why.isEmpty()) {
            panel.section(ui.text("story.why"), why.toArray(Node[]::new));
        }
        var timeline = Story.timeline(ui, person.happened());
        if (!timeline.getChildren().isEmpty()) { // while it waits there is nothing to tell
            panel.section(ui.text("story.happened"), timeline);
        }
        setCenter(panel);
        setMinHeight(0);
    }

    private String[] lines(RecipientRow row, @Nullable Contact contact) {
        return contact == null ? Story.lines(ui, row.shownName(), row.address(), row.company(), null, null, null)
                : Story.lines(ui, row.shownName(), row.address(), row.company(), contact.city(), contact.country(), contact.timeZone());
    }

    /** Why his mail is kept back, until when, and the way to let it go with a word of why. */
    private Node held(Message mail, CampaignPageViewModel model) {
        var why = Words.wrapped(Words.strong(mail.reason() == null ? ui.text("sending.held") : ui.text(mail.reason())));
        var until = Words.small(mail.notBefore() == null ? ui.text("sending.held.by-hand") : ui.text("sending.held.until", "time", ui.formats().when(mail.notBefore())));
        why.setMinWidth(0);
        var go = Buttons.small(ui.text("sending.held.let-go-all", "n", 1), null, () -> new NameBox(ui, ui.text("sending.held.let-go-all", "n", 1), ui.text("sending.held.word"), "",
                word -> model.more.letGo(mail.campaignId(), List.of(mail), word, _ -> ui.details().close())).show());
        var note = new HBox(8, Icons.of(Feather.PAUSE_CIRCLE, "scheduled"), Space.grow(Space.column(6, why, until, go)));
        note.getStyleClass().add("robot-note");
        return note;
    }

    /** Said first where nobody but a machine opened it: when, and that it does not count. */
    private Optional<Node> robot(Person person) {
        var sent = person.row().sentAt();
        if (sent == null || !"machine".equals(person.row().readBy())) {
            return Optional.empty();
        }
        return person.happened().stream().filter(Event.class::isInstance).map(Event.class::cast).filter(event -> event.kind().equals("open"))
                .min(Comparator.comparing(Event::at)).map(event -> {
                    var after = Duration.between(sent, event.at());
                    var words = Words.wrapped(Words.strong(ui.text("campaigns.robot", "after", ui.formats().duration(after.isNegative() ? Duration.ZERO : after))));
                    words.setMinWidth(0);
                    var note = new HBox(8, Icons.of(Feather.CPU, "machine"), Space.grow(words));
                    note.getStyleClass().add("robot-note");
                    return note;
                });
    }

    /** The mail as it was sent, in place of the story, with a way back. */
    private Node mail(Rendered mail, Person person, CampaignPageViewModel model) {
        var pane = new MailPaper().zoomed(0.5);
        pane.show(mail.html(), mail.text());
        var subject = Words.wrapped(Words.heading(mail.subject()));
        var head = Space.column(8, Space.row(8, Buttons.flatIcon(ui.text("kit.back"), Feather.CHEVRON_LEFT, () -> ui.details().show(new PersonPanel(person, model, ui))),
                Words.small(ui.text("campaigns.as-sent", "name", person.row().shownName()))), subject);
        head.getStyleClass().add("panel-head");
        var frame = new BorderPane(pane);
        frame.setTop(head);
        frame.setMinHeight(0);
        return Sheets.wear(frame);
    }
}
