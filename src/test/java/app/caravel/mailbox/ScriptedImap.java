package app.caravel.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** An IMAP server on loopback that answers each command by a script and remembers what it heard. */
final class ScriptedImap implements AutoCloseable {

    private final ServerSocket socket;
    private final UnaryOperator<String> script;
    final List<String> heard = new CopyOnWriteArrayList<>();

    /** @param script command without its tag -> the answer's lines, the last one without its tag; empty: OK */
    ScriptedImap(UnaryOperator<String> script) throws IOException {
        this.script = script;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var line = socket.accept();
                heard.add("(a line)");
                Thread.ofVirtual().start(() -> serve(line));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket line) {
        try (line; var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
            var out = line.getOutputStream();
            out.write("* OK ready\r\n".getBytes(StandardCharsets.UTF_8));
            for (var said = in.readLine(); said != null; said = in.readLine()) {
                var parts = said.split(" ", 2);
                heard.add(parts[1].startsWith("LOGIN") ? "LOGIN" : parts[1]);
                var answer = script.apply(parts[1]);
                var lines = (answer.isEmpty() ? "OK done" : answer).split("\n");
                lines[lines.length - 1] = parts[0] + " " + lines[lines.length - 1];
                out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
                if (parts[1].equals("LOGOUT")) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client has gone
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
