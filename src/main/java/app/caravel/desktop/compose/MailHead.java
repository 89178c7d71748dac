package app.caravel.desktop.compose;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.Design;
import app.caravel.content.design.MergeTag;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What an inbox shows of the mail before it is opened: the subject, and the line behind it. */
final class MailHead extends GridPane {

    /** Phones show about so much of a subject, and of what follows it. */
    private static final int SUBJECT = 60;
    private static final int PREHEADER = 90;

    private final TextField subject = new TextField();
    private final TextField preheader = new TextField();
    private final DesignEditor editor;
    private @Nullable TextField last;
    private final ChangeListener<Design> designListener = (_, _, now) -> {
        if (!now.preheader().equals(preheader.getText())) {
            preheader.setText(now.preheader());
        }
    };

    MailHead(ComposeViewModel model, DesignEditor editor, Ui ui) {
        super(12, 8);
        this.editor = editor;
        subject.setId("subject");
        subject.textProperty().bindBidirectional(model.subject);
        subject.setPromptText(ui.text("compose.subject-prompt"));
        preheader.setId("preheader");
        preheader.setText(editor.now().preheader());
        preheader.setPromptText(ui.text("compose.preheader-prompt"));
        preheader.textProperty().addListener((_, _, text) -> editor.setPreheader(text));
        editor.design().addListener(new WeakChangeListener<>(designListener));
        var from = Words.muted(ui.text("compose.from"));
        from.setMinWidth(Label.USE_PREF_SIZE);
        addRow(0, from, Space.grow(new SentFrom(model, ui)), Buttons.flatIcon(ui.text("campaigns.add-account"), Feather.PLUS, () -> ui.go(Place.ADD_ACCOUNT)));
        row(1, ui.text("campaigns.subject"), subject, SUBJECT, ui);
        row(2, ui.text("compose.preheader"), preheader, PREHEADER, ui);
    }

    private void row(int at, String word, TextField field, int fits, Ui ui) {
        var label = Words.muted(word);
        label.setLabelFor(field);
        label.setMinWidth(Label.USE_PREF_SIZE);
        var count = Words.small("");
        count.setMinWidth(72);
        count.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        field.textProperty().subscribe(text -> {
            int length = length(text);
            count.setText(length == 0 ? "" : ui.text("compose.length", "n", length, "of", fits));
            count.getStyleClass().remove("scheduled-text");
            if (length > fits) {
                count.getStyleClass().add("scheduled-text");
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                last = field;
            }
        });
        GridPane.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
        addRow(at, label, Space.grow(field), count);
    }

    /** As it is read: a merge field counts as its stand-in, or as a short name. */
    private static int length(String text) {
        int length = 0;
        for (var piece : app.caravel.content.Markup.pieces(text)) {
            length += !piece.isTag() ? piece.text().codePointCount(0, piece.text().length())
                    : MergeTag.parse(piece.text()).map(tag -> tag.fallback() == null ? 6 : tag.fallback().length()).orElse(0);
        }
        return length;
    }

    /** Puts a merge field where the caret stands, if one of these was written in last and still is. */
    boolean insert(String tag) {
        if (last == null || !last.isFocused()) {
            return false;
        }
        last.insertText(last.getCaretPosition(), tag);
        return true;
    }

    TextField subject() {
        return subject;
    }
}
