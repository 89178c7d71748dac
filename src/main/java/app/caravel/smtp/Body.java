package app.caravel.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text as UTF-8 with CRLF line ends and no NUL, and what its lines are like.
 *
 * @param bytes the first {@code length} of them count
 * @param high bytes beyond ASCII
 * @param longest the longest line in bytes, without its end
 */
record Body(byte[] bytes, int length, int high, int longest) {

    /** RFC 5322 section 2.1.1 allows 998; some way below, because gateways add to lines. */
    private static final int LONGEST_LINE = 900;

    /** Line by line, because a mail's texts are looked at byte by byte nowhere else: mails are made by the hundred a second. */
    static Body of(String text) {
        var lines = text.indexOf('\r') >= 0 || text.indexOf('\0') >= 0 ? text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "") : text;
        var from = lines.getBytes(StandardCharsets.UTF_8);
        if (from.length == lines.length()) {
            return ofAscii(lines, from);
        }
        var to = new byte[from.length + lineEnds(from)];
        int length = 0;
        int longest = 0;
        int begin = 0;
        for (int end = lineEnd(from, 0); begin < from.length; end = lineEnd(from, begin)) {
            System.arraycopy(from, begin, to, length, end - begin);
            length += end - begin;
            longest = Math.max(longest, end - begin);
            if (end < from.length) {
                to[length++] = '\r';
                to[length++] = '\n';
            }
            begin = end + 1;
        }
        return new Body(to, length, high(from), longest);
    }

    /** In ASCII a letter is a byte, and the platform looks for a letter in a text many bytes at once. */
    private static Body ofAscii(String lines, byte[] from) {
        var to = new byte[from.length + from.length / 16 + 64];
        int length = 0;
        int longest = 0;
        for (int begin = 0; begin < from.length;) {
            int found = lines.indexOf('\n', begin);
            int end = found < 0 ? from.length : found;
            if (length + end - begin + 2 > to.length) {
                to = Arrays.copyOf(to, to.length * 2 + end - begin);
            }
            System.arraycopy(from, begin, to, length, end - begin);
            length += end - begin;
            longest = Math.max(longest, end - begin);
            if (found >= 0) {
                to[length++] = '\r';
                to[length++] = '\n';
            }
            begin = end + 1;
        }
        return new Body(to, length, 0, longest);
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static int lineEnds(byte[] bytes) {
        int ends = 0;
        for (byte b : bytes) {
            ends += b == '\n' ? 1 : 0;
        }
        return ends;
    }

    private static int high(byte[] bytes) {
        int high = 0;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
        }
        return high;
    }

    /** 7bit where it fits, quoted-printable where most is ASCII, else base64. */
    String encoding() {
        if (high == 0 && longest <= LONGEST_LINE) {
            return "7bit";
        }
        return high > length / 6 ? "base64" : "quoted-printable";
    }
}
