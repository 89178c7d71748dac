package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A leap year from every third hour on, to twenty countries. */
class YearOfWindowsTest {

    private static final List<SendWindow> WINDOWS = List.of(SendWindow.OFFICE, SendWindow.BEST,
            new SendWindow(EnumSet.allOf(DayOfWeek.class), false, LocalTime.of(12, 15), LocalTime.of(12, 45), true, true));

    @Test
    void noMailLeavesOutsideItsWindowAndEveryMailFindsOne() {
        int found = 0;
        for (var there : TwentyCountries.ALL) {
            for (var window : WINDOWS) {
                for (var from = Instant.parse("2028-01-01T00:00:00Z"); from.isBefore(Instant.parse("2029-01-01T00:00:00Z")); from = from.plus(Duration.ofHours(3))) {
                    var leaves = window.next(from, there.zone(), there.country(), WorkDays.BUILT_IN).orElseThrow();
                    assertFalse(leaves.isBefore(from));
                    assertTrue(Duration.between(from, leaves).toDays() < 14);
                    TwentyCountries.judge(there, window, leaves);
                    found++;
                }
            }
        }
        assertEquals(366 * 8 * 20 * 3, found);
    }
}
