package app.caravel.protocol;

import java.util.Locale;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TokensTest {

    private static final TokenKey KEY = TokenKey.random(7);

    private static Optional<Payload> decode(TokenKind kind, String token) {
        return Tokens.decode(kind, token, (_, id) -> id == 7 ? KEY : null);
    }

    @Property(tries = 300)
    void whatIsEncodedIsDecoded(@ForAll int workspace, @ForAll @Size(10) byte[] id, @ForAll @IntRange(min = 0) int link,
            @ForAll("destinations") String destination) {
        var click = Payload.ofClick(workspace, id, link, destination);
        assertEquals(Optional.of(click), decode(TokenKind.CLICK, Tokens.encode(TokenKind.CLICK, click, KEY)));
        var open = Payload.of(workspace, id);
        assertEquals(Optional.of(open), decode(TokenKind.PIXEL, Tokens.encode(TokenKind.PIXEL, open, KEY)));
    }

    @Property(tries = 300)
    void aRewriterMayFoldTheCaseAndAppendWhatItLikes(@ForAll @Size(10) byte[] id, @ForAll("destinations") String destination,
            @ForAll("appended") String appended) {
        var click = Payload.ofClick(1, id, 3, destination);
        var token = Tokens.encode(TokenKind.CLICK, click, KEY);
        assertEquals(token.toLowerCase(Locale.ROOT), token);
        assertEquals(Optional.of(click), decode(TokenKind.CLICK, token.toUpperCase(Locale.ROOT) + appended));
        assertEquals(Optional.of(click), decode(TokenKind.CLICK, token + appended));
    }

    @Property(tries = 1000)
    void aTokenWithOneCharacterAlteredIsRefused(@ForAll @Size(10) byte[] id, @ForAll("destinations") String destination,
            @ForAll @IntRange(min = 0) int place, @ForAll @IntRange(min = 1, max = 31) int by) {
        var token = new StringBuilder(Tokens.encode(TokenKind.CLICK, Payload.ofClick(1, id, 3, destination), KEY));
        var alphabet = "abcdefghijklmnopqrstuvwxyz234567";
        int at = place % token.length();
        token.setCharAt(at, alphabet.charAt((alphabet.indexOf(token.charAt(at)) + by) % 32));
        assertEquals(Optional.empty(), decode(TokenKind.CLICK, token.toString()));
    }

    @Property(tries = 1000)
    void anythingElseIsRefusedWithoutAnError(@ForAll String text) {
        for (var kind : TokenKind.values()) {
            assertEquals(Optional.empty(), decode(kind, text));
        }
    }

    @Example
    void aTokenOfOneKindIsNoneOfAnother() {
        var open = Tokens.encode(TokenKind.PIXEL, Payload.of(1, new byte[10]), KEY);
        assertEquals(Optional.empty(), decode(TokenKind.UNSUBSCRIBE, open));
        assertEquals(Optional.empty(), decode(TokenKind.CLICK, open));
    }

    @Example
    void aPixelHas52CharactersAndAClickOnA60CharacterDestinationAbout136() {
        assertEquals(52, Tokens.encode(TokenKind.PIXEL, Payload.of(1, new byte[10]), KEY).length());
        var destination = "https://" + "a".repeat(52);
        assertEquals(138, Tokens.encode(TokenKind.CLICK, Payload.ofClick(1, new byte[10], 3, destination), KEY).length());
    }

    @Example
    void aKeyThatIsUnknownOrAnotherOneRefuses() {
        var token = Tokens.encode(TokenKind.PIXEL, Payload.of(1, new byte[10]), KEY);
        assertEquals(Optional.empty(), Tokens.decode(TokenKind.PIXEL, token, (_, _) -> null));
        assertEquals(Optional.empty(), Tokens.decode(TokenKind.PIXEL, token, (_, _) -> TokenKey.random(7)));
    }

    @Example
    void aDestinationThatIsNotAllowedIsNotSigned() {
        assertThrows(IllegalArgumentException.class,
                () -> Tokens.encode(TokenKind.CLICK, Payload.ofClick(1, new byte[10], 1, "javascript:alert(1)"), KEY));
    }

    @Example
    void theLongestDestinationFits() {
        var destination = "HTTP://" + "a".repeat(Destinations.MAX_BYTES - 7);
        var click = Payload.ofClick(1, new byte[10], Integer.MAX_VALUE, destination);
        assertEquals(Optional.of(click), decode(TokenKind.CLICK, Tokens.encode(TokenKind.CLICK, click, KEY) + "?x=" + "y".repeat(500)));
    }

    @Provide
    Arbitrary<String> destinations() {
        return Combinators.combine(
                Arbitraries.of("https://", "http://", "https://www.", "HTTPS://", "http://www."),
                Arbitraries.of("a.example", "shop.example:8443", "[::1]:80", "展会.example"),
                Arbitraries.strings().withChars("abcXYZ019/?#&=%-_.~灯é🎉").ofMaxLength(80)).as((scheme, host, rest) -> scheme + host + "/" + repaired(rest));
    }

    private static String repaired(String text) {
        return new String(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> appended() {
        return Combinators.combine(Arbitraries.of("?", "&", "=", "/", ".", "%", " ", "1", "0", "é", "İ"), Arbitraries.strings().ofMaxLength(40))
                .as(String::concat);
    }
}
