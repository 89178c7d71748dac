package app.caravel.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OfficeHoursTest {

    private static final Instant TUESDAY = Instant.parse("2026-11-24T08:12:00Z");

    private static OfficeHours at(Instant now, String zone, String country) {
        return OfficeHours.at(now, ZoneId.of(zone), country, WorkDays.BUILT_IN);
    }

    @Test
    void anOfficeIsOpenFromNineToSixOnItsOwnClock() {
        assertEquals(OfficeHours.State.JUST_OPENED, at(TUESDAY, "Europe/Berlin", "DE").state());
        var osaka = at(TUESDAY, "Asia/Tokyo", "JP");
        assertEquals(OfficeHours.State.CLOSES_SOON, osaka.state());
        assertEquals(Duration.ofMinutes(48), osaka.until());
        assertEquals(OfficeHours.State.OPEN, at(TUESDAY, "Asia/Dubai", "AE").state());
        var recife = at(TUESDAY, "America/Sao_Paulo", "BR");
        assertFalse(recife.isOpen());
        assertEquals(Duration.ofMinutes(3 * 60 + 48), recife.until());
    }

    @Test
    void weekendsAreThoseOfTheCountry() {
        var friday = Instant.parse("2026-11-27T09:00:00Z");
        assertFalse(at(friday, "Asia/Riyadh", "SA").isOpen());
        assertFalse(at(friday, "Asia/Dubai", "AE").isOpen(), "work ends at noon");
        assertEquals(OfficeHours.State.CLOSES_SOON, at(friday.minusSeconds(2 * 3600), "Asia/Dubai", "AE").state());
        assertTrue(at(Instant.parse("2026-11-29T09:00:00Z"), "Asia/Riyadh", "SA").isOpen());
        assertEquals(java.time.DayOfWeek.MONDAY, at(Instant.parse("2026-11-27T18:00:00Z"), "Europe/Berlin", "DE").at().getDayOfWeek());
    }

    @Test
    void onAHolidayNobodyIsThere() {
        var christmas = at(Instant.parse("2026-12-25T10:00:00Z"), "Europe/Berlin", "DE");
        assertFalse(christmas.isOpen());
        assertEquals("2026-12-28T09:00+01:00[Europe/Berlin]", christmas.at().toString(), "and then a weekend");
    }

    @Test
    void aZoneComesFromTheCityWhereTheCountryHasSeveral() {
        assertEquals("Europe/Berlin", zone(null, "DE", "Hamburg"));
        assertEquals("America/Merida", zone(null, "MX", "Mérida"));
        assertEquals("Australia/Perth", zone(null, "AU", "Perth"));
        assertEquals("America/Los_Angeles", zone(null, "US", "Seattle"));
        assertEquals("Asia/Shanghai", zone(null, "CN", "Ürümqi"));
        assertEquals("Asia/Dubai", zone("Asia/Dubai", "DE", null));
        assertTrue(TheirZone.of(null, "JP", null).orElseThrow().sure());
        assertFalse(TheirZone.of(null, "US", "Springfield").orElseThrow().sure());
        assertEquals(Optional.empty(), TheirZone.of(null, null, "Hamburg"));
    }

    private static String zone(@org.jspecify.annotations.Nullable String named, String country, @org.jspecify.annotations.Nullable String city) {
        return TheirZone.of(named, country, city).orElseThrow().zone().getId();
    }
}
