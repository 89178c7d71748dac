package app.caravel.desktop.compose;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.layout.StackPane;

import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

import app.caravel.desktop.kit.Space;

/** HTML or MJML as it is written: its parts told apart by colour, lines numbered, the line of a mistake marked. */
final class SourceEditor extends StackPane implements Writable {

    /** A source with a picture within it: colouring every key press of it would be felt. */
    private static final int COLOURED_UP_TO = 400_000;

    private static final Pattern PARTS = Pattern.compile("(?<comment><!--[\\s\\S]*?-->)|(?<liquid>\\{\\{.*?}}|\\{%.*?%})|(?<tag></?[A-Za-z][\\w:-]*|/?>)|(?<attribute>(?<=\\s)[A-Za-z_:][\\w:.-]*(?==))|(?<value>(?<==)\"[^\"]*\"|(?<==)'[^']*')");
    private static final List<String> NAMES = List.of("comment", "liquid", "tag", "attribute", "value");

    private final CodeArea area = new CodeArea();
    private final StringProperty source;
    private final ChangeListener<String> fromOutside = (_, _, text) -> take(text);
    private int marked = -1;

    SourceEditor(StringProperty source) {
        this.source = source;
        getStyleClass().add("source-editor");
        setMinSize(0, 0);
        area.getStyleClass().add("source");
        area.setWrapText(true);
        area.setParagraphGraphicFactory(LineNumberFactory.get(area));
        getChildren().add(Space.grow(new VirtualizedScrollPane<>(area)));
        take(source.get());
        area.getUndoManager().forgetHistory();
        area.textProperty().addListener((_, _, text) -> {
            colour(text);
            source.set(text);
        });
        source.addListener(new WeakChangeListener<>(fromOutside));
    }

    private void take(String text) {
        if (!text.equals(area.getText())) {
            area.replaceText(text);
            colour(text);
        }
    }

    private void colour(String text) {
        if (!text.isEmpty() && text.length() <= COLOURED_UP_TO) {
            area.setStyleSpans(0, spans(text));
        }
    }

    static StyleSpans<Collection<String>> spans(String text) {
        var spans = new StyleSpansBuilder<Collection<String>>();
        int at = 0;
        var parts = PARTS.matcher(text);
        while (parts.find()) {
            spans.add(Collections.emptyList(), parts.start() - at);
            spans.add(List.of("part-" + NAMES.stream().filter(name -> parts.group(name) != null).findFirst().orElseThrow()), parts.end() - parts.start());
            at = parts.end();
        }
        spans.add(Collections.emptyList(), text.length() - at);
        return spans.create();
    }

    /** Marks the line where a mistake stands. @param line from 1; 0 for none */
    void wrong(int line) {
        if (marked >= 0 && marked < area.getParagraphs().size()) {
            area.setParagraphStyle(marked, List.of());
        }
        marked = Math.min(line, area.getParagraphs().size()) - 1;
        if (marked >= 0) {
            area.setParagraphStyle(marked, List.of("wrong-line"));
        }
    }

    /** Goes to a line. */
    void goTo(int line) {
        area.moveTo(Math.clamp(line - 1, 0, area.getParagraphs().size() - 1), 0);
        area.requestFollowCaret();
        area.requestFocus();
    }

    CodeArea area() {
        return area;
    }

    @Override
    public javafx.scene.Node node() {
        return this;
    }

    @Override
    public javafx.scene.Node focused() {
        return area;
    }

    @Override
    public String text() {
        return source.get();
    }

    @Override
    public void insert(String text) {
        area.insertText(area.getCaretPosition(), text);
        area.requestFocus();
    }

    @Override
    public void select(int from, int to) {
        area.selectRange(from, to);
        area.requestFollowCaret();
        area.requestFocus();
    }
}
