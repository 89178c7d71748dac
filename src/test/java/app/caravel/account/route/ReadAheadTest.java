package app.caravel.account.route;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class ReadAheadTest {

    private static final byte[] SENT = new byte[50_000];

    static {
        new Random(7).nextBytes(SENT);
    }

    /** A line that gives at most so many bytes at once, and counts how often it was asked. */
    private static final class Line extends FilterInputStream {
        private final int most;
        private int asked;

        Line(int most) {
            super(new ByteArrayInputStream(SENT));
            this.most = most;
        }

        @Override
        public int read(byte[] into, int at, int wanted) throws IOException {
            asked++;
            return super.read(into, at, Math.min(wanted, most));
        }
    }

    @Test
    void whateverPiecesAreAskedForTheyAreWhatCame() throws IOException {
        for (int atOnce : new int[] {1, 7, 1_460, 4_096, 16_384}) {
            for (int piece : new int[] {1, 5, 1_000, 4_095, 4_096, 20_000}) {
                try (var read = new ReadAhead(new Line(atOnce))) {
                    assertArrayEquals(SENT, all(read, piece), atOnce + " " + piece);
                    assertEquals(-1, read.read());
                }
            }
        }
    }

    private static byte[] all(ReadAhead read, int piece) throws IOException {
        var all = new ByteArrayOutputStream();
        var into = new byte[piece];
        for (int one = read.read(); one >= 0; one = read.read()) {
            all.write(one);
            int got = read.read(into, 0, piece);
            if (got < 0) {
                break;
            }
            all.write(into, 0, got);
        }
        return all.toByteArray();
    }

    @Test
    void aShortAnswerIsHandedOutWithoutAskingTheLineForMore() throws IOException {
        var line = new Line(5);
        try (var read = new ReadAhead(line)) {
            assertEquals(5, read.read(new byte[1_000], 0, 1_000));
            assertEquals(0, read.read(new byte[1_000], 0, 0));
            assertEquals(1, line.asked);
        }
    }

    @Test
    void theHeadOfARecordAndItsBodyAreOneQuestion() throws IOException {
        var line = new Line(4_096);
        try (var read = new ReadAhead(line)) {
            assertEquals(5, read.read(new byte[5], 0, 5));
            assertEquals(500, read.read(new byte[500], 0, 500));
            assertEquals(1, line.asked);
            assertEquals(SENT.length - 505, read.available());
        }
    }
}
