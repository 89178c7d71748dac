package app.caravel.account.oauth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits on a free port of this computer for the browser to come back (RFC 8252, section 7.3). Only a request with the state of
 * this sign-in counts, and only the first of those; whatever else comes gets a page and changes nothing.
 */
final class LoopbackRedirect implements AutoCloseable {

    private static final int READ_MILLIS = 10_000;
    private static final int LONGEST = 16 * 1024;

    private final List<ServerSocket> sockets;
    private final String state;
    private final Pages pages;
    private final CompletableFuture<Map<String, String>> came = new CompletableFuture<>();

    private LoopbackRedirect(List<ServerSocket> sockets, String state, Pages pages) {
        this.sockets = sockets;
        this.state = state;
        this.pages = pages;
    }

    /** @param state what the right request carries */
    static LoopbackRedirect open(String state, Pages pages) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        sockets.add(new ServerSocket(0, 20, InetAddress.getByName("127.0.0.1")));
        try {
            var six = new ServerSocket();
            sockets.add(six);
            six.bind(new InetSocketAddress(InetAddress.getByName("::1"), sockets.getFirst().getLocalPort())); // some browsers take localhost for that
        } catch (IOException e) {
            sockets.removeLast().close(); // this computer has no IPv6
        }
        var redirect = new LoopbackRedirect(List.copyOf(sockets), state, pages);
        sockets.forEach(socket -> Thread.ofVirtual().start(() -> redirect.accept(socket)));
        return redirect;
    }

    int port() {
        return sockets.getFirst().getLocalPort();
    }

    /** What the browser brought; nothing where it did not come in time, or the waiting was ended. */
    Optional<Map<String, String>> await(Duration patience) throws InterruptedException {
        try {
            return Optional.of(came.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException | ExecutionException | java.util.concurrent.CancellationException e) {
            return Optional.empty();
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(READ_MILLIS);
            var request = firstLine(client);
            var parts = request.split(" ", 3);
            if (parts.length < 3 || !parts[0].equals("GET")) {
                answer(client, 400, pages.stray());
                return;
            }
            var query = query(parts[1]);
            if (!isOurs(query.getOrDefault("state", ""))) {
                answer(client, query.isEmpty() ? 404 : 400, pages.stray());
            } else if (query.containsKey("error")) {
                answer(client, 200, pages.refused());
                came.complete(query);
            } else if (query.getOrDefault("code", "").isEmpty()) {
                answer(client, 400, pages.stray());
            } else {
                answer(client, 200, pages.done());
                came.complete(query);
            }
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger(LoopbackRedirect.class.getName()).log(System.Logger.Level.DEBUG, "a request at the redirect", e);
        }
    }

    private boolean isOurs(String said) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
    }

    /** The head is read to its end, since a browser that finds the line closed in the middle shows no page. */
    private static String firstLine(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        var first = new StringBuilder();
        int seen = 0;
        boolean lineIsEmpty = false;
        boolean isFirst = true;
        for (int read = in.read(); read >= 0 && seen < LONGEST; read = in.read(), seen++) {
            if (read == '\n') {
                if (lineIsEmpty) {
                    break;
                }
                lineIsEmpty = true;
                isFirst = false;
            } else if (read != '\r') {
                lineIsEmpty = false;
                if (isFirst) {
                    first.append((char) read);
                }
            }
        }
        return first.toString();
    }

    private static Map<String, String> query(String target) {
        var query = new HashMap<String, String>();
        var raw = URI.create(target).getRawQuery();
        if (raw != null) {
            for (var field : raw.split("&")) {
                var parts = field.split("=", 2);
                query.putIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void answer(Socket client, int status, String words) throws IOException {
        var body = Pages.html(words).getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 " + status + " Caravel\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + body.length
                + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        came.cancel(false);
        for (var socket : sockets) {
            try {
                socket.close();
            } catch (IOException e) {
                System.getLogger(LoopbackRedirect.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
            }
        }
    }
}
