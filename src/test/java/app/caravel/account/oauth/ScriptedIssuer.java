package app.caravel.account.oauth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The token address of an authorisation server on loopback: answers each form as it is told, and remembers them. */
public final class ScriptedIssuer implements AutoCloseable {

    /** An answer: status and body. A status of 0 never answers. */
    public record Answer(int status, String body) {
        public static Answer tokens(String access, String refresh, int seconds) {
            return new Answer(200, "{\"token_type\":\"Bearer\",\"access_token\":\"" + access + "\",\"refresh_token\":\"" + refresh + "\",\"expires_in\":" + seconds + "}");
        }

        public static Answer error(String error, String description) {
            return new Answer(400, "{\"error\":\"" + error + "\",\"error_description\":\"" + description + "\"}");
        }
    }

    public final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;
    private volatile Function<Map<String, String>, Answer> script;

    public ScriptedIssuer(Function<Map<String, String>, Answer> script) {
        this.script = script;
        try {
            this.socket = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public void answer(Function<Map<String, String>, Answer> next) {
        script = next;
    }

    public String base() {
        return "http://127.0.0.1:" + socket.getLocalPort();
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
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            int length = 0;
            for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
            }
            var body = new char[length];
            for (int read = 0; read < length;) {
                read += in.read(body, read, length - read);
            }
            var form = form(new String(body));
            asked.add(form);
            var answer = script.apply(form);
            if (answer.status() == 0) {
                in.read(); // until the client hangs up
                return;
            }
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            client.getOutputStream().write(("HTTP/1.1 " + answer.status() + " x\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().write(bytes);
        } catch (IOException e) {
            // the client has gone
        }
    }

    static Map<String, String> form(String written) {
        var form = new HashMap<String, String>();
        for (var field : written.split("&")) {
            var parts = field.split("=", 2);
            if (parts.length == 2) {
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return form;
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
