package app.caravel.desktop.kit;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** What happened, in the order given: time, a mark in the fill of its meaning, what, a detail, and a machine's own words. */
public final class Timeline extends VBox {

    /**
     * One step.
     *
     * @param time written short; its hover says the whole moment
     * @param verbatim what a machine said, as it said it; below the detail
     * @param fill {@code fill-person, fill-likely, fill-proxy, fill-machine, fill-bounce, fill-reply, fill-scheduled, fill-plain}
     */
    public record Entry(String time, @Nullable String hover, String fill, String what, @Nullable String detail, @Nullable String verbatim) {

        public Entry(String time, @Nullable String hover, String fill, String what, @Nullable String detail) {
            this(time, hover, fill, what, detail, null);
        }
    }

    public Timeline(List<Entry> entries) {
        this(entries, 72);
    }

    public Timeline(List<Entry> entries, double timeWidth) {
        for (int i = 0; i < entries.size(); i++) {
            getChildren().add(row(entries.get(i), timeWidth, i == entries.size() - 1));
        }
    }

    private static HBox row(Entry entry, double timeWidth, boolean last) {
        var time = Space.width(Words.help(entry.time()), timeWidth);
        if (entry.hover() != null) {
            time.setTooltip(new Tooltip(entry.hover()));
        }
        var mark = Space.styled(new Region(), "timeline-mark", entry.fill());
        VBox.setMargin(mark, new Insets(4, 0, 0, 0));
        var rail = new VBox(2, mark);
        rail.setAlignment(Pos.TOP_CENTER);
        if (!last) {
            var line = Space.grow(Space.styled(new Region(), "timeline-line"));
            line.setMaxWidth(1);
            rail.getChildren().add(line);
        }
        var words = Space.column(2, Words.wrapped(Words.body(entry.what())));
        if (entry.detail() != null && !entry.detail().isBlank()) {
            words.getChildren().add(Words.wrapped(Words.help(entry.detail())));
        }
        if (entry.verbatim() != null && !entry.verbatim().isBlank()) {
            words.getChildren().add(Words.wrapped(Words.of(entry.verbatim(), "source", "muted")));
        }
        words.setPadding(new Insets(0, 0, 12, 0));
        words.setMinWidth(0);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        return new HBox(10, time, rail, words);
    }
}
