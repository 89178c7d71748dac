package app.caravel.protocol;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import app.caravel.reason.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DestinationsTest {

    private static String key(String destination) {
        return Destinations.check(destination).map(Reason::key).orElse("");
    }

    @Test
    void webAddressesAsPeopleWriteThemAreAllowed() {
        for (var fine : List.of("https://a.example", "http://a.example/b?c=d&e=%20#f", "HTTPS://A.example/", "https://展会.example/灯",
                "http://127.0.0.1:8080/x", "http://[::1]/x", "https://user@a.example/", "https://a.example/?mail=x@y.example", "https://a.example/a|b{c}")) {
            assertEquals(Optional.empty(), Destinations.check(fine), fine);
        }
    }

    @Test
    void everythingElseIsRefusedWithItsReason() {
        for (var other : List.of("", "a.example", "/path", "//a.example", "mailto:x@a.example", "javascript:alert(1)//://", "ftp://a.example", " https://a.example")) {
            assertEquals("protocol.destination-not-http", key(other), other);
        }
        for (var bad : List.of("https://", "https:///path", "https://:80/", "https://a.example/b c", "https://a.example/\r\nSet-Cookie:x", "https://a.example:http/",
                "https://evil.example\\@a.example/", "https://a.example/\ud800", "https://a.example/<b>")) {
            assertEquals("protocol.destination-malformed", key(bad), bad);
        }
        assertEquals("protocol.destination-too-long", key("https://a.example/" + "灯".repeat(500)));
    }
}
