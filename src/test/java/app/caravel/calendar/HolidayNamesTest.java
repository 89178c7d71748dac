package app.caravel.calendar;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import app.caravel.texts.Formats;
import app.caravel.texts.Texts;
import app.caravel.texts.Texts.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The library has no Chinese names of holidays: ours are kept with the texts. */
class HolidayNamesTest {

    private static final List<String> LARGE_MARKETS = List.of("AE", "AU", "BR", "CA", "CN", "DE", "EG", "ES", "FR", "GB", "HK", "IL", "IN", "IT", "JP", "KE", "KR", "MA", "MX", "MY", "NL", "NZ", "PH", "PK",
            "PL", "RU", "SA", "SG", "TH", "TR", "US", "VN", "ZA");

    private final Formats chinese = new Formats(Texts.in(Language.CHINESE), Clock.systemUTC(), ZoneOffset.UTC);

    @Test
    void aChineseReaderReadsTheHolidaysOfLargeMarketsInChinese() {
        var without = new TreeSet<String>();
        for (var country : LARGE_MARKETS) {
            Holidays.of(country, 2027).stream().filter(holiday -> chinese.holiday(holiday.name()).equals(holiday.name())).forEach(holiday -> without.add(country + " " + holiday.name()));
        }
        assertEquals(new TreeSet<>(), without);
    }

    @Test
    void aNameThatNobodyPutIntoWordsStaysAsItIs() {
        assertEquals("Beer Day", chinese.holiday("Beer Day"));
        assertEquals("胡亚雷斯诞辰日", chinese.holiday("Benito Juárez's birthday"));
        assertEquals("元旦", chinese.holiday("New Year's Day"));
    }
}
