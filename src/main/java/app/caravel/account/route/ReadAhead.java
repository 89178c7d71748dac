package app.caravel.account.route;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Takes from a line what has come and hands it out in the pieces that are asked for: TLS asks for the five bytes of a record's
 * head by themselves. Unlike a BufferedInputStream it never asks the line for more while there is something to hand out.
 */
final class ReadAhead extends FilterInputStream {

    private final byte[] come = new byte[4096];
    private int from;
    private int to;

    ReadAhead(InputStream line) {
        super(line);
    }

    @Override
    public int read() throws IOException {
        return isEmpty() && !more() ? -1 : come[from++] & 0xff;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (isEmpty()) {
            if (most >= come.length) {
                return in.read(into, at, most);
            }
            if (!more()) {
                return -1;
            }
        }
        int taken = Math.min(most, to - from);
        System.arraycopy(come, from, into, at, taken);
        from += taken;
        return taken;
    }

    @Override
    public int available() throws IOException {
        return to - from + in.available();
    }

    @Override
    public long skip(long most) throws IOException {
        if (isEmpty()) {
            return in.skip(most);
        }
        int skipped = (int) Math.min(most, to - from);
        from += skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean isEmpty() {
        return from == to;
    }

    private boolean more() throws IOException {
        int read = in.read(come, 0, come.length);
        from = 0;
        to = Math.max(read, 0);
        return read > 0;
    }
}
