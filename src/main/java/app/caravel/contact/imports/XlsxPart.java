package app.caravel.contact.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * One part of a workbook as it unpacks: no more than the directory of the file says, with its check sum, and never a text or
 * tag so long that it fills the memory. The library that unpacks looks at none of these.
 */
final class XlsxPart extends FilterInputStream {

    /** A cell has at most 32,767 characters, written as up to eight bytes each. */
    private static final int LONGEST_BETWEEN_TAGS = 1 << 20;

    private final ZipEntry entry;
    private final CRC32 sum = new CRC32();
    private long left;
    private int sinceTag;

    XlsxPart(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
        this.left = entry.getSize();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read < 0) {
            if (left != 0 || sum.getValue() != entry.getCrc()) {
                throw new ZipException("not what was packed: " + entry.getName());
            }
            return read;
        }
        left -= read;
        if (left < 0) {
            throw new ZipException("more than was packed: " + entry.getName());
        }
        sum.update(bytes, from, read);
        for (int i = from; i < from + read; i++) {
            sinceTag = bytes[i] == '<' ? 0 : sinceTag + 1;
            if (sinceTag > LONGEST_BETWEEN_TAGS) {
                throw new ZipException("an endless text: " + entry.getName());
            }
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return readNBytes((int) Math.min(bytes, 1 << 16)).length;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Reads what is left, for the check sum holds for the whole. */
    void toEnd() throws IOException {
        var rest = new byte[1 << 16];
        while (read(rest, 0, rest.length) >= 0) {
            // looked at on its way
        }
    }
}
