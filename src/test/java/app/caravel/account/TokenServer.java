package app.caravel.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server on loopback that knows XOAUTH2 alone, and takes one token: others get the challenge in JSON, and 535 after it. */
public final class TokenServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String refusal;
    private volatile String good;
    /** Every token that was shown, as it came: user and token. */
    public final List<String> shown = new CopyOnWriteArrayList<>();
    public final List<String> mails = new CopyOnWriteArrayList<>();

    public TokenServer(String good, String refusal) {
        this.good = good;
        this.refusal = refusal;
        try {
            this.socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public void takes(String token) {
        good = token;
    }

    public int port() {
        return socket.getLocalPort();
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
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            say(client, "220 ready");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("EHLO")) {
                    say(client, "250-hello\r\n250-AUTH LOGIN XOAUTH2\r\n250 8BITMIME");
                } else if (line.startsWith("AUTH XOAUTH2")) {
                    auth(client, in, line);
                } else if (line.startsWith("AUTH")) {
                    say(client, "535 5.7.139 Authentication unsuccessful, basic authentication is disabled.");
                } else if (line.equals("DATA")) {
                    data(client, in);
                } else {
                    say(client, line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    private void auth(Socket client, BufferedReader in, String line) throws IOException {
        var first = line.substring("AUTH XOAUTH2".length()).strip();
        if (first.isEmpty()) {
            say(client, "334 ");
            first = in.readLine();
        }
        var said = new String(Base64.getDecoder().decode(first), StandardCharsets.UTF_8).split("\u0001");
        var token = said[1].substring("auth=Bearer ".length());
        shown.add(said[0].substring("user=".length()) + " " + token);
        if (token.equals(good)) {
            say(client, "235 2.7.0 Accepted");
            return;
        }
        say(client, "334 " + Base64.getEncoder().encodeToString("{\"status\":\"400\",\"schemes\":\"bearer\"}".getBytes(StandardCharsets.UTF_8)));
        in.readLine();
        say(client, refusal);
    }

    private void data(Socket client, BufferedReader in) throws IOException {
        say(client, "354 go on");
        var mail = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        mails.add(mail.toString());
        say(client, "250 ok");
    }

    private static void say(Socket client, String words) throws IOException {
        client.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
