package app.caravel.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.calendar.OwnDay;
import app.caravel.calendar.Week;
import app.caravel.calendar.Weekends;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WorkCalendarTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final LocalDate FAIR = LocalDate.of(2026, 12, 1);

    @TempDir
    Path folder;

    @Test
    void whatSomebodyKnowsBetterIsKept() {
        try (var workspace = Workspace.open(new Home(folder), Clock.systemUTC())) {
            var calendar = workspace.workCalendar();
            calendar.correct(new Weekends.Row("NP", Weekends.EVER, new Week(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), Set.of()), "a buyer", SATURDAY));
            calendar.correct(new Weekends.Row("IR", LocalDate.of(2026, 1, 1), new Week(EnumSet.of(DayOfWeek.FRIDAY), Set.of(DayOfWeek.SATURDAY)), "a buyer", SATURDAY));
            calendar.add(new OwnDay(FAIR, null, "Fair", false));
            calendar.add(new OwnDay(FAIR, null, "Canton Fair", false));
            calendar.add(new OwnDay(SATURDAY, "CN", "调休", true));
        }
        try (var workspace = Workspace.open(new Home(folder), Clock.systemUTC())) {
            var calendar = workspace.workCalendar();
            assertTrue(calendar.workDays().isWeekend(SATURDAY.plusDays(1), "NP"));
            assertTrue(calendar.workDays().isHalf(SATURDAY, "IR"));
            assertTrue(calendar.workDays().isHoliday(FAIR, "DE"));
            assertFalse(calendar.workDays().isWeekend(SATURDAY, "CN"));
            assertEquals(List.of("调休", "Canton Fair"), calendar.ownDays().stream().map(OwnDay::name).toList(), "one entry a day and country, by date");
            calendar.uncorrect("NP");
            calendar.remove(calendar.ownDays().getLast());
            assertFalse(calendar.workDays().isWeekend(SATURDAY.plusDays(1), "NP"));
            assertFalse(calendar.workDays().isHoliday(FAIR, "DE"));
            assertEquals(1, calendar.corrections().size());
        }
    }
}
