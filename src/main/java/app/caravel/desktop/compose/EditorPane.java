package app.caravel.desktop.compose;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

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

    private final ComposeViewModel model;
    private final Ui ui;
    private final TextField subject = new TextField();
    private final SourceEditor html;
    private final TextArea text = area();
    private final List<Writable> written;
    private final TextField standIn = new TextField();
    private final MenuButton fields = new MenuButton();
    private final VBox body = new VBox();
    private final Hyperlink wrong = Words.link("", this::toMistake);
    private int mistake;
    private Writable last;
    private final ChangeListener<@Nullable Shown> shownListener = (_, _, now) -> menu(now);
    private final ChangeListener<@Nullable Reason> wrongListener = (_, _, why) -> wrong(why);
    private final ChangeListener<@Nullable String> soughtListener = (_, _, words) -> seek(words);

    EditorPane(ComposeViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        ComposeView.padded(this);
        setMinHeight(0);
        subject.setId("subject-of-source");
        subject.textProperty().bindBidirectional(model.subject);
        html = new SourceEditor(model.source);
        text.textProperty().bindBidirectional(model.text);
        text.setPromptText(ui.text("compose.text-made"));
        written = List.of(Writable.of(subject), html, Writable.of(text));
        last = html;
        written.forEach(this::remember);
        var pauses = new TypingPauses(model);
        List.of(subject.textProperty(), html.area().textProperty(), text.textProperty()).forEach(each -> each.addListener((_, _, _) -> pauses.typed()));
        fields.setText(ui.text("compose.insert"));
        fields.setMinWidth(USE_PREF_SIZE);
        standIn.setPromptText(ui.text("compose.stand-in"));
        Key.MERGE_FIELD.on(this, fields::show);
        var which = new Segmented<>(List.of(true, false), true, isHtml -> ui.text(!isHtml ? "compose.plain-text" : model.isMjml() ? "compose.block.raw_mjml" : "compose.html"));
        which.valueProperty().addListener((_, _, isHtml) -> write(isHtml));
        getChildren().addAll(new Field(ui.text("campaigns.subject"), subject), Space.row(8, which, Space.rest(), fields, Space.width(standIn, 96)), Space.grow(body), wrong);
        wrong.setWrapText(true);
        wrong.getStyleClass().add("bounce-text");
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

    private void remember(Writable control) {
        control.focused().focusedProperty().addListener((_, _, focused) -> {
            if (focused) {
                last = control;
            }
        });
    }

    private void write(boolean isHtml) {
        last = isHtml ? html : written.getLast();
        body.getChildren().setAll(Space.grow(last.node()));
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
        for (var each : written) {
            int at = each.text().indexOf(words);
            if (at >= 0) {
                if (each != written.getFirst()) {
                    write(each == html);
                }
                each.select(at, at + words.length());
                return;
            }
        }
    }

    private void insert(String field) {
        var instead = standIn.getText().strip().replace("\"", "”");
        last.insert(instead.isEmpty() || field.equals("unsubscribe_url") ? "{{ " + field + " }}" : "{{ " + field + " | default: \"" + instead + "\" }}");
    }

    private void wrong(@Nullable Reason why) {
        mistake = why != null && why.arguments().get("line") instanceof Number line && !"text".equals(why.arguments().get("part")) && !"subject".equals(why.arguments().get("part")) ? line.intValue() : 0;
        html.wrong(mistake);
        wrong.setText(why == null ? "" : ui.text(why));
        wrong.setManaged(why != null);
        wrong.setVisible(why != null);
    }

    private void toMistake() {
        if (mistake > 0) {
            write(true);
            html.goTo(mistake);
        }
    }
}
