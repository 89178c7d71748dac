package app.caravel.smtp;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a server's answers (RFC 5321 section 4.2), of whatever number of lines, and no more than an answer can be. */
final class Replies {

    /** All lines of one answer together, in bytes; RFC 5321 section 4.5.3.1.5 allows 512 a line. */
    private static final int LONGEST = 64 * 1024;

    private final InputStream in;
    private byte[] buffer = new byte[1024];
    private int from;
    private int to;

    Replies(InputStream in) {
        this.in = in;
    }

    /** Whether nothing has come that was not asked for yet. */
    boolean isClear() {
        return from == to;
    }

    /**
     * The next answer.
     *
     * @throws IOException where the line ends before it, or what comes is none
     */
    SmtpReply next() throws IOException {
        int begin = from; // of the answer
        int line = begin;
        while (true) {
            int end = line;
            while (true) {
                while (end < to && buffer[end] != '\n') {
                    end++;
                }
                if (end < to) {
                    break;
                }
                if (to - begin > LONGEST) {
                    throw new IOException("the server's answer has no end");
                }
                if (begin > 0) { // the answer to the front of the buffer
                    System.arraycopy(buffer, begin, buffer, 0, to - begin);
                    line -= begin;
                    end -= begin;
                    to -= begin;
                    begin = 0;
                }
                if (to == buffer.length) {
                    buffer = Arrays.copyOf(buffer, buffer.length * 2);
                }
                int read = in.read(buffer, to, buffer.length - to);
                if (read < 0) {
                    throw new EOFException("the server closed the line");
                }
                to += read;
            }
            int code = code(line, end);
            if (end - line > 3 && buffer[line + 3] == '-') {
                line = end + 1;
                continue;
            }
            from = end + 1;
            var reply = new SmtpReply(code, text(begin, end));
            if (from == to) {
                from = 0;
                to = 0;
            }
            return reply;
        }
    }

    private int code(int line, int end) throws IOException {
        int code = 0;
        for (int i = line; i < line + 3; i++) {
            if (i >= end || buffer[i] < '0' || buffer[i] > '9') {
                throw new StrangeAnswerException(text(line, Math.min(end, line + 80)).strip());
            }
            code = code * 10 + buffer[i] - '0';
        }
        return code;
    }

    /** Servers write UTF-8 where they write more than ASCII; what is none is taken letter by letter. */
    private String text(int begin, int end) {
        var text = new String(buffer, begin, end - begin, StandardCharsets.UTF_8);
        return text.indexOf('\ufffd') < 0 ? text : new String(buffer, begin, end - begin, StandardCharsets.ISO_8859_1);
    }
}
