package app.caravel.desktop.compose;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.MergeFields;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;

/** What is written: subject, the HTML or the plain text, and merge fields put in where the cursor stands. */
final class EditorPane extends VBox {

    /** Typing is kept as soon as it pauses this long. */
    static final Duration PAUSE = Duration.millis(350);

    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final ComposeViewModel model;
    private final Ui ui;
    private final TextField subject = new TextField();
    private final TextArea html = area();
    private final TextArea text = area();
    private final TextField standIn = new TextField();
    private final MenuButton fields = new MenuButton();
    private final VBox body = new VBox();
    private final javafx.scene.control.Label wrong = Words.wrapped(Words.of("", "bounce-text"));
    private TextInputControl last = html;
    private final ChangeListener<@Nullable Shown> shownListener = (_, _, now) -> menu(now);
    private final ChangeListener<@Nullable Reason> wrongListener = (_, _, why) -> wrong(why);
    private final ChangeListener<@Nullable String> soughtListener = (_, _, words) -> seek(words);

    EditorPane(ComposeViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        ComposeView.padded(this);
        setMinHeight(0);
        subject.textProperty().bindBidirectional(model.subject);
        html.textProperty().bindBidirectional(model.html);
        text.textProperty().bindBidirectional(model.text);
        text.setPromptText(ui.text("compose.text-made"));
        List.of(subject, html, text).forEach(this::remember);
        pause.setOnFinished(_ -> model.keep());
        List.of(subject, html, text).forEach(written -> written.textProperty().addListener((_, _, _) -> pause.playFromStart()));
        fields.setText(ui.text("compose.insert"));
        fields.setMinWidth(USE_PREF_SIZE);
        standIn.setPromptText(ui.text("compose.stand-in"));
        Key.MERGE_FIELD.on(this, fields::show);
        var which = new Segmented<>(List.of(true, false), true, isHtml -> ui.text(isHtml ? "compose.html" : "compose.plain-text"));
        which.valueProperty().addListener((_, _, isHtml) -> write(isHtml));
        getChildren().addAll(new Field(ui.text("campaigns.subject"), subject), Space.row(8, which, Space.rest(), fields, Space.width(standIn, 96)), Space.grow(body), wrong);
        body.setMinHeight(0);
        write(true);
        menu(model.shown().get());
        wrong(model.wrong().get());
        seek(model.sought().get());
        model.sought().addListener(new WeakChangeListener<>(soughtListener));
        model.shown().addListener(new WeakChangeListener<>(shownListener));
        model.wrong().addListener(new WeakChangeListener<>(wrongListener));
    }

    private static TextArea area() {
        var area = new TextArea();
        area.setWrapText(true);
        area.getStyleClass().add("source");
        area.setMinHeight(0);
        return area;
    }

    private void remember(TextInputControl control) {
        control.focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                last = control;
            }
        });
    }

    private void write(boolean isHtml) {
        last = isHtml ? html : text;
        body.getChildren().setAll(Space.grow(last));
    }

    private void menu(@Nullable Shown now) {
        var known = now == null ? MergeFields.OWN : now.known();
        fields.getItems().setAll(known.stream().map(field -> {
            var item = new MenuItem(field);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> insert(field));
            return item;
        }).toList());
    }

    /** Selects words that another screen sent here, where they stand as they are. */
    private void seek(@Nullable String words) {
        if (words == null) {
            return;
        }
        for (var written : List.of(subject, html, text)) {
            int at = written.getText() == null ? -1 : written.getText().indexOf(words);
            if (at >= 0) {
                if (written != subject) {
                    write(written == html);
                }
                written.selectRange(at, at + words.length());
                written.requestFocus();
                return;
            }
        }
    }

    private void insert(String field) {
        var instead = standIn.getText().strip().replace("\"", "”");
        last.insertText(last.getCaretPosition(), instead.isEmpty() || field.equals("unsubscribe_url") ? "{{ " + field + " }}" : "{{ " + field + " | default: \"" + instead + "\" }}");
        last.requestFocus();
    }

    private void wrong(@Nullable Reason why) {
        wrong.setText(why == null ? "" : ui.text(why));
        wrong.setManaged(why != null);
        wrong.setVisible(why != null);
    }
}
