package app.caravel.desktop.campaigns;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.campaigns.CalendarViewModel.Day;
import app.caravel.desktop.campaigns.CalendarViewModel.Month;
import app.caravel.desktop.campaigns.CalendarViewModel.Off;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** One day of the calendar: its number, who rests, a chip for each campaign as far as they fit. */
final class DayCell extends VBox {

    private static final double HEAD = 28;
    private static final double CHIP = 22;
    /** A day that holds so many chips is wide enough for the name of a holiday too. */
    private static final int ROOMY = 4;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass TODAY = PseudoClass.getPseudoClass("today");
    private static final PseudoClass FREE = PseudoClass.getPseudoClass("free");
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");

    private final CalendarGrid grid;
    private final Ui ui;
    private final Label number = Words.of("", "calendar-number");
    private final Label off = Words.of("", "caption", "subtle");
    private final Tooltip why = new Tooltip();
    private @Nullable Day day;

    DayCell(CalendarGrid grid, Ui ui, boolean last, boolean end) {
        super(2);
        this.grid = grid;
        this.ui = ui;
        getStyleClass().add("calendar-day");
        if (last) {
            getStyleClass().add("last");
        }
        if (end) {
            getStyleClass().add("end");
        }
        setMinSize(0, 0);
        number.setMinWidth(USE_PREF_SIZE);
        off.setMinWidth(0);
        setOnMousePressed(_ -> {
            if (day != null) {
                grid.choose(day.date());
            }
        });
    }

    /** How many chips a day of this height holds; how many more there are stands beside its number. */
    static int room(double height) {
        return Math.max(1, (int) ((height - HEAD) / CHIP));
    }

    @Nullable Day day() {
        return day;
    }

    void mark(LocalDate chosen) {
        pseudoClassStateChanged(CHOSEN, day != null && day.date().equals(chosen));
    }

    void show(Day shown, Month month, int room) {
        day = shown;
        number.setText(ui.formats().number(shown.date().getDayOfMonth()));
        pseudoClassStateChanged(TODAY, shown.date().equals(month.today()));
        pseudoClassStateChanged(FREE, shown.free());
        pseudoClassStateChanged(OUTSIDE, !YearMonth.from(shown.date()).equals(month.of()));
        off.setText(inShort(shown, room >= ROOMY));
        var head = new HBox(8, number, Space.rest(), off);
        head.getStyleClass().add("calendar-day-head");
        getChildren().setAll(head);
        if (shown.off().isEmpty()) {
            Tooltip.uninstall(head, why);
        } else {
            why.setText(shown.off().stream().map(each -> said(each, ui)).collect(Collectors.joining("\n")));
            Tooltip.install(head, why);
        }
        var mails = shown.mails();
        mails.stream().limit(room).forEach(each -> getChildren().add(new GoingChip(each, ui, () -> grid.open(each))));
        if (mails.size() > room) {
            head.getChildren().add(more(shown, mails.size() - room));
        }
    }

    /** Where some work and some rest, who rests, with the name of the holiday in a large window; where all do, the holiday; of a weekend of all its ground says enough. */
    private String inShort(Day shown, boolean roomy) {
        if (shown.free()) {
            return shown.off().stream().anyMatch(each -> each.holiday() == null) ? "" : shown.off().stream().map(each -> holiday(each, ui)).findFirst().orElse("");
        }
        if (roomy && shown.off().size() == 1 && shown.off().getFirst().holiday() != null) {
            return said(shown.off().getFirst(), ui);
        }
        return shown.off().stream().map(Off::country).filter(java.util.Objects::nonNull).map(ui.formats()::country).collect(Collectors.joining(ui.text("calendar.and")));
    }

    private Button more(Day shown, int n) {
        var more = new Button(ui.text("calendar.more", "n", n));
        more.getStyleClass().setAll("button", "calendar-more");
        more.setFocusTraversable(false);
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(_ -> {
            grid.choose(shown.date());
            grid.list(shown, more);
        });
        return more;
    }

    private static String holiday(Off off, Ui ui) {
        return off.holiday() == null ? "" : ui.formats().holiday(off.holiday());
    }

    private static String said(Off off, Ui ui) {
        var country = off.country();
        if (off.holiday() != null) {
            return country == null ? holiday(off, ui) : ui.text("calendar.holiday", "country", ui.formats().country(country), "name", holiday(off, ui));
        }
        return country == null ? ui.text("calendar.weekend") : ui.text("calendar.weekend-in", "country", ui.formats().country(country));
    }

    /** The day for one who does not see it. */
    static String said(Day day, Ui ui) {
        var words = new java.util.ArrayList<String>();
        words.add(ui.formats().longDay(day.date().atStartOfDay(ui.zone()).toInstant()));
        day.off().forEach(each -> words.add(said(each, ui)));
        day.mails().forEach(each -> words.add(GoingChip.said(each, ui)));
        return String.join(". ", words);
    }
}
