package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** A word looked for in bytes, ASCII letters in either case: Horspool's way, which looks at few of them. */
final class Needle {

    private static final byte[] FOLD = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            FOLD[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
        }
    }

    private final byte[] word;
    private final int[] skip = new int[256];
    private final int afterMismatch;

    private Needle(byte[] word) {
        this.word = word;
        int last = word.length - 1;
        java.util.Arrays.fill(skip, word.length);
        int again = word.length;
        for (int i = 0; i < last; i++) {
            if (word[i] == word[last]) {
                again = last - i;
            }
            set(word[i], last - i);
        }
        set(word[last], 0);
        this.afterMismatch = again;
    }

    private void set(byte letter, int distance) {
        skip[letter & 0xff] = distance;
        if (letter >= 'a' && letter <= 'z') {
            skip[letter - 32] = distance;
        }
    }

    /**
     * The longest piece of a word that stands in every line that has the word: no quotes (they are doubled there), no letters
     * whose other case has other bytes.
     */
    static Needle in(String word) {
        var best = "";
        var run = new StringBuilder();
        for (int i = 0; i <= word.length(); i++) {
            char c = i < word.length() ? word.charAt(i) : '"';
            if (changes(c)) {
                best = run.length() > best.length() ? run.toString() : best;
                run.setLength(0);
            } else {
                run.append(c);
            }
        }
        return new Needle(folded(best.isEmpty() ? "," : best));
    }

    /** The whole word, or null where it does not stand in lines as it is. */
    static @Nullable Needle whole(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (changes(word.charAt(i))) {
                return null;
            }
        }
        return word.isEmpty() ? null : new Needle(folded(word));
    }

    private static boolean changes(char c) {
        return c == '"' || c > 127 && (Character.toLowerCase(c) != c || Character.toUpperCase(c) != c);
    }

    private static byte[] folded(String word) {
        var bytes = word.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = FOLD[bytes[i] & 0xff];
        }
        return bytes;
    }

    int length() {
        return word.length;
    }

    /** Where it stands first between two places, or -1. */
    int find(byte[] text, int from, int to) {
        int last = word.length - 1;
        int at = from + last;
        while (at < to) {
            int shift = skip[text[at] & 0xff];
            if (shift != 0) {
                at += shift;
                continue;
            }
            int i = last - 1;
            int there = at - 1;
            while (i >= 0 && FOLD[text[there] & 0xff] == word[i]) {
                i--;
                there--;
            }
            if (i < 0) {
                return at - last;
            }
            at += afterMismatch;
        }
        return -1;
    }
}
