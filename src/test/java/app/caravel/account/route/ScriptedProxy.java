package app.caravel.account.route;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

/** A proxy on loopback, SOCKS5 or HTTP CONNECT. It alone knows the servers' names, and leads them to ports of this computer. */
public final class ScriptedProxy implements AutoCloseable {

    /** What it was asked to lead to, in its own kind of words. */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> known = new ConcurrentHashMap<>();
    private final ServerSocket socket;
    private final boolean socks;
    private final @Nullable String credentials;

    private ScriptedProxy(boolean socks, @Nullable String credentials) {
        this.socks = socks;
        this.credentials = credentials;
        try {
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** @param credentials user:password; null: lets in everybody */
    public static ScriptedProxy socks(@Nullable String credentials) {
        return new ScriptedProxy(true, credentials);
    }

    /** @param credentials user:password; null: lets in everybody */
    public static ScriptedProxy http(@Nullable String credentials) {
        return new ScriptedProxy(false, credentials);
    }

    /** Leads this name and port to a port of this computer; everything else is forbidden. */
    public ScriptedProxy leads(String host, int port, int to) {
        known.put(host + ":" + port, to);
        return this;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The route through it. */
    public Route.Proxied route(Route.@Nullable Credentials shown) {
        return socks ? new Route.Socks5("127.0.0.1", port(), shown) : new Route.Http("127.0.0.1", port(), shown);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // the test is over
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            if (socks) {
                socks(client);
            } else {
                http(client);
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    private void socks(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var out = client.getOutputStream();
        in.readByte();
        var offered = new byte[in.readUnsignedByte()];
        in.readFully(offered);
        boolean byPassword = new String(offered, StandardCharsets.ISO_8859_1).indexOf(2) >= 0;
        if (credentials == null) {
            out.write(new byte[] {5, 0});
        } else if (!byPassword) {
            out.write(new byte[] {5, (byte) 0xFF});
            return;
        } else {
            out.write(new byte[] {5, 2});
            in.readByte();
            boolean right = (word(in) + ":" + word(in)).equals(credentials);
            out.write(new byte[] {1, (byte) (right ? 0 : 1)});
            if (!right) {
                return;
            }
        }
        in.skipNBytes(3);
        int kind = in.readUnsignedByte();
        if (kind != 3) {
            asked.add("an address in place of a name");
            out.write(new byte[] {5, 8, 0, 1, 0, 0, 0, 0, 0, 0});
            return;
        }
        var target = word(in) + ":" + in.readUnsignedShort();
        asked.add(target);
        var to = known.get(target);
        out.write(new byte[] {5, (byte) (to == null ? 2 : to == 0 ? 4 : 0), 0, 1, 0, 0, 0, 0, 0, 0});
        lead(client, to);
    }

    private static String word(DataInputStream in) throws IOException {
        var bytes = new byte[in.readUnsignedByte()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private void http(Socket client) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = client.getInputStream().read();
            if (read < 0) {
                return;
            }
            head.append((char) read);
        }
        var target = head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP"));
        asked.add(target);
        var to = known.get(target);
        var shown = credentials == null ? "" : "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)) + "\r\n";
        var answer = head.indexOf(shown) < 0 ? "407 who are you" : to == null ? "403 not there" : to == 0 ? "502 no way" : "200 leads on";
        client.getOutputStream().write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        lead(client, answer.startsWith("200") ? to : null);
    }

    private static void lead(Socket client, @Nullable Integer to) throws IOException {
        if (to == null || to == 0) {
            return;
        }
        try (var line = new Socket(Proxy.NO_PROXY)) { // whatever the test put in the system's place
            line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
            line.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> {
                try {
                    pump(client.getInputStream(), line);
                    line.shutdownOutput();
                } catch (IOException e) {
                    // the other way ends too
                }
            });
            pump(line.getInputStream(), client);
        }
    }

    private static void pump(InputStream in, Socket out) throws IOException {
        var buffer = new byte[8 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.getOutputStream().write(buffer, 0, read);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
