package app.caravel.smtp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/** An SMTP server on loopback that answers as it is told and remembers what it took: for faults that real servers have. */
public final class ScriptedServer implements AutoCloseable {

    /** Ends the line instead of answering. */
    public static final String CUT = "CUT";

    /** Answers byte by byte, each well within a read's time, and never comes to an end. */
    public static final String DRIP = "DRIP";

    /** Answers as fast as it can, and never comes to an end. */
    public static final String FLOOD = "FLOOD";

    /** Stands at the end of an answer that ends the line. */
    public static final String THEN_CUT = " THEN CUT";

    /** A mail that was answered with 250, or whose line was cut after its final dot. */
    public record Taken(String recipient, String source, boolean answered) {}

    private final ServerSocket socket;
    private final BiFunction<String, Integer, @Nullable String> script;
    private final IntFunction<@Nullable SSLContext> tls;
    private final AtomicInteger lines = new AtomicInteger();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger mails = new AtomicInteger();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    private ScriptedServer(ServerSocket socket, BiFunction<String, Integer, @Nullable String> script, IntFunction<@Nullable SSLContext> tls) {
        this.socket = socket;
        this.script = script;
        this.tls = tls;
    }

    /**
     * Starts a server.
     *
     * @param script command (EHLO, MAIL, RCPT TO:&lt;..&gt;, DATA, DOT, greeting as "") and number of mails begun so far ->
     *     answer, {@link #CUT}, {@link #DRIP}, {@link #FLOOD}, or null for the usual one
     */
    public static ScriptedServer start(BiFunction<String, Integer, @Nullable String> script) {
        return start(script, _ -> null);
    }

    /** The same with TLS from the first byte, by what each line, counted from 0, is to show. */
    public static ScriptedServer start(BiFunction<String, Integer, @Nullable String> script, IntFunction<@Nullable SSLContext> tls) {
        try {
            var server = new ScriptedServer(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), script, tls);
            Thread.ofPlatform().daemon().start(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public List<Taken> taken() {
        return List.copyOf(taken);
    }

    /** How many commands began so. */
    public int commands(String begin) {
        return heard(begin).size();
    }

    /** The commands that began so, read as UTF-8. */
    public List<String> heard(String begin) {
        return commands.stream().filter(command -> command.startsWith(begin)).map(command -> new String(command.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)).toList();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var line = socket.accept();
                line.setTcpNoDelay(true);
                var shown = tls.apply(lines.getAndIncrement());
                Thread.ofVirtual().start(() -> serve(line, shown));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static Socket secured(Socket line, @Nullable SSLContext shown) throws IOException {
        if (shown == null) {
            return line;
        }
        var secured = (SSLSocket) shown.getSocketFactory().createSocket(line, line.getInetAddress().getHostAddress(), line.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private void serve(Socket raw, @Nullable SSLContext shown) {
        try (var line = secured(raw, shown); var in = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1))) {
            var out = line.getOutputStream();
            if (!answer(out, "", "220 scripted ESMTP")) {
                return;
            }
            var recipient = "";
            for (var command = in.readLine(); command != null; command = in.readLine()) {
                var verb = command.length() < 4 ? command : command.substring(0, 4).toUpperCase(java.util.Locale.ROOT);
                commands.add(command);
                switch (verb) {
                    case "RCPT" -> recipient = command.replaceAll(".*<(.*)>.*", "$1");
                    case "MAIL" -> mails.incrementAndGet();
                    default -> { }
                }
                if (verb.equals("QUIT")) {
                    answer(out, "QUIT", "221 bye");
                    return;
                }
                if (!answer(out, command, verb.equals("DATA") ? "354 go on" : verb.equals("EHLO") ? "250-scripted\r\n250 8BITMIME" : "250 2.0.0 fine")) {
                    return;
                }
                if (verb.equals("DATA") && !data(in, out, recipient)) {
                    return;
                }
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private boolean data(BufferedReader in, OutputStream out, String recipient) throws IOException {
        var source = new StringBuilder();
        for (var text = in.readLine(); text != null; text = in.readLine()) {
            if (text.equals(".")) {
                var told = script.apply("DOT " + recipient, mails.get());
                boolean answered = told == null || told.startsWith("2");
                boolean takes = answered || told.equals(CUT) || told.equals(DRIP) || told.equals(FLOOD);
                if (takes) {
                    taken.add(new Taken(recipient, source.toString(), answered));
                }
                return say(out, told, "250 2.0.0 queued");
            }
            source.append(text.startsWith(".") ? text.substring(1) : text).append("\r\n");
        }
        return false;
    }

    private boolean answer(OutputStream out, String command, String usual) throws IOException {
        return say(out, script.apply(command, mails.get()), usual);
    }

    private static boolean say(OutputStream out, @Nullable String told, String usual) throws IOException {
        if (CUT.equals(told)) {
            return false;
        }
        if (DRIP.equals(told) || FLOOD.equals(told)) {
            for (var bit = DRIP.equals(told) ? "2" : "250-more\r\n".repeat(1_000); ; out.flush()) {
                out.write(bit.getBytes(StandardCharsets.ISO_8859_1)); // until the client has gone
                if (DRIP.equals(told)) {
                    LockSupport.parkNanos(5_000_000);
                }
            }
        }
        var answer = told == null ? usual : told;
        boolean cut = answer.endsWith(THEN_CUT);
        out.write(((cut ? answer.substring(0, answer.length() - THEN_CUT.length()) : answer) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return !cut;
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
