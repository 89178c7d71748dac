package app.caravel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server on loopback that takes every mail and keeps none, for the {@link Training} alone. */
final class TakesAll implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    TakesAll() throws IOException {
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

    private static void serve(Socket line) {
        try (line; var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1))) {
            line.setTcpNoDelay(true);
            say(line, "220 ready");
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
                say(line, data ? "354 go on" : command.startsWith("EHLO") ? "250-ready\r\n250 PIPELINING" : command.equals("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            // the other side went away
        }
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
