package app.caravel.account.route;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/**
 * A socket whose other side must end an answer within a time, and within so many bytes. A read timeout alone begins anew with
 * every byte: a server that drips would hold a line for ever, and one that never ends a line would fill the memory.
 * An answer begins when something was last written.
 */
final class BoundedSocket extends Socket {

    /** No greeting, no list of extensions and no chain of certificates is as long. */
    private static final int LONGEST = 1024 * 1024;

    private volatile long boundNanos;
    private volatile long askedAt;
    private volatile int readTimeout;
    private volatile int heard;
    private @Nullable InputStream input;

    /** No proxy of the system's gets between: which way to go was decided before. */
    BoundedSocket() {
        super(Proxy.NO_PROXY);
    }

    /** From now on each answer has to be whole within this; 0: there is no bound but each read's. */
    void answerWithin(int millis) {
        asked();
        boundNanos = TimeUnit.MILLISECONDS.toNanos(millis);
    }

    private void asked() {
        askedAt = System.nanoTime();
        heard = 0;
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        readTimeout = millis;
        super.setSoTimeout(millis);
    }

    @Override
    public int getSoTimeout() {
        return readTimeout;
    }

    /** Whether the next read may begin; then it lasts no longer than what is left. */
    private void bound() throws IOException {
        if (boundNanos == 0) {
            return;
        }
        long left = TimeUnit.NANOSECONDS.toMillis(boundNanos - (System.nanoTime() - askedAt));
        if (left <= 0) {
            throw new SocketTimeoutException("the answer does not end");
        }
        if (heard > LONGEST) {
            throw new IOException("the answer is too long");
        }
        super.setSoTimeout((int) (readTimeout == 0 ? left : Math.min(readTimeout, left)));
    }

    /** One for all who read: what one has read ahead is not lost to the next. */
    @Override
    public synchronized InputStream getInputStream() throws IOException {
        var known = input;
        if (known == null || isClosed()) {
            known = new ReadAhead(bounded(super.getInputStream()));
            input = known;
        }
        return known;
    }

    private InputStream bounded(InputStream from) {
        return new FilterInputStream(from) {
            @Override
            public int read() throws IOException {
                bound();
                return counted(in.read(), 1);
            }

            @Override
            public int read(byte[] to, int at, int most) throws IOException {
                bound();
                int read = in.read(to, at, most);
                return counted(read, Math.max(read, 0));
            }
        };
    }

    private int counted(int result, int bytes) {
        heard = heard + bytes;
        return result;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(int one) throws IOException {
                out.write(one);
                asked();
            }

            @Override
            public void write(byte[] from, int at, int count) throws IOException {
                out.write(from, at, count);
                asked();
            }
        };
    }
}
