package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What the mail is made of: its merge fields and who lacks them, its links by number, and what to look at before it goes. */
final class ContentSide extends StackPane {

    /** Gmail cuts a mail off there and hides what follows. */
    private static final int GMAIL_CUTS = 102 * 1024;

    private final ComposeViewModel model;
    private final Ui ui;
    private final AdvicePane advice;
    private final VBox column = new VBox(12);
    private final ChangeListener<@Nullable Shown> listener = (_, _, now) -> show(now);

    ContentSide(ComposeViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.advice = AdvicePane.of(model, ui);
        getStyleClass().add("details");
        ComposeView.padded(column);
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        getChildren().add(scroll);
        model.shown().addListener(new WeakChangeListener<>(listener));
        show(model.shown().get());
    }

    private void show(@Nullable Shown now) {
        column.getChildren().clear();
        if (now == null) {
            return;
        }
        column.getChildren().add(Words.heading(ui.text("compose.fields")));
        if (now.missing().isEmpty()) {
            column.getChildren().add(Words.wrapped(Words.small(ui.text("compose.no-fields"))));
        }
        now.missing().forEach((field, lack) -> column.getChildren().add(Space.row(8, chip(BlockLooks.field(field, ui)),
                Words.small(lack == 0 ? ui.text("compose.all-have") : ui.text("compose.lack", "n", lack, "of", now.of())))));
        column.getChildren().addAll(Space.line(), Words.heading(ui.text("compose.links")));
        if (now.links().isEmpty()) {
            column.getChildren().add(Words.small(ui.text("compose.no-links")));
        }
        now.links().forEach(link -> {
            var says = Words.han(Words.body((link.number() + 1) + "  " + (link.text().isBlank() ? link.urlTemplate() : link.text())));
            var leads = Words.small(link.urlTemplate());
            says.setMinWidth(0);
            leads.setMinWidth(0);
            column.getChildren().add(Space.column(2, says, leads));
        });
        column.getChildren().addAll(Space.line(), Words.heading(ui.text("compose.looks")));
        column.getChildren().addAll(looks(now, model::seek, ui));
        column.getChildren().add(advice);
    }

    /** What to look at before the mail goes, each with a tick or a warning. */
    static List<Node> looks(Shown now, Consumer<String> seek, Ui ui) {
        var looks = new ArrayList<Node>();
        now.fieldLooks().forEach(look -> looks.add(field(look, seek, ui)));
        looks.add(check(now.htmlBytes() <= GMAIL_CUTS, ui.text(now.htmlBytes() <= GMAIL_CUTS ? "compose.size-fine" : "compose.size-over", "size", ui.formats().size(now.htmlBytes()))));
        looks.add(check(!now.mail().subject().isBlank(), ui.text(now.mail().subject().isBlank() ? "campaigns.no-subject" : "compose.subject-there")));
        looks.add(check(now.leaves(), ui.text(now.leaves() ? "compose.unsubscribe-there" : "compose.unsubscribe-missing")));
        // what is said of all recipients is not said again of the one who is shown
        var said = now.fieldLooks().stream().map(FieldLooks.Look::what).collect(Collectors.toSet());
        now.mail().problems().stream().filter(problem -> !said.contains(problem.what())).forEach(problem -> looks.add(check(false, ui.text(problem.reason()))));
        return looks;
    }

    private static Node chip(String field) {
        return Space.tight(Space.styled(new HBox(new Label(field)), "merge-field"));
    }

    /** Pressed, it is shown where it is written. */
    private static Node field(FieldLooks.Look look, Consumer<String> seek, Ui ui) {
        var sentence = switch (look.kind()) {
            case UNKNOWN -> look.near() == null ? ui.text("compose.look.unknown", "what", look.what(), "n", look.people())
                    : ui.text("compose.look.unknown-near", "what", look.what(), "near", look.near(), "n", look.people());
            case NO_STAND_IN -> ui.text("compose.look.no-stand-in", "what", BlockLooks.field(look.what(), ui), "n", look.people());
            case EMPTY_SALUTATION -> ui.text("compose.look.empty-salutation", "greeting", look.what(), "n", look.people());
        };
        var row = check(false, sentence);
        var where = look.where();
        if (where != null) {
            row.getStyleClass().add("advice-line");
            row.setFocusTraversable(true);
            row.setAccessibleRole(AccessibleRole.BUTTON);
            row.setAccessibleText(sentence);
            row.setOnMouseClicked(_ -> seek.accept(where));
            row.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                    seek.accept(where);
                    event.consume();
                }
            });
        }
        return row;
    }

    private static Node check(boolean fine, String sentence) {
        return Space.row(8, fine ? Icons.of(Feather.CHECK_CIRCLE, "small", "person") : Icons.of(Feather.ALERT_TRIANGLE, "small", "scheduled"),
                Space.grow(Words.wrapped(Words.small(sentence))));
    }
}
