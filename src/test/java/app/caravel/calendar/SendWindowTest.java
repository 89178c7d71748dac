package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SendWindowTest {

    private static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    /** From 2026-11-26, a Thursday, on. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-26T08:30:00Z,Europe/Berlin,DE,2026-11-26T08:30:00Z", // inside: at once
        "2026-11-26T06:30:00Z,Europe/Berlin,DE,2026-11-26T08:00:00Z", // before it opens
        "2026-11-27T16:00:00Z,Europe/Berlin,DE,2026-11-30T08:00:00Z", // Friday at 17: the moment it closes is outside
        "2026-11-26T15:00:00Z,Asia/Riyadh,SA,2026-11-29T06:00:00Z", // Thursday evening: Sunday is worked there
        "2026-11-26T15:00:00Z,Asia/Dubai,AE,2026-11-27T05:00:00Z", // Friday morning is worked there
        "2026-11-27T08:00:00Z,Asia/Dubai,AE,2026-11-30T05:00:00Z", // Friday noon
        "2026-11-25T23:00:00Z,America/New_York,US,2026-11-27T14:00:00Z", // Thanksgiving
        "2026-12-24T18:00:00Z,Europe/Berlin,DE,2026-12-28T08:00:00Z", // Christmas and a weekend
        "2026-11-26T15:00:00Z,Pacific/Kiritimati,KI,2026-11-26T19:00:00Z", // Friday already, 14 hours ahead
        "2026-11-28T06:00:00Z,Asia/Kathmandu,NP,2026-11-29T03:15:00Z", // Sunday is worked there
        "2026-11-28T06:00:00Z,Asia/Kabul,,2026-11-30T04:30:00Z"}) // no country known: Saturday and Sunday
    void officeHoursOpenOnTheWorkingDaysThere(Instant from, String zone, @Nullable String country, Instant opens) {
        assertEquals(Optional.of(opens), SendWindow.OFFICE.next(from, ZoneId.of(zone), country, WorkDays.BUILT_IN));
    }

    /** From 2026-11-26T12:00Z, a Thursday, on. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin,DE,TUESDAY", "Asia/Riyadh,SA,MONDAY", "Asia/Dubai,AE,TUESDAY", "Asia/Tehran,IR,SUNDAY", "Asia/Kathmandu,NP,MONDAY", "Asia/Brunei,BN,TUESDAY", "Asia/Kolkata,IN,FRIDAY"})
    void theBestHoursLieInTheMiddleOfTheirWeek(String zone, String country, DayOfWeek day) {
        var opens = SendWindow.BEST.next(Instant.parse("2026-11-26T12:00:00Z"), ZoneId.of(zone), country, WorkDays.BUILT_IN).orElseThrow().atZone(ZoneId.of(zone));
        assertEquals(day, opens.getDayOfWeek());
        assertEquals(LocalTime.of(8, 30), opens.toLocalTime());
    }

    @Test
    void anHourThatTheClockLeavesOutIsNoPartOfTheWindow() {
        var berlin = ZoneId.of("Europe/Berlin");
        var night = Instant.parse("2026-03-28T23:00:00Z"); // midnight; at 2 it is 3
        assertEquals(Optional.of(Instant.parse("2026-03-29T01:00:00Z")), window("02:30", "03:30").next(night, berlin, "DE", WorkDays.BUILT_IN), "opens when the clock is put forward, at 3");
        assertEquals(Instant.parse("2026-03-29T01:30:00Z"), window("02:30", "03:30").endOf(Instant.parse("2026-03-29T01:00:00Z"), berlin, "DE", WorkDays.BUILT_IN));
        assertEquals(Optional.of(Instant.parse("2026-03-30T00:10:00Z")), window("02:10", "02:50").next(night, berlin, "DE", WorkDays.BUILT_IN), "does not open on that day");
    }

    @Test
    void anHourThatComesTwiceIsOpenTwice() {
        var berlin = ZoneId.of("Europe/Berlin");
        var window = window("02:00", "02:30"); // on 2026-10-25 at 3 it is 2 again
        assertTrue(window.contains(Instant.parse("2026-10-25T00:10:00Z"), berlin, "DE", WorkDays.BUILT_IN));
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), window.endOf(Instant.parse("2026-10-25T00:10:00Z"), berlin, "DE", WorkDays.BUILT_IN));
        assertFalse(window.contains(Instant.parse("2026-10-25T00:40:00Z"), berlin, "DE", WorkDays.BUILT_IN));
        assertEquals(Optional.of(Instant.parse("2026-10-25T01:00:00Z")), window.next(Instant.parse("2026-10-25T00:40:00Z"), berlin, "DE", WorkDays.BUILT_IN));
        assertEquals(Instant.parse("2026-10-25T02:00:00Z"), window("02:00", "03:00").endOf(Instant.parse("2026-10-25T00:10:00Z"), berlin, "DE", WorkDays.BUILT_IN), "two hours on end");
    }

    @Test
    void aDayThatWasLeftOutAtTheDateLineDoesNotOpen() {
        var apia = ZoneId.of("Pacific/Apia"); // Friday, 2011-12-30, was skipped
        assertEquals(Optional.of(Instant.parse("2012-01-02T19:00:00Z")), SendWindow.OFFICE.next(Instant.parse("2011-12-30T04:00:00Z"), apia, "WS", WorkDays.BUILT_IN), "Thursday evening, the weekend, a holiday on Monday: Tuesday");
    }

    @Test
    void aWindowThatNeverOpensIsRefusedOrIsNotFound() {
        assertThrows(IllegalArgumentException.class, () -> new SendWindow(Set.of(), false, LocalTime.of(9, 0), LocalTime.of(17, 0), false, false));
        assertThrows(IllegalArgumentException.class, () -> window("17:00", "09:00"));
        assertThrows(IllegalArgumentException.class, () -> window("09:00", "09:00"));
        var sundays = new SendWindow(EnumSet.of(DayOfWeek.SUNDAY), false, LocalTime.of(9, 0), LocalTime.of(17, 0), true, false);
        assertEquals(Optional.empty(), sundays.next(Instant.parse("2026-11-26T12:00:00Z"), ZoneId.of("Europe/Berlin"), "DE", WorkDays.BUILT_IN));
        assertTrue(sundays.next(Instant.parse("2026-11-26T12:00:00Z"), ZoneId.of("Asia/Riyadh"), "SA", WorkDays.BUILT_IN).isPresent());
        var fridayAfternoons = new SendWindow(EnumSet.of(DayOfWeek.FRIDAY), false, LocalTime.of(13, 0), LocalTime.of(17, 0), true, false);
        assertEquals(Optional.empty(), fridayAfternoons.next(Instant.parse("2026-11-26T12:00:00Z"), ZoneId.of("Asia/Dubai"), "AE", WorkDays.BUILT_IN));
    }

    @Test
    void aWindowThatNeverClosesEndsWhereTheSearchDoes() {
        var now = Instant.parse("2026-11-26T12:00:00Z");
        assertEquals(Optional.of(now), SendWindow.ALWAYS.next(now, ZoneId.of("Europe/Berlin"), "DE", WorkDays.BUILT_IN));
        assertEquals(now.plus(SendWindow.SEARCH), SendWindow.ALWAYS.endOf(now, ZoneId.of("Europe/Berlin"), "DE", WorkDays.BUILT_IN));
        assertEquals(now, SendWindow.BEST.endOf(now, ZoneId.of("Europe/Berlin"), "DE", WorkDays.BUILT_IN), "outside already");
        var weekdays = new SendWindow(ALL, false, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, true, false);
        assertEquals(Duration.ofHours(35), Duration.between(now, weekdays.endOf(now, ZoneId.of("Europe/Berlin"), "DE", WorkDays.BUILT_IN)), "whole days join");
    }

    @Test
    void whatSomebodyHereKnowsComesBeforeTheTables() {
        var china = ZoneId.of("Asia/Shanghai");
        var golden = LocalDate.of(2026, 10, 1);
        var work = new WorkDays(Weekends.BUILT_IN, List.of(new OwnDay(golden, "CN", "国庆节", false), new OwnDay(golden.plusDays(2), "cn", "国庆节", true),
                new OwnDay(LocalDate.of(2026, 12, 31), null, "Stock-taking", false), new OwnDay(LocalDate.of(2026, 11, 26), "US", "We do write on Thanksgiving", true)));
        assertEquals(Optional.of(Instant.parse("2026-10-03T01:00:00Z")), SendWindow.OFFICE.next(Instant.parse("2026-10-01T01:00:00Z"), china, "CN", work), "a Saturday that is worked, among holidays");
        assertTrue(SendWindow.OFFICE.contains(Instant.parse("2026-10-03T01:00:00Z"), china, "CN", work), "a Saturday that is worked");
        assertFalse(SendWindow.OFFICE.contains(Instant.parse("2026-12-31T09:00:00Z"), ZoneId.of("Europe/Berlin"), "DE", work));
        assertTrue(SendWindow.OFFICE.contains(Instant.parse("2026-11-26T15:00:00Z"), ZoneId.of("America/New_York"), "US", work));
        assertEquals("Stock-taking", work.holiday(LocalDate.of(2026, 12, 31), "DE").orElseThrow().name());
    }

    @Test
    void aWindowIsKeptAsJson() {
        var json = JsonMapper.builder().build();
        for (var window : List.of(SendWindow.OFFICE, SendWindow.BEST, SendWindow.ALWAYS)) {
            assertEquals(window, json.readValue(json.writeValueAsString(window), SendWindow.class));
        }
    }

    private static SendWindow window(String opens, String closes) {
        return new SendWindow(ALL, false, LocalTime.parse(opens), LocalTime.parse(closes), false, false);
    }
}
