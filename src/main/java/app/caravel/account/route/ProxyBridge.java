package app.caravel.account.route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;

/**
 * An HTTP proxy on loopback that leads on through one that the JDK's HTTP client cannot use: SOCKS5, or one with a password. It
 * lives as long as the program. Other programs of this computer can use it too, as they can the proxies that people run on it.
 */
final class ProxyBridge {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int AT_ONCE = 64;

    private final ServerSocket server;
    private final Route.Proxied proxy;
    private final Semaphore free = new Semaphore(AT_ONCE);

    private ProxyBridge(ServerSocket server, Route.Proxied proxy) {
        this.server = server;
        this.proxy = proxy;
    }

    static ProxyBridge start(Route.Proxied proxy) {
        try {
            var bridge = new ProxyBridge(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), proxy);
            Thread.ofPlatform().daemon().name("proxy-bridge").start(bridge::accept);
            return bridge;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                free.acquireUninterruptibly();
                Thread.ofVirtual().start(() -> {
                    serve(client);
                    free.release();
                });
            } catch (IOException e) {
                System.getLogger(ProxyBridge.class.getName()).log(System.Logger.Level.DEBUG, "accept", e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            client.setSoTimeout(TIMEOUT_MILLIS);
            var lines = head(client.getInputStream()).lines().toList();
            client.setSoTimeout(0);
            var request = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", 3);
            if (request.length < 3) {
                return;
            }
            if (request[0].equals("CONNECT")) {
                connect(client, request[1]);
            } else {
                plain(client, request, lines);
            }
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(ProxyBridge.class.getName()).log(System.Logger.Level.DEBUG, "a line through the proxy ended", e);
        }
    }

    private void connect(Socket client, String target) throws IOException {
        int colon = target.lastIndexOf(':');
        var host = target.substring(0, colon).replace("[", "").replace("]", "");
        try (var line = opened(client, host, Integer.parseInt(target.substring(colon + 1)))) {
            client.getOutputStream().write("HTTP/1.1 200 leads on\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            pump(client, line);
        }
    }

    /** Without TLS the whole address is asked for; each request has a line of its own, since the next may go to another server. */
    private void plain(Socket client, String[] request, List<String> lines) throws IOException {
        var uri = URI.create(request[1]);
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var head = new StringBuilder(request[0]).append(' ').append(path).append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()).append(" HTTP/1.1\r\n");
        lines.stream().skip(1).filter(line -> !line.isEmpty()).filter(line -> !isOfTheLine(line)).forEach(line -> head.append(line).append("\r\n"));
        head.append("Connection: close\r\n\r\n");
        try (var line = opened(client, uri.getHost(), uri.getPort() < 0 ? 80 : uri.getPort())) {
            line.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            pump(client, line);
        }
    }

    private static boolean isOfTheLine(String header) {
        var lower = header.toLowerCase(Locale.ROOT);
        return lower.startsWith("connection:") || lower.startsWith("proxy-") || lower.startsWith("upgrade:") || lower.startsWith("http2-settings:");
    }

    private Socket opened(Socket client, String host, int port) throws IOException {
        try {
            return Lines.open(proxy, host, port, TIMEOUT_MILLIS);
        } catch (IOException e) {
            client.getOutputStream().write("HTTP/1.1 502 no way\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            throw e;
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int last = 0;
        for (int read = in.read(); read >= 0; read = in.read()) {
            head.write(read);
            last = last << 8 | read;
            if (last == 0x0D0A0D0A) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
            if (head.size() > LONGEST_HEAD) {
                break;
            }
        }
        throw new IOException("no request");
    }

    /** Both ways, until the server ends its one. */
    private static void pump(Socket client, Socket line) throws IOException {
        Thread.ofVirtual().start(() -> {
            try {
                copy(client.getInputStream(), line.getOutputStream());
                line.shutdownOutput();
            } catch (IOException e) {
                quietly(line);
            }
        });
        copy(line.getInputStream(), client.getOutputStream());
    }

    private static void copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[16 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            System.getLogger(ProxyBridge.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
        }
    }
}
