package app.caravel.desktop.kit;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import app.caravel.texts.Texts.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DayStripTest {

    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);

    @Test
    void daysStandInRowsOfSevenOnOneScale() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var picture = Robot.onScreen(() -> {
                    var theme = new Theme(choice, language);
                    var ui = new TestUi(theme, new ThreadBackground(_ -> {}), Clock.systemUTC(), ZoneId.of("Asia/Shanghai")).ui;
                    var strip = new DayStrip(ui, days(language == Language.CHINESE));
                    var one = new DayStrip(ui, List.of(new DayStrip.Day(THURSDAY, 48, "09:00 to 11:00")));
                    var page = new VBox(24, strip, one, new DayStrip(ui, List.of()));
                    page.setPadding(new Insets(24));
                    page.getStyleClass().add("page");
                    var drawn = Snapshots.of(Snapshots.scene(page, 823, 720, theme));
                    looksRight(strip);
                    return drawn;
                });
                Snapshots.write(picture, Path.of("target/screens/day-strip-" + language.name().toLowerCase(Locale.ROOT) + "-" + choice.name().toLowerCase(Locale.ROOT) + ".png"));
            }
        }
    }

    private static void looksRight(DayStrip strip) {
        var bars = strip.lookupAll(".day-bar").stream().map(Region.class::cast).sorted(java.util.Comparator.comparingDouble(Region::getHeight)).toList();
        assertEquals(9, bars.size());
        assertEquals(List.of(2.0, 2.0, 2.0), bars.stream().limit(3).map(Region::getHeight).toList(), "days of none keep a line");
        assertEquals(bars.getLast().getHeight(), bars.get(7).getHeight() * 2, 1, "half as many, half as high");
        var columns = at(strip, "570", "12");
        assertEquals(columns.get(0).getX(), columns.get(1).getX(), 1, "the ninth day stands below the second");
        assertTrue(columns.get(1).getY() > columns.get(0).getY() + 100);
    }

    private static List<Point2D> at(DayStrip strip, String... counts) {
        return Stream.of(counts).map(count -> strip.lookupAll(".label").stream().map(Label.class::cast).filter(label -> count.equals(label.getText())).findFirst().orElseThrow())
                .map(label -> label.localToScene(0, label.getHeight())).toList();
    }

    @Test
    void whereThereIsRoomTwoWeeksStandSideBySide() {
        var columns = Robot.onScreen(() -> {
            var theme = new Theme(Theme.Choice.LIGHT, Language.ENGLISH);
            var strip = new DayStrip(new TestUi(theme, new ThreadBackground(_ -> {}), Clock.systemUTC(), ZoneId.of("Asia/Shanghai")).ui, days(false));
            var _ = Snapshots.of(Snapshots.scene(new VBox(strip), 1600, 400, theme));
            return at(strip, "1,140", "200", "12");
        });
        assertEquals((columns.get(1).getX() - columns.get(0).getX()) / 6 * 8, columns.get(2).getX() - columns.get(0).getX(), 1, "the ninth day is two to the right of the seventh");
    }

    private static List<DayStrip.Day> days(boolean chinese) {
        var hours = chinese ? "收件人当地\n09:00 到 11:00" : "09:00 to 11:00 their time";
        var rest = chinese ? "收件人的周末" : "their weekend";
        return List.of(new DayStrip.Day(THURSDAY, 1140, hours), new DayStrip.Day(THURSDAY.plusDays(1), 570, hours), new DayStrip.Day(THURSDAY.plusDays(2), 0, rest),
                new DayStrip.Day(THURSDAY.plusDays(3), 0, rest), new DayStrip.Day(THURSDAY.plusDays(4), 66, chinese ? "09:00 到 10:20" : "09:00 to 10:20"), new DayStrip.Day(THURSDAY.plusDays(5), 3, hours),
                new DayStrip.Day(THURSDAY.plusDays(6), 200, hours), new DayStrip.Day(THURSDAY.plusDays(7), 0, ""), new DayStrip.Day(THURSDAY.plusDays(8), 12, hours));
    }
}
