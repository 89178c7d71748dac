package app.caravel.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class BodyTest {

    private static String written(String text) {
        var body = Body.of(text);
        return new String(Arrays.copyOf(body.bytes(), body.length()), StandardCharsets.UTF_8);
    }

    @Test
    void everyLineEndIsCrlfAndNothingElseChanges() {
        assertEquals("a\r\nb\r\nc\r\n\r\nd", written("a\nb\r\nc\r\rd"));
        assertEquals("\r\n", written("\n"));
        assertEquals("", written(""));
        assertEquals("ab 佐藤\r\n", written("a\0b 佐藤\n"));
    }

    @Test
    void theEncodingFitsTheText() {
        assertEquals("7bit", Body.of("plain\n".repeat(1000)).encoding());
        assertEquals("quoted-printable", Body.of("x".repeat(901)).encoding());
        assertEquals("quoted-printable", Body.of("one ü among many plain letters").encoding());
        assertEquals("base64", Body.of("您好，佐藤先生").encoding());
    }

    @Property(tries = 300)
    void anyTextComesOutWithCrlfAlone(@ForAll String text) {
        var plain = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var expected = plain.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").replace("\n", "\r\n");
        assertEquals(expected, written(text));
        assertEquals(expected.chars().anyMatch(c -> c > 127), Body.of(text).high() > 0);
    }
}
