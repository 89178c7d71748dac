package app.caravel.messagelog.search;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * A word looked for in bytes, ASCII letters in either case. Its two rarest bytes are looked for first, at eight places at
 * once; the whole word only where both stand.
 */
final class Needle {

    /** What stands in logs, the commonest first; what is not here is rare. */
    private static final String COMMON = "0 123456789,.-e:atoin;rsclmdhpug=@<>bfyxkwvzqj";
    private static final int CASE = 0x20;

    private final byte[] word;
    private final int one;
    private final int other;
    private final long oneByte;
    private final long otherByte;
    private final long oneCase;
    private final long otherCase;

    private Needle(byte[] word) {
        this.word = word;
        this.one = rarest(word, -1);
        this.other = word.length == 1 ? one : rarest(word, one);
        this.oneByte = Eight.times(word[one]);
        this.otherByte = Eight.times(word[other]);
        this.oneCase = Eight.times(caseOf(word[one]));
        this.otherCase = Eight.times(caseOf(word[other]));
    }

    private static int rarest(byte[] word, int but) {
        int best = -1;
        for (int i = 0; i < word.length; i++) {
            if (i != but && (best < 0 || rareness(word[i]) > rareness(word[best]))) {
                best = i;
            }
        }
        return best;
    }

    private static int rareness(byte letter) {
        int common = COMMON.indexOf(letter);
        return common < 0 ? COMMON.length() : common;
    }

    /** The bit that makes a capital letter of a small one. */
    private static int caseOf(int letter) {
        return letter >= 'a' && letter <= 'z' ? CASE : 0;
    }

    private static int small(int letter) {
        return letter >= 'A' && letter <= 'Z' ? letter | CASE : letter;
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
            bytes[i] = (byte) small(bytes[i]);
        }
        return bytes;
    }

    int length() {
        return word.length;
    }

    /** Where it stands first between two places, or -1. */
    int find(byte[] text, int from, int to) {
        int end = to - word.length; // the last place where it may begin
        int at = from;
        for (; at <= end - Eight.BYTES + 1; at += Eight.BYTES) {
            long both = ((Eight.at(text, at + one) | oneCase) ^ oneByte) | ((Eight.at(text, at + other) | otherCase) ^ otherByte);
            for (long found = Eight.zeros(both); found != 0; found &= found - 1) {
                int place = at + Eight.first(found);
                if (isAt(text, place)) {
                    return place;
                }
            }
        }
        for (; at <= end; at++) {
            if (isAt(text, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] text, int place) {
        for (int i = 0; i < word.length; i++) {
            if (small(text[place + i]) != word[i]) {
                return false;
            }
        }
        return true;
    }
}
