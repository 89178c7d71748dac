package app.caravel.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A mail as it goes over the line. */
final class DotStuffing {

    private DotStuffing() {}

    /**
     * With a second dot before every dot that begins a line (RFC 5321 section 4.5.2), and every line end CRLF: a lone CR or
     * LF would be a line end to some servers and none to others, and a dot behind it the end of the mail.
     */
    static byte[] of(byte[] mail) {
        int from = firstOddity(mail);
        if (from == mail.length && endsLine(mail, mail.length)) {
            return mail;
        }
        var out = Arrays.copyOf(mail, mail.length + mail.length / 8 + 64);
        int to = from;
        for (int i = from; i < mail.length; i++) {
            if (to + 4 > out.length) {
                out = Arrays.copyOf(out, out.length * 2);
            }
            byte b = mail[i];
            if (b == '\r' || b == '\n') {
                i += b == '\r' && i + 1 < mail.length && mail[i + 1] == '\n' ? 1 : 0;
                out[to++] = '\r';
                out[to++] = '\n';
            } else {
                if (b == '.' && (to == 0 || out[to - 1] == '\n')) {
                    out[to++] = '.';
                }
                out[to++] = b;
            }
        }
        if (!endsLine(out, to)) {
            out = to + 2 > out.length ? Arrays.copyOf(out, to + 2) : out;
            out[to++] = '\r';
            out[to++] = '\n';
        }
        return Arrays.copyOf(out, to);
    }

    private static boolean endsLine(byte[] bytes, int length) {
        return length == 0 || length >= 2 && bytes[length - 2] == '\r' && bytes[length - 1] == '\n';
    }

    /**
     * Where the first line begins with a dot, or ends in something else than CRLF; the length where none does. Asked of a text,
     * because the platform looks for a letter in a text many bytes at once, and mails are looked at by the thousand a second.
     */
    private static int firstOddity(byte[] mail) {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        for (int line = 0; line < mail.length;) {
            if (mail[line] == '.') {
                return line;
            }
            int end = text.indexOf('\n', line);
            int cr = text.indexOf('\r', line);
            if (cr < 0 && end < 0) {
                return mail.length;
            }
            if (cr < 0 || end < 0 || end != cr + 1) {
                return cr < 0 ? end : end < 0 ? cr : Math.min(cr, end);
            }
            line = end + 1;
        }
        return mail.length;
    }
}
