package app.caravel.smtp;

import java.io.ByteArrayOutputStream;

/** Quoted-printable (RFC 2045 section 6.7). Line by line, because Jakarta Mail's, byte by byte, took three quarters of a mail's time. */
final class QuotedPrintable {

    private static final int WIDEST = 76;
    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};

    private QuotedPrintable() {}

    /** Writes a text whose lines end in CRLF, and in nothing else. */
    static void write(Body text, ByteArrayOutputStream out) {
        var bytes = text.bytes();
        int length = text.length();
        var line = new byte[WIDEST + 2];
        int at = 0;
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
            if (b == '\r') {
                at = ended(line, at, out);
                i++; // its line feed
                continue;
            }
            boolean plain = b > ' ' && b < 127 && b != '=' || (b == ' ' || b == '\t') && i + 1 < length && bytes[i + 1] != '\r';
            if (at + (plain ? 1 : 3) >= WIDEST) {
                line[at++] = '=';
                at = ended(line, at, out);
            }
            if (plain) {
                line[at++] = b;
            } else {
                line[at++] = '=';
                line[at++] = HEX[b >> 4 & 15];
                line[at++] = HEX[b & 15];
            }
        }
        out.write(line, 0, at);
    }

    private static int ended(byte[] line, int length, ByteArrayOutputStream out) {
        line[length] = '\r';
        line[length + 1] = '\n';
        out.write(line, 0, length + 2);
        return 0;
    }
}
