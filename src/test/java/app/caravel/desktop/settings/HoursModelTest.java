package app.caravel.desktop.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.calendar.OwnDay;
import app.caravel.calendar.Week;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HoursModelTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Week SATURDAY_SUNDAY = Week.USUAL;

    private final ArrayDeque<Runnable> undo = new ArrayDeque<>();

    @TempDir
    Path folder;

    private Workspace workspace;
    private HoursModel model;

    @BeforeEach
    void open() {
        var clock = Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC);
        workspace = Workspace.open(new Home(folder), clock);
        var ui = Robot.onScreen(() -> new TestUi(new Theme(Theme.Choice.LIGHT, Language.ENGLISH), new InlineBackground(), clock, ZoneId.of("Asia/Shanghai"))).ui;
        model = new HoursModel(workspace, ui, undo::push);
        model.load();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private HoursModel.Known known() {
        return Objects.requireNonNull(model.known.value());
    }

    @Test
    void weeksStandWithTheirCountriesTheMostUsualFirst() {
        var weeks = List.copyOf(known().weeks().entrySet());
        assertEquals(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), weeks.getFirst().getKey().off());
        assertTrue(weeks.getFirst().getValue().containsAll(List.of("SA", "EG", "IL", "BD")));
        assertTrue(weeks.stream().anyMatch(week -> week.getValue().equals(List.of("AE")) && week.getKey().half().equals(Set.of(DayOfWeek.FRIDAY))));
        assertTrue(weeks.stream().noneMatch(week -> week.getValue().contains("MY")), "Malaysia rests as most do");
    }

    @Test
    void aCountryIsCorrectedAndTheCorrectionTakenBack() {
        model.correct("NP", SATURDAY_SUNDAY);
        assertEquals(SATURDAY_SUNDAY, model.week("NP"));
        assertEquals(List.of("NP"), known().corrected().stream().map(row -> row.country()).toList());
        assertTrue(known().weeks().values().stream().noneMatch(countries -> countries.contains("NP")), "stands once");
        assertTrue(workspace.workCalendar().workDays().isWeekend(TODAY.plusDays(5), "NP"), "counts at once");
        model.correct("NP", new Week(EnumSet.of(DayOfWeek.SATURDAY), Set.of(DayOfWeek.SUNDAY)));
        undo.pop().run();
        assertEquals(SATURDAY_SUNDAY, model.week("NP"));
        undo.pop().run();
        assertEquals(EnumSet.of(DayOfWeek.SATURDAY), model.week("NP").off());
        model.correct("NP", SATURDAY_SUNDAY);
        model.uncorrect(known().corrected().getFirst());
        assertEquals(List.of(), known().corrected());
        undo.pop().run();
        assertEquals(SATURDAY_SUNDAY, model.week("NP"));
    }

    @Test
    void aDayOfOnesOwnIsAddedAndTakenAway() {
        var stockTaking = new OwnDay(TODAY.plusDays(3), null, "Stock-taking", false);
        model.add(stockTaking);
        assertEquals(List.of(stockTaking), known().ownDays());
        model.add(new OwnDay(TODAY.plusDays(3), null, "Outing", false));
        assertEquals("Outing", known().ownDays().getFirst().name());
        undo.pop().run();
        assertEquals(List.of(stockTaking), known().ownDays());
        model.remove(stockTaking);
        assertEquals(List.of(), known().ownDays());
        undo.pop().run();
        assertTrue(workspace.workCalendar().workDays().isHoliday(TODAY.plusDays(3), "DE"));
    }

    @Test
    void countriesWithoutHolidaysAreNamed() {
        assertFalse(known().unknown().contains("DE"));
        assertTrue(known().unknown().contains("NP"));
        assertTrue(known().countries() > 180);
    }
}
