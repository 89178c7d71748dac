package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NeedleTest {

    @Property(tries = 1000)
    void findsWhatIndexOfFinds(@ForAll @CharRange(from = 'a', to = 'd') @StringLength(max = 60) String text, @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 5) String word) {
        var bytes = text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        assertEquals(text.indexOf(word), Needle.in(word).find(bytes, 0, bytes.length));
        assertEquals(text.indexOf(word, 3), bytes.length < 3 ? text.indexOf(word, 3) : Needle.in(word).find(bytes, 3, bytes.length));
    }

    @Test
    void quotesAndLettersOfTwoCasesAreLeftOut() {
        var line = "x,\"the \"\"GRÖSSE\"\" of it\"".getBytes(StandardCharsets.UTF_8);
        assertTrue(Needle.in("the \"größe\" of it").find(line, 0, line.length) >= 0);
        var chinese = "x,新品面板灯,y".getBytes(StandardCharsets.UTF_8);
        assertEquals(8, Needle.in("面板灯").find(chinese, 0, chinese.length));
    }
}
