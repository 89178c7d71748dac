package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WorkDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void aWeekendIsTheOneOfItsTime() {
        assertTrue(WorkDays.BUILT_IN.isWeekend(LocalDate.of(2021, 12, 24), "AE"), "a Friday before 2022");
        assertFalse(WorkDays.BUILT_IN.isWeekend(FRIDAY, "AE"));
        assertTrue(WorkDays.BUILT_IN.isHalf(FRIDAY, "ae"));
        assertTrue(WorkDays.BUILT_IN.isWeekend(LocalDate.of(2013, 6, 27), "SA"), "a Thursday before June 2013");
        assertFalse(WorkDays.BUILT_IN.isWeekend(LocalDate.of(2026, 11, 26), "SA"));
        assertTrue(WorkDays.BUILT_IN.isWeekend(FRIDAY.plusDays(1), null));
    }

    @Test
    void theTableIsReadWhole() {
        var rows = Weekends.BUILT_IN.rows();
        assertTrue(rows.size() >= 28);
        for (var row : rows) {
            assertTrue(Set.of(Locale.getISOCountries()).contains(row.country()), row.country());
            assertFalse(row.week().off().isEmpty(), row.country());
            assertFalse(row.source().isBlank(), row.country());
        }
    }

    @Test
    void aCorrectedCountryKeepsNoneOfItsOldRows() {
        var week = new Week(EnumSet.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), Set.of());
        var corrected = Weekends.BUILT_IN.with(List.of(new Weekends.Row("IR", Weekends.EVER, week, "our agent in Tehran", FRIDAY)));
        assertEquals(week, corrected.on(FRIDAY, "IR"));
        assertEquals(Set.of(), corrected.on(FRIDAY, "IR").half());
        assertEquals(Weekends.BUILT_IN.rows().size(), corrected.rows().size());
        assertThrows(IllegalArgumentException.class, () -> new Week(EnumSet.allOf(DayOfWeek.class), Set.of()));
    }

    @Test
    void theBestDaysAreThoseInTheMiddleOfTheirWeek() {
        assertEquals(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY), BestHours.in("AE", FRIDAY, WorkDays.BUILT_IN).days());
        assertEquals(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY), BestHours.in("SA", FRIDAY, WorkDays.BUILT_IN).days());
        assertEquals(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.SUNDAY), BestHours.in("IR", FRIDAY, WorkDays.BUILT_IN).days(), "Saturday to Wednesday, Thursday half: the half day is the last");
    }

    @Test
    void holidaysByTheMoonAreAboutThen() {
        var eid = WorkDays.BUILT_IN.holiday(LocalDate.of(2027, 3, 9), "SA").orElseThrow();
        assertEquals("Eid ul-Fitr", eid.name());
        assertTrue(eid.about());
        assertFalse(WorkDays.BUILT_IN.holiday(LocalDate.of(2026, 12, 25), "DE").orElseThrow().about());
        assertTrue(WorkDays.BUILT_IN.isHoliday(LocalDate.of(2026, 5, 14), "de"), "Ascension");
    }

    @ParameterizedTest
    @CsvSource({"CN,2026-02-16", "CN,2026-02-17", "CN,2026-02-23", "CN,2027-02-05", "CN,2026-10-07", "KR,2026-09-24", "KR,2026-09-26", "TW,2026-06-19", "HK,2027-02-06", "HK,2030-02-05", "VN,2028-01-26", "SG,2027-02-07",
        "IL,2026-09-12", "IL,2026-09-21", "IL,2027-04-22", "IL,2026-05-22", "ID,2026-03-20", "MY,2026-05-27", "TH,2026-04-15"})
    void holidaysThatTheLibraryLacksAreReckoned(String country, LocalDate day) {
        assertTrue(WorkDays.BUILT_IN.isHoliday(day, country), () -> Holidays.of(country, day.getYear()).toString());
    }

    @Test
    void ofCountriesWithoutDataNothingIsKnownAndThatIsSaid() {
        for (var country : List.of("NP", "KH", "LK", "XX")) {
            assertFalse(WorkDays.knowsHolidays(country), country);
            assertFalse(WorkDays.BUILT_IN.isHoliday(LocalDate.of(2027, 1, 1), country), country);
        }
        assertTrue(WorkDays.knowsHolidays("BR"));
        assertFalse(WorkDays.knowsHolidays(null));
    }

    @Test
    void severalThreadsMayAskAtOnce() throws Exception {
        var countries = List.of("FR", "IT", "MX", "PL", "TR", "VN", "ZA", "PH");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = threads.invokeAll(IntStream.range(0, 64).mapToObj(i -> (Callable<Integer>) () -> Holidays.of(countries.get(i % 8), 2031).size()).toList());
            for (int i = 0; i < asked.size(); i++) {
                assertEquals(Holidays.of(countries.get(i % 8), 2031).size(), asked.get(i).get());
            }
        }
    }
}
