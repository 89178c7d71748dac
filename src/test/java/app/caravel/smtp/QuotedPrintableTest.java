package app.caravel.smtp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import jakarta.mail.internet.MimeUtility;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class QuotedPrintableTest {

    private static String written(String text) {
        var out = new ByteArrayOutputStream();
        QuotedPrintable.write(Body.of(text), out);
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsPlainStaysAndTheRestIsHex() {
        assertEquals("f=C3=BCr 1=3D1\r\nends in a blank=20\r\nand a tab=09\r\n\tnot here", written("für 1=1\nends in a blank \nand a tab\t\n\tnot here"));
        assertEquals("", written(""));
        assertEquals("=20", written(" "));
    }

    @Test
    void aLongLineIsBrokenWhereNoCharacterIsCut() {
        assertEquals("x".repeat(75) + "=\r\n" + "x".repeat(75) + "=\r\nx", written("x".repeat(151)));
        assertEquals("x".repeat(73) + "=\r\n=C3=BC", written("x".repeat(73) + "ü"));
    }

    @Property(tries = 500)
    void everyTextIsReadBackByAnother(@ForAll @StringLength(max = 400) @CharRange(from = ' ', to = '\u0180') @Chars({'\n', '=', ' ', '\t', '佐', '.'}) String text) throws Exception {
        var body = Body.of(text);
        var written = written(text);
        assertTrue(written.chars().allMatch(c -> c < 127), written);
        assertTrue(written.lines().allMatch(line -> line.length() <= 76 && !line.endsWith(" ") && !line.endsWith("\t")), written);
        var read = MimeUtility.decode(new ByteArrayInputStream(written.getBytes(StandardCharsets.US_ASCII)), "quoted-printable").readAllBytes();
        assertArrayEquals(Arrays.copyOf(body.bytes(), body.length()), read);
    }
}
