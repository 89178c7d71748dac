package app.caravel.account.route;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import app.caravel.account.route.ProxyException.Why;

/** Asks an HTTP proxy to lead on by CONNECT, signed in by Basic where there are credentials. */
final class ConnectRequest {

    /** No proxy's header is as long. */
    private static final int LONGEST = 16 * 1024;

    private ConnectRequest() {}

    static void ask(Socket line, Route.Http proxy, String host, int port) throws IOException {
        var target = (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        var request = new StringBuilder("CONNECT ").append(target).append(" HTTP/1.1\r\nHost: ").append(target).append("\r\n");
        var credentials = proxy.credentials();
        if (credentials != null) {
            var both = (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
            request.append("Proxy-Authorization: Basic ").append(Base64.getEncoder().encodeToString(both)).append("\r\n");
        }
        line.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        int status = status(head(line, proxy), proxy);
        if (status / 100 == 2) {
            return;
        }
        throw new ProxyException(switch (status) {
            case 407, 401 -> Why.SIGN_IN;
            case 502, 503, 504 -> Why.NO_WAY;
            default -> Why.FORBIDDEN;
        }, proxy, "HTTP " + status);
    }

    /** Byte by byte: what follows the empty line is the server's already. */
    private static String head(Socket line, Route.Http proxy) throws IOException {
        var in = line.getInputStream();
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int read = in.read();
            if (read < 0 || head.length() > LONGEST) {
                throw new ProxyException(Why.STRANGE, proxy, "it broke off");
            }
            head.append((char) read);
        }
        return head.toString();
    }

    private static int status(String head, Route.Http proxy) throws IOException {
        var parts = head.split("[ \r]", 3);
        if (!parts[0].startsWith("HTTP/") || !parts[1].matches("\\d{3}")) {
            throw new ProxyException(Why.STRANGE, proxy, "this is no HTTP proxy");
        }
        return Integer.parseInt(parts[1]);
    }
}
