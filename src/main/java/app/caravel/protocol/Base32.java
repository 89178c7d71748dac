package app.caravel.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** RFC 4648 base32, lower case, no padding. Decoding folds case and stops at the first character outside the alphabet. */
final class Base32 {

    private static final byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz234567".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length; i++) {
            VALUES[ALPHABET[i]] = (byte) i;
            VALUES[Character.toUpperCase(ALPHABET[i])] = (byte) i;
        }
    }

    private Base32() {}

    static String encode(byte[] bytes) {
        var text = new byte[(bytes.length * 8 + 4) / 5];
        int at = 0;
        int bits = 0;
        int waiting = 0;
        for (byte b : bytes) {
            waiting = waiting << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text[at++] = ALPHABET[waiting >> bits & 31];
            }
            waiting &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text[at] = ALPHABET[waiting << 5 - bits & 31];
        }
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** The bytes, or null where no encoder writes such a text: bits left over that are not zero, or a whole character too many. */
    static byte @Nullable [] decode(String text) {
        int length = 0;
        while (length < text.length() && value(text.charAt(length)) >= 0) {
            length++;
        }
        var bytes = new byte[length * 5 / 8];
        int bits = 0;
        int waiting = 0;
        int at = 0;
        for (int i = 0; i < length; i++) {
            waiting = waiting << 5 | value(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (waiting >> bits);
                waiting &= (1 << bits) - 1;
            }
        }
        return bits >= 5 || waiting != 0 ? null : bytes;
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }
}
