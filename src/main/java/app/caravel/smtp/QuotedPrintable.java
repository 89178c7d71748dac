package app.caravel.smtp;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Quoted-printable (RFC 2045 section 6.7). Line by line, because Jakarta Mail's, byte by byte, took three quarters of a mail's time. */
final class QuotedPrintable {

    private static final int WIDEST = 76;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private static final boolean[] PLAIN = new boolean[256];

    static {
        Arrays.fill(PLAIN, ' ', 127, true);
        PLAIN['\t'] = true;
        PLAIN['='] = false;
    }

    private QuotedPrintable() {}

    /** Writes a text whose lines end in CRLF, and in nothing else. */
    static void write(Body text, ByteArrayOutputStream out) {
        var bytes = text.bytes();
        int length = text.length();
        var line = new byte[WIDEST + 2];
        int at = 0;
        int i = 0;
        while (i < length) {
            int run = plainUntil(bytes, i, Math.min(length, i + WIDEST - 1 - at), length);
            System.arraycopy(bytes, i, line, at, run - i);
            at += run - i;
            i = run;
            if (i < length && bytes[i] == '\r') {
                at = ended(line, at, out);
                i += 2;
            } else if (i < length && at + 3 >= WIDEST) {
                line[at++] = '=';
                at = ended(line, at, out);
            } else if (i < length) {
                line[at++] = '=';
                line[at++] = HEX[bytes[i] >> 4 & 15];
                line[at++] = HEX[bytes[i] & 15];
                i++;
            }
        }
        out.write(line, 0, at);
    }

    /** Where what stays as it is ends; a blank does not where its line ends. */
    private static int plainUntil(byte[] bytes, int from, int most, int length) {
        int run = from;
        while (run < most && PLAIN[bytes[run] & 0xff]) {
            run++;
        }
        boolean endsInBlank = run > from && bytes[run - 1] <= ' ' && (run == length || bytes[run] == '\r');
        return endsInBlank ? run - 1 : run;
    }

    private static int ended(byte[] line, int length, ByteArrayOutputStream out) {
        line[length] = '\r';
        line[length + 1] = '\n';
        out.write(line, 0, length + 2);
        return 0;
    }
}
