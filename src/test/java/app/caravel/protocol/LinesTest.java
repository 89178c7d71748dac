package app.caravel.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class LinesTest {

    private static final String ID = "00112233445566778899";

    @Property(tries = 300)
    void anEventReadsAsItWasWritten(@ForAll String name, @ForAll String value, @ForAll @IntRange(min = 0) int link) {
        var event = new RawEvent(RawEvent.Kind.CLICK, Instant.ofEpochMilli(1_764_000_000_123L), ID, link,
                "https://a.example/灯?q=1", "GET", "203.0.113.9", List.of(new RawEvent.Header("User-Agent", value), new RawEvent.Header(name, value)));
        var line = new EventLine(new Cursor("abc", 42), event).write();
        assertFalse(line.contains("\n"));
        assertEquals(new EventLine(new Cursor("abc", 42), event), EventLine.read(line));
        assertEquals(value, event.userAgent());
    }

    @Example
    void aFieldOfANewerTrackerIsPassedOverAndAnOpenHasNoLink() {
        var open = new EventLine(new Cursor("abc", 1), new RawEvent(RawEvent.Kind.OPEN, Instant.EPOCH, ID, null, null, "HEAD", "::1", List.of()));
        var line = open.write().replaceFirst("\\{", "{\"score\":{\"a\":[1]},");
        assertEquals(open, EventLine.read(line));
        assertEquals("", open.event().userAgent());
    }

    @Example
    void whatIsNoEventIsRefused() {
        for (var line : List.of("", "{}", "[]", "null", "{\"cursor\":\"abc:1\"}", "<html>")) {
            assertThrows(IllegalArgumentException.class, () -> EventLine.read(line), line);
        }
    }

    @Example
    void aPairingLineReadsAsItWasWrittenHoweverItWasCopied() {
        var pairing = new PairingLine("https://t.example/mail/", 0xdeadbeef, TokenKey.random(200), "key");
        assertEquals("https://t.example/mail", pairing.baseUrl());
        assertEquals(Optional.of(pairing), PairingLine.parse(pairing.write()));
        var line = pairing.write();
        assertEquals(Optional.of(pairing), PairingLine.parse(" \"" + line.substring(0, 40) + "\r\n  " + line.substring(40) + "\" \n"));
        assertFalse(line.contains("\n") || line.contains(" "));
    }

    @Property(tries = 300)
    void aPairingLineWithOneCharacterAlteredIsRefused(@ForAll @IntRange(min = 0) int place) {
        var line = new StringBuilder(new PairingLine("https://t.example", 1, TokenKey.random(1), "secret").write());
        int at = PairingLine.PREFIX.length() + place % (line.length() - PairingLine.PREFIX.length() - 1);
        line.setCharAt(at, line.charAt(at) == 'A' ? 'B' : 'A');
        assertEquals(Optional.empty(), PairingLine.parse(line.toString()));
        assertEquals(Optional.empty(), PairingLine.parse(line.substring(0, at)));
    }

    @Property(tries = 300)
    void whatIsNoPairingLineIsRefusedWithoutAnError(@ForAll String text) {
        assertEquals(Optional.empty(), PairingLine.parse(PairingLine.PREFIX + text));
    }

    @Example
    void aCursorReadsAsItWasWrittenAndNothingElseIsOne() {
        assertEquals(Optional.of(new Cursor("a1", 7)), Cursor.parse("a1:7"));
        for (var text : List.of("", ":", "a:", ":1", "a:-1", "a:1:2", "a:9999999999999999999", "A b:1")) {
            assertEquals(Optional.empty(), Cursor.parse(text), text);
        }
    }
}
