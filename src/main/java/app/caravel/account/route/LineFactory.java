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

    /** @param tls whose certificates are trusted; null: no TLS from the first byte */
    public LineFactory(Route route, @Nullable Trust tls) {
        this.route = route;
        this.tls = tls;
    }

    @Override
    public Socket createSocket() {
        return new Line(route, tls);
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
