package app.caravel.desktop.campaigns;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.MessageState;
import app.caravel.contact.Contact;
import app.caravel.content.Rendered;
import app.caravel.desktop.campaigns.CampaignPageViewModel.Person;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.MailPaper;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Timeline;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.MessageStories.Event;
import app.caravel.report.MessageStories.Happening;
import app.caravel.report.MessageStories.Step;
import app.caravel.report.RecipientRow;

/** One recipient: who and where, why we believe that a person read it, and what happened, newest first. */
final class PersonPanel extends BorderPane {

    private static final int REASONS = 5;

    private final Ui ui;

    PersonPanel(Person person, CampaignPageViewModel model, Ui ui) {
        this.ui = ui;
        var row = person.row();
        var panel = new DetailsPanel(ui, row.shownName(), row.shownName(), lines(row, person.contact()).toArray(String[]::new));
        var acts = new ArrayList<Node>();
        if (row.sentAt() != null) {
            acts.add(Buttons.small(ui.text("campaigns.show-mail"), Feather.MAIL, () -> model.mail(row, mail -> ui.details().show(mail(mail, person, model)))));
        }
        acts.add(Buttons.small(ui.text("campaigns.write"), Feather.EDIT_2, () -> ui.go(Place.writeTo(row.contactId()))));
        if (person.contact() != null) {
            acts.add(Buttons.small(ui.text("campaigns.open-contact"), Feather.USER, () -> ui.go(Place.contact(row.contactId()))));
        }
        panel.acts(acts.toArray(Node[]::new));
        var why = why(person);
        if (!why.isEmpty()) {
            panel.section(ui.text("campaigns.why"), why.toArray(Node[]::new));
        }
        panel.section(ui.text("campaigns.happened"), new Timeline(person.happened().stream().flatMap(this::entry).toList(), 76));
        setCenter(panel);
        setMinHeight(0);
    }

    private List<String> lines(RecipientRow row, @Nullable Contact contact) {
        var lines = new ArrayList<String>();
        if (row.company() != null) {
            lines.add(row.company());
        }
        var place = contact == null ? "" : Stream.of(contact.city(), contact.country() == null ? null : ui.formats().country(contact.country()))
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(ui.text("campaigns.comma")));
        var zone = contact == null ? null : contact.timeZone();
        if (!place.isEmpty()) {
            lines.add(zone == null ? place : ui.text("campaigns.place-now", "place", place, "time", ui.formats().time(ui.clock().instant(), ZoneId.of(zone))));
        }
        if (!row.shownName().equals(row.address())) {
            lines.add(row.address());
        }
        return lines;
    }

    private List<Node> why(Person person) {
        var nodes = new ArrayList<Node>();
        var verdict = person.row().readBy();
        if (verdict == null) {
            return nodes;
        }
        var chip = StateWords.verdict(ui, verdict);
        if (chip != null) {
            var word = verdict.equals("person") ? ui.text("campaigns.read-by-person") : verdict.equals("likely") ? ui.text("campaigns.read-likely") : chip.word();
            nodes.add(Space.row(8, new Chip(word, chip.icon(), chip.meaning())));
        }
        // people first: what speaks for a reader stands above what does not count
        var reasons = new LinkedHashMap<String, Boolean>();
        for (boolean people : new boolean[] {true, false}) {
            for (var happening : person.happened()) {
                if (happening instanceof Event event && event.isPerson() == people) {
                    event.reasons().forEach(reason -> reasons.putIfAbsent(ui.text(reason), people));
                }
            }
        }
        var sentences = Space.column(8);
        reasons.entrySet().stream().limit(REASONS).forEach(each -> {
            var words = Words.wrapped(Words.of(each.getKey(), "small"));
            words.setMinWidth(0);
            sentences.getChildren().add(new HBox(8, Icons.of(each.getValue() ? Feather.CHECK : Feather.MINUS, "small", each.getValue() ? "person" : "subtle"), Space.grow(words)));
        });
        if (!sentences.getChildren().isEmpty()) {
            nodes.add(sentences);
        }
        return nodes;
    }

    private Stream<Timeline.Entry> entry(Happening happening) {
        var time = ui.formats().timeline(happening.at());
        var hover = ui.formats().full(happening.at());
        return switch (happening) {
            case Event event -> Stream.of(new Timeline.Entry(time, hover, StateWords.fill(event.verdict()), what(event), detail(event)));
            case Step step when step.state() == MessageState.QUEUED || step.state() == MessageState.SENDING -> Stream.empty();
            case Step step -> Stream.of(new Timeline.Entry(time, hover, fill(step.state()), StateWords.message(ui, step.state()).word(),
                    step.reason() == null ? step.reply() : ui.text(step.reason())));
        };
    }

    private String what(Event event) {
        boolean counts = event.verdict() == null || event.isPerson() || "pending".equals(event.verdict());
        return switch (event.kind()) {
            case "open" -> ui.text(counts ? "campaigns.event.opened" : "campaigns.event.fetched");
            case "click" -> ui.text(counts ? "campaigns.event.clicked" : "campaigns.event.link-fetched", "link", event.link() == null ? "" : event.link());
            case "unsubscribe" -> ui.text("campaigns.unsubscribed");
            default -> ui.text("campaigns.event.unsubscribe-page");
        };
    }

    private @Nullable String detail(Event event) {
        var chip = event.isPerson() ? null : StateWords.verdict(ui, event.verdict());
        return chip == null ? null : chip.word();
    }

    private static String fill(MessageState state) {
        return switch (state) {
            case FAILED, BOUNCED -> "fill-bounce";
            case DEFERRED, IN_DOUBT -> "fill-scheduled";
            default -> "fill-plain";
        };
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
