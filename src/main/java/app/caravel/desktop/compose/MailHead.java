package app.caravel.desktop.compose;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
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

    private final ComposeViewModel model;
    private final Runnable fields;
    private final Ui ui;
    private final StringProperty preheaderText;
    private final ChipLine subject;
    private final ChipLine preheader;
    private @Nullable ChipLine last;
    private final ChangeListener<Design> designListener;

    /** @param fields shows the merge fields that can be put in */
    MailHead(ComposeViewModel model, DesignEditor editor, Runnable fields, Ui ui) {
        super(12, 8);
        this.model = model;
        this.fields = fields;
        this.ui = ui;
        preheaderText = new SimpleStringProperty(editor.now().preheader());
        designListener = (_, _, now) -> preheaderText.set(now.preheader());
        editor.design().addListener(new WeakChangeListener<>(designListener));
        preheaderText.addListener((_, _, text) -> editor.setPreheader(text));
        subject = line("subject", model.subject);
        preheader = line("preheader", preheaderText);
        var from = Words.muted(ui.text("compose.from"));
        from.setMinWidth(Label.USE_PREF_SIZE);
        addRow(0, from, Space.grow(new SentFrom(model, ui)), Buttons.flatIcon(ui.text("campaigns.add-account"), Feather.PLUS, () -> ui.go(Place.ADD_ACCOUNT)));
        row(1, ui.text("campaigns.subject"), subject, model.subject, SUBJECT);
        row(2, ui.text("compose.preheader"), preheader, preheaderText, PREHEADER);
    }

    private ChipLine line(String id, StringProperty value) {
        var made = new ChipLine[1];
        var line = new ChipLine(value, tag -> BlockLooks.chip(tag, ui), chip -> FieldBox.show(made[0], chip, model, ui));
        made[0] = line;
        line.setId(id);
        line.setPlaceholder(Words.muted(ui.text("compose." + id + "-prompt")), Pos.CENTER_LEFT);
        line.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (event.getCharacter().equals("/") && line.getLength() == 0) {
                event.consume();
                fields.run();
            }
        });
        return line;
    }

    private void row(int at, String word, ChipLine field, StringProperty value, int fits) {
        var label = Words.muted(word);
        label.setLabelFor(field);
        field.setAccessibleText(word);
        label.setMinWidth(Label.USE_PREF_SIZE);
        var count = Words.small("");
        count.setMinWidth(72);
        count.setAlignment(Pos.CENTER_RIGHT);
        value.subscribe(text -> {
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
        var button = Buttons.flatIcon(ui.text("compose.insert"), Feather.TAG, () -> {
            field.requestFocus();
            fields.run();
        }, "small");
        button.setId(field.getId() + "-fields");
        var box = Space.styled(Space.row(4, Space.grow(field), button), "chip-field");
        GridPane.setHgrow(box, javafx.scene.layout.Priority.ALWAYS);
        addRow(at, label, box, count);
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
        last.insert(tag);
        return true;
    }

    ChipLine preheader() {
        return preheader;
    }

    ChipLine subject() {
        return subject;
    }
}
