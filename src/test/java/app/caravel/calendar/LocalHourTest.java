package app.caravel.calendar;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LocalHourTest {

    @ParameterizedTest
    @CsvSource({"2026-11-24T08:00:00Z,Europe/Berlin,DE,GOOD", "2026-11-24T08:00:00Z,America/Sao_Paulo,BR,NIGHT", "2026-11-24T21:00:00Z,Europe/Berlin,DE,NIGHT", "2026-11-23T08:00:00Z,Europe/Berlin,DE,FIRST_MORNING",
        "2026-11-23T13:00:00Z,Europe/Berlin,DE,GOOD", "2026-11-22T08:00:00Z,Europe/Berlin,DE,DAY_OFF", "2026-11-22T07:00:00Z,Asia/Riyadh,SA,FIRST_MORNING", "2026-11-20T08:00:00Z,Asia/Riyadh,SA,DAY_OFF",
        "2026-11-20T07:00:00Z,Asia/Dubai,AE,GOOD", "2026-11-20T09:00:00Z,Asia/Dubai,AE,DAY_OFF", "2026-11-22T08:00:00Z,Europe/Berlin,,DAY_OFF", "2026-12-25T09:00:00Z,Europe/Berlin,DE,DAY_OFF", "2026-12-25T05:00:00Z,Asia/Tokyo,JP,GOOD"})
    void anHourIsWhatItIsWhereTheReaderIs(Instant at, String zone, String country, LocalHour hour) {
        assertEquals(hour, LocalHour.of(at, ZoneId.of(zone), country, WorkDays.BUILT_IN));
    }
}
