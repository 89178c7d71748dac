package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import app.caravel.messagelog.LogCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LineFieldsTest {

    private static final int ALL = 200;

    @Property(tries = 3000)
    void fieldsThatAreOnlyCountedAreThoseThatAreRead(@ForAll @Chars({',', ',', '"', 'a', 'b', ' ', '-', '\r', '\n', 'é'}) @StringLength(min = 1, max = 90) String text, @ForAll @IntRange(max = 8) int last,
            @ForAll @IntRange(max = 9) int before) {
        var bytes = ("x".repeat(before) + text).getBytes(StandardCharsets.UTF_8);
        var some = new LineFields(last);
        var all = new LineFields(ALL);
        some.read(bytes, before, bytes.length);
        all.read(bytes, before, bytes.length);
        assertEquals(all.count(), some.count());
        assertEquals(all.lineEnd(), some.lineEnd());
        assertEquals(all.closed(), some.closed());
        for (int i = 0; i <= Math.min(last, all.count() - 1); i++) {
            assertEquals(all.value(i), some.value(i));
        }
        int end = text.indexOf('\n');
        assertEquals(LogCsv.split(end < 0 ? text : text.substring(0, end)).size(), some.count());
    }

    @Test
    void aLineEndsWithinQuotesTooAndIsThenNotClosed() {
        var line = "a,b,\"c, d\r\ne,f".getBytes(StandardCharsets.UTF_8);
        for (int last = 0; last < 4; last++) {
            var fields = new LineFields(last);
            fields.read(line, 0, line.length);
            assertEquals(3, fields.count());
            assertEquals(10, fields.lineEnd());
            assertFalse(fields.closed());
            assertEquals("a", fields.value(0));
        }
        var whole = new LineFields(3);
        var quoted = "a,\"b \"\"x\"\", y\",c\"d,e\r\n".getBytes(StandardCharsets.UTF_8);
        whole.read(quoted, 0, quoted.length);
        assertTrue(whole.closed());
        assertEquals("b \"x\", y", whole.value(1));
        assertEquals("c\"d", whole.value(2));
        assertEquals("e", whole.value(3));
    }
}
