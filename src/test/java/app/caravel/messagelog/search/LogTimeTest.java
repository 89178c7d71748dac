package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LogTimeTest {

    private static long read(LogTime times, String text) {
        var bytes = ("," + text + ",").getBytes(StandardCharsets.UTF_8);
        return times.read(bytes, 1, bytes.length - 1);
    }

    @Test
    void timesInAnyOrderAreRead() {
        var times = new LogTime();
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            var at = Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(90) * 1000L * random.nextInt(2000) + random.nextInt(1000));
            var text = at.toString().contains(".") ? at.toString() : at.toString().replace("Z", ".000Z");
            assertEquals(at.toEpochMilli(), read(times, text), text);
        }
        assertEquals(Instant.parse("1969-12-31T23:59:59.001Z").toEpochMilli(), read(times, "1969-12-31T23:59:59.001Z"));
        assertEquals(Instant.parse("1969-12-31T23:59:58.999Z").toEpochMilli(), read(times, "1969-12-31T23:59:58.999Z"));
        assertEquals(Instant.parse("2022-09-19T15:02:29Z").toEpochMilli(), read(times, "2022-09-19T15:02:29Z"));
        assertEquals(Instant.parse("2022-09-19T15:02:29.5Z").toEpochMilli(), read(times, "2022-09-19T15:02:29.5Z"));
        assertEquals(Instant.parse("2022-09-19T15:02:29.123Z").toEpochMilli(), read(times, "2022-09-19T15:02:29.1234567Z"));
        assertEquals(Instant.parse("2022-09-19T15:03:00Z").toEpochMilli(), read(times, "2022-09-19T15:02:60.000Z"), "a leap second");
    }

    @Test
    void whatIsNoTimeIsNoneAndSpoilsNothing() {
        var times = new LogTime();
        var good = "2022-09-19T15:02:29.993Z";
        long at = Instant.parse(good).toEpochMilli();
        for (int i = 0; i < good.length(); i++) {
            for (char wrong : new char[] {'x', '/', ':', ' ', '\0', 'é', (char) 0x7f}) {
                if (good.charAt(i) != wrong) {
                    var spoilt = good.substring(0, i) + wrong + good.substring(i + 1);
                    assertEquals(LogTime.NONE, read(times, spoilt), spoilt);
                    assertEquals(at, read(times, good));
                }
            }
        }
        for (var wrong : new String[] {"", "Z", "2022-13-19T15:02:29.993Z", "2022-09-32T15:02:29.993Z", "2022-09-19T24:02:29.993Z", "2022-09-19T15:60:29.993Z", "2022-09-19T15:02:61.993Z", "2022-09-19T15:02:99.993Z"}) {
            assertEquals(LogTime.NONE, read(times, wrong), wrong);
            assertEquals(LogTime.NONE, read(times, wrong), wrong);
        }
    }
}
