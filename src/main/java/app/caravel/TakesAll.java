package app.caravel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/** A mail server on loopback that takes every mail and keeps none, with STARTTLS where it has a certificate, for the {@link Training} alone. */
final class TakesAll implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    private final @Nullable SSLContext certificate;

    TakesAll(@Nullable SSLContext certificate) throws IOException {
        this.certificate = certificate;
        Thread.ofPlatform().daemon().start(() -> {
            while (!socket.isClosed()) {
                try {
                    var line = socket.accept();
                    Thread.ofPlatform().daemon().start(() -> serve(line));
                } catch (IOException e) {
                    return; // closed
                }
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(Socket line) {
        try (line) {
            line.setTcpNoDelay(true);
            say(line, "220 ready");
            if (certificate == null) {
                take(line, "250-ready\r\n250 PIPELINING");
            } else if (take(line, "250-ready\r\n250 STARTTLS")) {
                var secured = (SSLSocket) certificate.getSocketFactory().createSocket(line, null, true);
                secured.setUseClientMode(false);
                take(secured, "250-ready\r\n250 PIPELINING");
            }
        } catch (IOException e) {
            // the other side went away
        }
    }

    /** True where the client wants to go on with TLS. */
    private static boolean take(Socket line, String offers) throws IOException {
        var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
        boolean data = false;
        for (var command = in.readLine(); command != null; command = in.readLine()) {
            if (data) {
                if (command.equals(".")) {
                    data = false;
                    say(line, "250 taken");
                }
                continue;
            }
            data = command.equals("DATA");
            say(line, data ? "354 go on" : command.startsWith("EHLO") ? offers : command.equals("QUIT") ? "221 bye" : command.equals("STARTTLS") ? "220 go on" : "250 ok");
            if (command.equals("STARTTLS")) {
                return true;
            }
        }
        return false;
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
