package app.caravel.desktop.kit;

import java.time.LocalDate;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/** What goes out on which day: seven days a row, fourteen where there is room, each with a bar, its count and its hours below; one scale for all. */
public final class DayStrip extends StackPane {

    /**
     * A day of the strip.
     *
     * @param count how many mails go out; a day of none stays in the row, so that the days keep their distance
     * @param hours when, or why none, in words: "09:00 to 11:00 their time", "their weekend"; a line holds some 14 letters,
     *        so Chinese breaks it itself before a clock time
     */
    public record Day(LocalDate day, long count, String hours) {}

    private static final int A_ROW = 7;
    private static final double COLUMN = 104;
    /** Wider, and a day is no longer seen beside the next. */
    private static final double WIDEST = 168;
    private static final double BAR = 56;
    private static final double BAR_WIDTH = 56;

    private final Ui ui;
    private List<Day> shown = List.of();
    private int aRow = A_ROW;
    private double column = COLUMN;

    public DayStrip(Ui ui, List<Day> days) {
        this.ui = ui;
        getStyleClass().addAll("group", "day-strip");
        setAlignment(Pos.TOP_LEFT);
        widthProperty().addListener(_ -> fit());
        show(days);
    }

    /** Its days share the room; of two weeks the second goes behind the first where both fit. */
    private void fit() {
        int now = shown.size() > A_ROW && getWidth() >= 2 * A_ROW * COLUMN ? 2 * A_ROW : A_ROW;
        double wide = Math.clamp(Math.floor(getWidth() / now), COLUMN, WIDEST);
        if (now != aRow || wide != column) {
            aRow = now;
            column = wide;
            lay();
        }
    }

    /** Days in their order; of none at all it says so. */
    public void show(List<Day> days) {
        shown = List.copyOf(days);
        if (getWidth() > 0) {
            fit();
        }
        lay();
    }

    private void lay() {
        var days = shown;
        if (days.stream().allMatch(day -> day.count() == 0)) {
            getChildren().setAll(new EmptyFace(Feather.CALENDAR, ui.text("kit.days.none"), ui.text("kit.days.none.help"), null));
            return;
        }
        long most = days.stream().mapToLong(Day::count).max().orElse(1);
        var grid = new GridPane();
        for (int i = 0; i < days.size(); i++) {
            grid.add(column(days.get(i), most), i % aRow, i / aRow);
        }
        grid.setVgap(16);
        grid.setPadding(new Insets(12, 0, 14, 0));
        Space.tight(grid);
        getChildren().setAll(grid);
    }

    private VBox column(Day day, long most) {
        boolean none = day.count() == 0;
        var count = none ? Words.of("–", "subtle") : Words.strong(ui.formats().number(day.count()));
        var bar = Space.styled(new Region(), "day-bar", none ? "fill-track" : "fill-accent");
        Space.width(bar, BAR_WIDTH);
        Space.height(bar, none ? 2 : Math.max(3, Math.round(BAR * day.count() / most)));
        var column = Space.column(4, Words.help(ui.formats().axisDay(day.day())), above(count, bar), hours(day.hours()));
        Space.width(column, this.column);
        column.setPadding(new Insets(0, 8, 0, 16));
        var whole = ui.formats().longDay(day.day().atStartOfDay(ui.formats().zone()).toInstant()) + "\n" + ui.text("kit.days.mails", "n", day.count())
                + (day.hours().isBlank() ? "" : "\n" + day.hours());
        Tooltip.install(column, new Tooltip(whole));
        column.setAccessibleText(whole.replace('\n', ','));
        return column;
    }

    /** The count stands on its bar, the bars on one line. */
    private static VBox above(Label count, Region bar) {
        var stack = Space.height(Space.column(4, count, bar), BAR + 24);
        stack.setAlignment(Pos.BOTTOM_LEFT);
        return stack;
    }

    private static Label hours(String words) {
        var label = Words.wrapped(Words.caption(words));
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
