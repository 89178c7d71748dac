package app.caravel.account.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

import org.jspecify.annotations.Nullable;

/** A socket whose line is made by a route when it connects. All else is that line's. */
final class Line extends Socket {

    private final Route route;
    private final @Nullable Trust tls;
    private final Terms.Names names;
    private final int answerMillis;
    private volatile @Nullable Socket made;
    private volatile boolean proxied;
    private volatile boolean closed;
    private int readTimeout;

    /** @param answerMillis within which each answer has to be whole; 0: there is no bound but each read's */
    Line(Route route, @Nullable Trust tls, Terms.Names names, int answerMillis) {
        this.route = route;
        this.tls = tls;
        this.names = names;
        this.answerMillis = answerMillis;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
        if (!(endpoint instanceof InetSocketAddress address)) {
            throw new IllegalArgumentException("no address of the internet");
        }
        var by = Lines.made(route, address.getHostString(), address.getPort(), timeoutMillis, names);
        var raw = by.socket();
        try {
            proxied = by.proxied();
            raw.answerWithin(timeoutMillis);
            made = tls == null ? raw : Lines.secured(raw, tls, address.getHostString(), address.getPort(), timeoutMillis);
            raw.answerWithin(answerMillis);
            line().setSoTimeout(readTimeout);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
        if (closed) {
            raw.close();
            throw new SocketException("Socket is closed");
        }
    }

    /** Its addresses; null before it is made. */
    @Nullable Ends ends() {
        var line = made;
        return line == null ? null : Ends.of(line.getLocalAddress(), proxied ? null : line.getInetAddress());
    }

    private Socket line() throws SocketException {
        var line = made;
        if (line == null) {
            throw new SocketException(closed ? "Socket is closed" : "Socket is not connected");
        }
        return line;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return line().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return line().getOutputStream();
    }

    @Override
    public void setSoTimeout(int millis) throws SocketException {
        readTimeout = millis;
        if (made != null) {
            line().setSoTimeout(millis);
        }
    }

    @Override
    public int getSoTimeout() {
        return readTimeout;
    }

    /** Always off: see {@link Lines}. */
    @Override
    public void setTcpNoDelay(boolean on) {}

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public boolean isConnected() {
        return made != null;
    }

    @Override
    public boolean isClosed() {
        var line = made;
        return closed || line != null && line.isClosed();
    }

    @Override
    public @Nullable InetAddress getInetAddress() {
        var line = made;
        return line == null ? null : line.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        var line = made;
        return line == null ? super.getLocalAddress() : line.getLocalAddress();
    }

    @Override
    public int getPort() {
        var line = made;
        return line == null ? 0 : line.getPort();
    }

    @Override
    public int getLocalPort() {
        var line = made;
        return line == null ? -1 : line.getLocalPort();
    }

    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        var line = made;
        return line == null ? null : line.getRemoteSocketAddress();
    }

    @Override
    public void shutdownInput() throws IOException {
        line().shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        line().shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        var line = made;
        if (line != null) {
            line.close();
        }
    }
}
