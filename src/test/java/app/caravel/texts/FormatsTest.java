package app.caravel.texts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FormatsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-24T08:12:00Z");

    private final Formats english = in(Texts.Language.ENGLISH);
    private final Formats chinese = in(Texts.Language.CHINESE);

    private static Formats in(Texts.Language language) {
        return new Formats(Texts.in(language), Clock.fixed(NOW, SHANGHAI), SHANGHAI);
    }

    @Test
    void numbersHaveThousandsSeparators() {
        assertEquals("12,486", english.number(12_486));
        assertEquals("12,486", chinese.number(12_486));
    }

    @Test
    void sharesAreAsFineAsTheyNeedToBe() {
        assertEquals("38%", english.percent(0.38));
        assertEquals("0.02%", english.percent(0.0002));
        assertEquals("2.5%", english.percent(0.025));
        assertEquals("10%", english.percent(0.1));
        assertEquals("0%", english.percent(0, 0));
    }

    @Test
    void sizesAreRoundedAsPeopleSayThem() {
        assertEquals("68 kB", english.size(68_213));
        assertEquals("68 KB", chinese.size(68_213));
        assertEquals("4.2 MB", english.size(4_213_000));
    }

    @Test
    void durationsNameAtMostTwoUnits() {
        assertEquals("84 ms", english.duration(Duration.ofMillis(84)));
        assertEquals("48 s", english.duration(Duration.ofSeconds(48)));
        assertEquals("1 h 28 min", english.duration(Duration.ofMinutes(88)));
        assertEquals("1 小时 28 分钟", chinese.duration(Duration.ofMinutes(88)));
        assertEquals("4 days", english.duration(Duration.ofDays(4)));
    }

    @Test
    void aDayIsReadAsItIsWritten() {
        var day = java.time.LocalDate.of(2026, 11, 9);
        assertEquals(java.util.Optional.of(day), english.dayOf(english.day(day)));
        assertEquals(java.util.Optional.of(day), chinese.dayOf(" " + chinese.day(day)));
        assertEquals(java.util.Optional.of(day), english.dayOf("2026-11-09"));
        assertEquals(java.util.Optional.empty(), english.dayOf("9/11"));
    }

    @Test
    void thePastIsToldFromNow() {
        assertEquals("just now", english.ago(NOW.minusSeconds(20)));
        assertEquals("6 min ago", english.ago(NOW.minusSeconds(360)));
        assertEquals("3 h ago", english.ago(NOW.minus(Duration.ofHours(3))));
        assertEquals("yesterday 17:40", english.ago(Instant.parse("2026-11-23T09:40:00Z")));
        assertEquals("Thu 17:40", english.ago(Instant.parse("2026-11-19T09:40:00Z")));
        assertEquals("1 Nov 17:40", english.ago(Instant.parse("2026-11-01T09:40:00Z")));
        assertEquals("19 Nov 2025", english.ago(Instant.parse("2025-11-19T09:40:00Z")));
        assertEquals("昨天 17:40", chinese.ago(Instant.parse("2026-11-23T09:40:00Z")));
        assertEquals("周四 17:40", chinese.ago(Instant.parse("2026-11-19T09:40:00Z")));
        assertEquals("11月1日 17:40", chinese.ago(Instant.parse("2026-11-01T09:40:00Z")));
        assertEquals("2025-11-19", chinese.ago(Instant.parse("2025-11-19T09:40:00Z")));
    }

    @Test
    void theFutureIsToldToo() {
        assertEquals("today 17:00", english.when(Instant.parse("2026-11-24T09:00:00Z")));
        assertEquals("tomorrow 09:30", english.when(Instant.parse("2026-11-25T01:30:00Z")));
    }

    @Test
    void longDaysAreWrittenOut() {
        assertEquals("Tuesday 24 November", english.longDay(NOW));
        assertEquals("11月24日 星期二", chinese.longDay(NOW));
        assertEquals("Thu 19", english.axisDay(java.time.LocalDate.of(2026, 11, 19)));
        assertEquals("19日 周四", chinese.axisDay(java.time.LocalDate.of(2026, 11, 19)));
    }

    @Test
    void regionsHaveTheNamesThatReadersExpect() {
        assertEquals("中国香港", chinese.country("HK"));
        assertEquals("德国", chinese.country("DE"));
        assertEquals("Germany", english.country("DE"));
        assertEquals("??", english.country("??"));
    }
}
