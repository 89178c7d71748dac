package app.caravel.account.route;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

import org.jspecify.annotations.Nullable;

/** Gives Angus Mail lines by a route, with TLS from the first byte where it is wanted. */
public final class LineFactory extends SocketFactory {

    private final Route route;
    private final @Nullable Trust tls;
    private final Terms.Names names;
    private final int answerMillis;
    private volatile @Nullable Line last;

    /**
     * Makes lines.
     *
     * @param tls whose certificates are trusted; null: no TLS from the first byte
     * @param answerMillis within which each answer has to be whole; 0: there is no bound but each read's
     */
    public LineFactory(Route route, @Nullable Trust tls, Terms.Names names, int answerMillis) {
        this.route = route;
        this.tls = tls;
        this.names = names;
        this.answerMillis = answerMillis;
    }

    /** The line that was made last; null where there is none. */
    public @Nullable Socket last() {
        return last;
    }

    /** The addresses of the line that was made last; null where there is none. */
    public @Nullable Ends ends() {
        var line = last;
        return line == null ? null : line.ends();
    }

    @Override
    public Socket createSocket() {
        var line = new Line(route, tls, names, answerMillis);
        last = line;
        return line;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        var line = createSocket();
        line.connect(InetSocketAddress.createUnresolved(host, port));
        return line;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("a line takes the address that its route gives it");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("a line takes the address that its route gives it");
    }
}
