package app.caravel.desktop.person;

import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.MessageState;
import app.caravel.contact.Note;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.desktop.story.StoryWords;
import app.caravel.reason.Reason;
import app.caravel.report.LifeEvent;

/** Rows of a timeline: when, a mark in the colour of its meaning, what, and why we believe it. */
final class TimelineRow {

    private static final double TIME = 76;

    private final PersonViewModel model;
    private final Ui ui;
    private final ChangeWords changes;

    TimelineRow(PersonViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.changes = new ChangeWords(ui);
    }

    Node of(LifeEvent event, boolean last) {
        return switch (event) {
            case LifeEvent.Imported imported -> row(event, "fill-plain", last, what(ui.text(imported.merged() ? "person.event-merged" : "person.event-imported", "file", imported.file())),
                    help(imported.line() == null ? null : ui.text("person.event-row", "row", imported.line())));
            case LifeEvent.Mailed mailed -> row(event, fill(mailed.state()), last, what(ui.text("person.event-mail", "state", StoryWords.message(ui, mailed.state()).word(), "campaign", mailed.campaign())),
                    Space.row(12, campaign(ui.text("person.event-open-mail"), mailed.campaignId(), mailed.message()), report(mailed.message())), help(said(mailed)));
            case LifeEvent.Signed signed -> signed(signed, last);
            case LifeEvent.Noted(var note) -> row(event, "fill-accent", last, note(note));
            case LifeEvent.Changed changed -> row(event, "fill-plain", last, what(changes.of(changed)));
            case LifeEvent.Suppressed suppressed -> row(event, suppressed.act().equals("on") ? "fill-bounce" : "fill-plain", last,
                    what(ui.text("person.event-suppressed-" + suppressed.act(), "reason", ui.text("suppression.reason-" + suppressed.reason().replace('_', '-')))),
                    help(suppressed.domain() == null ? suppressed.word() : ui.text("person.event-domain", "domain", suppressed.domain())));
            case LifeEvent.Listed(var _, var list) -> row(event, "fill-plain", last, what(ui.text("person.event-listed", "list", list)));
            case LifeEvent.Tagged(var _, var tag) -> row(event, "fill-plain", last, what(ui.text("person.event-tagged", "tag", tag)));
            case LifeEvent.Planned planned -> row(event, "fill-scheduled", last, what(ui.text("person.event-planned", "day", day(planned))), help(planned.word()));
            case LifeEvent.FollowedUp(var _, var word) -> row(event, "fill-reply", last, what(ui.text("person.event-followed-up")), help(word));
        };
    }

    private String day(LifeEvent.Planned planned) {
        return ui.formats().dayWord(planned.day().atTime(12, 0).atZone(ui.zone()).toInstant());
    }

    private Node signed(LifeEvent.Signed signed, boolean last) {
        boolean counts = signed.verdict() == null || signed.isPerson() || "pending".equals(signed.verdict());
        var words = switch (signed.kind()) {
            case "open" -> ui.text(counts ? "story.event.opened" : "story.event.fetched");
            case "click" -> ui.text(counts ? "story.event.clicked" : "story.event.link-fetched", "link", signed.link() == null ? "" : signed.link());
            case "unsubscribe" -> ui.text("story.unsubscribed");
            default -> ui.text("story.event.unsubscribe-page");
        };
        var chip = signed.kind().startsWith("unsubscribe") ? null : StoryWords.verdict(ui, signed.verdict());
        var head = new HBox(8, what(words));
        head.setMinWidth(0);
        if (chip != null) {
            head.getChildren().add(new Chip(chip.word(), chip.icon(), chip.meaning()));
        }
        var reasons = signed.reasons().stream().map(ui::text).distinct().limit(2).collect(Collectors.joining(ui.text("person.between")));
        return row(signed, signed.kind().equals("unsubscribe") ? "fill-bounce" : StoryWords.fill(signed.verdict()), last, head,
                campaign(signed.campaign(), signed.campaignId(), signed.message()), help(reasons));
    }

    private Node note(Note note) {
        var text = Words.wrapped(Words.body(note.text()));
        text.setMinWidth(0);
        var acts = Space.row(0);
        var box = new HBox(4, Space.grow(text), acts);
        box.getStyleClass().add("note-text");
        var whole = new VBox(4, box);
        if (note.edited() != null) {
            whole.getChildren().add(Words.help(ui.text("person.note-edited", "when", ui.formats().when(note.edited()))));
        }
        acts.getChildren().addAll(Buttons.flatIcon(ui.text("person.note-edit"), Feather.EDIT_2, () -> whole.getChildren().setAll(editor(note, whole, box)), "small"),
                Buttons.flatIcon(ui.text("person.note-delete"), Feather.TRASH_2, () -> model.deeds.deleteNote(note), "small"));
        acts.setMinWidth(Region.USE_PREF_SIZE);
        acts.setAlignment(Pos.TOP_RIGHT);
        return whole;
    }

    private Node editor(Note note, VBox whole, Node face) {
        var field = new TextArea(note.text());
        field.setWrapText(true);
        field.setPrefRowCount(3);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                whole.getChildren().setAll(face);
            }
        });
        Runnable keep = () -> {
            whole.getChildren().setAll(face);
            model.deeds.changeNote(note, field.getText());
        };
        Key.GO_ON.on(field, keep);
        Platform.runLater(field::requestFocus);
        return Space.column(8, field, Space.row(8, Buttons.small(ui.text("contacts.keep"), Feather.CHECK, keep),
                Buttons.small(ui.text("kit.cancel"), null, () -> whole.getChildren().setAll(face))));
    }

    private @Nullable String said(LifeEvent.Mailed mailed) {
        Reason reason = mailed.reason();
        return reason != null ? ui.text(reason) : mailed.state() == MessageState.SENT ? null : mailed.reply();
    }

    private Node campaign(String words, long campaign, long message) {
        var link = Words.link(words, () -> ui.go(Place.recipient(campaign, message)));
        link.getStyleClass().add("small");
        link.setMaxWidth(Double.MAX_VALUE);
        link.setMinWidth(0);
        link.setAlignment(Pos.CENTER_LEFT);
        return link;
    }

    private Node report(long message) {
        var link = Words.link(ui.text("delivery.open"), () -> model.deliveries(ui).show(message));
        link.getStyleClass().add("small");
        link.setMinWidth(Region.USE_PREF_SIZE);
        return link;
    }

    private static Node what(String words) {
        var label = Words.wrapped(Words.body(words));
        label.setMinWidth(0);
        return label;
    }

    private static @Nullable Node help(@Nullable String words) {
        return words == null || words.isBlank() ? null : Words.wrapped(Words.help(words));
    }

    private Node row(LifeEvent event, String fill, boolean last, @Nullable Node... lines) {
        var time = Space.width(Words.help(ui.formats().timeline(event.at())), TIME);
        time.setTooltip(new Tooltip(ui.formats().full(event.at())));
        var mark = Space.styled(new Region(), "timeline-mark", fill);
        VBox.setMargin(mark, new Insets(4, 0, 0, 0));
        var rail = new VBox(2, mark);
        rail.setAlignment(Pos.TOP_CENTER);
        if (!last) {
            var line = Space.grow(Space.styled(new Region(), "timeline-line"));
            line.setMaxWidth(1);
            rail.getChildren().add(line);
        }
        var words = new VBox(2);
        for (var line : lines) {
            if (line != null) {
                words.getChildren().add(line);
            }
        }
        words.setPadding(new Insets(0, 0, 14, 0));
        words.setMinWidth(0);
        return new HBox(10, time, rail, Space.grow(words));
    }

    private static String fill(MessageState state) {
        return switch (state) {
            case FAILED, BOUNCED -> "fill-bounce";
            case DEFERRED, IN_DOUBT, QUEUED, HELD -> "fill-scheduled";
            default -> "fill-plain";
        };
    }
}
