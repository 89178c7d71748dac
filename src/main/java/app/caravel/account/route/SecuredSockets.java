package app.caravel.account.route;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

/** Gives Angus Mail TLS over a line that stands already (STARTTLS), and remembers it. */
public final class SecuredSockets extends SSLSocketFactory {

    private final SSLSocketFactory sockets;
    private volatile @Nullable Socket last;

    public SecuredSockets(Trust trust) {
        this.sockets = trust.sockets();
    }

    /** What was secured last. */
    public @Nullable Socket last() {
        return last;
    }

    @Override
    public Socket createSocket(Socket line, String host, int port, boolean autoClose) throws IOException {
        var secured = sockets.createSocket(line, host, port, autoClose);
        last = secured;
        return secured;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw noLine();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw noLine();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw noLine();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw noLine();
    }

    private static UnsupportedOperationException noLine() {
        return new UnsupportedOperationException("lines are made by a route");
    }
}
