package app.caravel.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLContext;

/** An SMTP server on loopback that answers every sign-in with the words it is given. */
final class ScriptedServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String refusal;
    volatile String heard = "";

    ScriptedServer(String refusal) throws IOException {
        this(refusal, new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    /** The same behind TLS from the first byte. */
    ScriptedServer(String refusal, SSLContext tls) throws IOException {
        this(refusal, tls.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    private ScriptedServer(String refusal, ServerSocket socket) {
        this.refusal = refusal;
        this.socket = socket;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                var out = client.getOutputStream();
                out.write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    heard += line + "\n";
                    var answer = line.startsWith("EHLO") ? "250-hello\r\n250-SIZE 36000000\r\n250 AUTH PLAIN" : line.startsWith("AUTH") ? refusal : line.startsWith("QUIT") ? "221 bye" : "250 ok";
                    out.write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // the client has gone, or the test is over
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
