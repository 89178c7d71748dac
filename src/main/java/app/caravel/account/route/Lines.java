package app.caravel.account.route;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;

import javax.net.ssl.SSLSocket;

/** Makes lines to servers by a route. Without Nagle's algorithm, which costs a mail's sending nine tenths of its rate (measured). */
public final class Lines {

    private Lines() {}

    /**
     * A line to a server, still without TLS.
     *
     * @param host is looked up by the proxy where there is one
     * @param timeoutMillis for connecting, and for each answer of a proxy
     * @throws ProxyException where the proxy is what does not do
     */
    public static Socket open(Route route, String host, int port, int timeoutMillis) throws IOException {
        return made(route, host, port, timeoutMillis, InetAddress::getByName).socket();
    }

    /**
     * A line, and where it ends.
     *
     * @param proxied whether its other end is a proxy's: the server's address is not known then
     */
    record Made(BoundedSocket socket, boolean proxied) {}

    /** The same, by another name service. */
    static Made made(Route route, String host, int port, int timeoutMillis, Terms.Names names) throws IOException {
        if (Route.isLoopback(host)) {
            return direct(host, port, timeoutMillis, names);
        }
        return switch (route) {
            case Route.Direct _ -> direct(host, port, timeoutMillis, names);
            case Route.Proxied proxy -> through(proxy, host, port, timeoutMillis);
            case Route.AsSystem _ -> asSystem(SystemProxies.of(host, port), host, port, timeoutMillis, names);
        };
    }

    /** TLS over a line; the certificate must be made out to the server that was asked for. */
    public static Socket secured(Socket line, Trust trust, String host, int port, int timeoutMillis) throws IOException {
        var secured = (SSLSocket) trust.sockets().createSocket(line, host, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(timeoutMillis);
        secured.startHandshake();
        return secured;
    }

    /** A company's HTTP proxy often leads to web pages alone while mail goes out directly: then so. */
    static Made asSystem(List<Route.Proxied> proxies, String host, int port, int timeoutMillis, Terms.Names names) throws IOException {
        ProxyException refused = null;
        for (var proxy : proxies) {
            try {
                return through(proxy, host, port, timeoutMillis);
            } catch (ProxyException e) {
                refused = e;
            }
        }
        try {
            return direct(host, port, timeoutMillis, names);
        } catch (IOException e) {
            if (refused != null) {
                refused.addSuppressed(e);
                throw refused;
            }
            throw e;
        }
    }

    private static Made direct(String host, int port, int timeoutMillis, Terms.Names names) throws IOException {
        return new Made(connected(new InetSocketAddress(names.find(host), port), timeoutMillis), false);
    }

    private static Made through(Route.Proxied proxy, String host, int port, int timeoutMillis) throws IOException {
        BoundedSocket line;
        try {
            line = connected(new InetSocketAddress(InetAddress.getByName(proxy.host()), proxy.port()), timeoutMillis);
        } catch (IOException e) {
            var away = new ProxyException(e instanceof UnknownHostException || e instanceof SocketException || e instanceof java.net.SocketTimeoutException
                    ? ProxyException.Why.AWAY : ProxyException.Why.STRANGE, proxy, String.valueOf(e.getMessage()));
            away.initCause(e);
            throw away;
        }
        try {
            line.setSoTimeout(timeoutMillis);
            line.answerWithin(timeoutMillis);
            switch (proxy) {
                case Route.Socks5 socks -> Socks5Greeting.ask(line, socks, host, port);
                case Route.Http http -> ConnectRequest.ask(line, http, host, port);
            }
            line.answerWithin(0);
            line.setSoTimeout(0);
            return new Made(line, true);
        } catch (IOException | RuntimeException e) {
            line.close();
            throw e;
        }
    }

    private static BoundedSocket connected(InetSocketAddress address, int timeoutMillis) throws IOException {
        var socket = new BoundedSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, timeoutMillis);
            return socket;
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }
}
