package app.caravel.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Encoded words (RFC 2047) for a text that itself reads as one: {@code =?utf-8?B?...?=}. Left as it is, a mail program would
 * decode it and show what nobody wrote; encoded once more it arrives as the letters it is made of.
 */
final class EncodedWords {

    /** Bytes of text in a word, so that the word stays within 75 characters. */
    private static final int MOST = 42;

    private EncodedWords() {}

    static boolean looksLikeOne(String text) {
        return text.contains("=?");
    }

    static String of(String text) {
        var words = new StringBuilder();
        var word = new StringBuilder();
        int bytes = 0;
        for (int c : text.codePoints().toArray()) {
            var letter = Character.toString(c);
            int more = letter.getBytes(StandardCharsets.UTF_8).length;
            if (bytes + more > MOST) {
                words.append(encoded(word)).append(' ');
                word.setLength(0);
                bytes = 0;
            }
            word.append(letter);
            bytes += more;
        }
        return words.append(encoded(word)).toString();
    }

    private static String encoded(StringBuilder word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(word.toString().getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
