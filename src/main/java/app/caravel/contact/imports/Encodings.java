package app.caravel.contact.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Notices a file's encoding from all of its bytes: its mark, its NULs, whether it is UTF-8, else what its lines look like. */
final class Encodings {

    /** Of lines with other than ASCII, so much of each eighth of the file is looked at closely. */
    private static final int SAMPLE_OF_EIGHTH = 32 << 10;
    private static final int LONGEST_LINE = 4 << 10;

    private final long eighth;
    private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
    private final byte[] lineBytes = new byte[LONGEST_LINE];
    private int lineLength;
    private boolean lineIsAscii = true;
    private long budget = SAMPLE_OF_EIGHTH;
    private long position;
    private long nextEighth;
    private final long[] nuls = new long[2];
    private final Utf8Check utf8 = new Utf8Check();

    private Encodings(long size) {
        this.eighth = Math.max(1, size / 8);
        this.nextEighth = eighth;
    }

    static EncodingGuess of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(4);
            var marked = mark(first);
            if (marked != null) {
                return EncodingGuess.of(marked, List.of());
            }
            var encodings = new Encodings(Files.size(file));
            encodings.take(first, first.length);
            var chunk = new byte[1 << 16];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                encodings.take(chunk, read);
            }
            return encodings.guess();
        }
    }

    @org.jspecify.annotations.Nullable static Encoding mark(byte[] first) {
        if (starts(first, 0xEF, 0xBB, 0xBF)) {
            return Encoding.UTF_8;
        }
        if (starts(first, 0xFF, 0xFE)) {
            return Encoding.UTF_16LE;
        }
        if (starts(first, 0xFE, 0xFF)) {
            return Encoding.UTF_16BE;
        }
        return starts(first, 0x84, 0x31, 0x95, 0x33) ? Encoding.GB18030 : null;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private void take(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            if (b == 0) {
                nuls[(int) (position & 1)]++;
            }
            if (++position == nextEighth) {
                nextEighth += eighth;
                budget = SAMPLE_OF_EIGHTH;
            }
            utf8.take(b);
            if (b == '\n' || b == '\r') {
                endLine();
            } else if (lineLength < LONGEST_LINE) {
                lineBytes[lineLength++] = bytes[i];
                lineIsAscii &= b < 0x80;
            }
        }
    }

    private void endLine() {
        if (!lineIsAscii && budget > 0) {
            sample.write(lineBytes, 0, lineLength);
            sample.write('\n');
            budget -= lineLength;
        }
        lineLength = 0;
        lineIsAscii = true;
    }

    private EncodingGuess guess() {
        endLine();
        // ASCII characters in UTF-16 have a NUL each, always on the same side
        if (nuls[1] > position / 20 && nuls[0] < nuls[1] / 20) {
            return EncodingGuess.of(Encoding.UTF_16LE, List.of(Encoding.UTF_16BE));
        }
        if (nuls[0] > position / 20 && nuls[1] < nuls[0] / 20) {
            return EncodingGuess.of(Encoding.UTF_16BE, List.of(Encoding.UTF_16LE));
        }
        var ranked = utf8.isAscii() ? List.<Encoding>of() : EncodingVotes.ranked(sample.toByteArray());
        return utf8.seemsUtf8() ? EncodingGuess.of(Encoding.UTF_8, ranked) : EncodingGuess.of(ranked.getFirst(), ranked);
    }

    /** Counts what is right and wrong in UTF-8, byte by byte. */
    private static final class Utf8Check {
        private long right;
        private long wrong;
        private int wanted;
        private int lowest = 0x80;
        private int highest = 0xBF;

        void take(int b) {
            if (wanted > 0) {
                if (b >= lowest && b <= highest) {
                    lowest = 0x80;
                    highest = 0xBF;
                    if (--wanted == 0) {
                        right++;
                    }
                    return;
                }
                wrong++;
                wanted = 0;
                lowest = 0x80;
                highest = 0xBF;
            }
            if (b < 0x80) {
                return;
            }
            if (b >= 0xC2 && b <= 0xDF) {
                wanted = 1;
            } else if (b >= 0xE0 && b <= 0xEF) {
                wanted = 2;
                lowest = b == 0xE0 ? 0xA0 : 0x80;
                highest = b == 0xED ? 0x9F : 0xBF;
            } else if (b >= 0xF0 && b <= 0xF4) {
                wanted = 3;
                lowest = b == 0xF0 ? 0x90 : 0x80;
                highest = b == 0xF4 ? 0x8F : 0xBF;
            } else {
                wrong++;
            }
        }

        boolean isAscii() {
            return right == 0 && wrong == 0 && wanted == 0;
        }

        /** All right, or so nearly that a few bytes were damaged; a file cut within its last character is right too. */
        boolean seemsUtf8() {
            return wrong == 0 && (right > 0 || wanted == 0) || right >= 20 && wrong * 20 <= right;
        }
    }
}
