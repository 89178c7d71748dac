package app.caravel.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Provider.Server;
import app.caravel.account.route.Lines;
import app.caravel.account.route.Route;
import app.caravel.account.route.Trust;

/** Tries the names and ports that a company's own mail servers mostly have, all at once, bounded in time. Signs in nowhere. */
public final class MailHostProbe {

    /** The servers that answered as such, their certificates in order. */
    public record Servers(Server smtp, @Nullable Server imap) {}

    private static final Duration ALL = Duration.ofSeconds(9);
    private static final int STEP_MILLIS = 4_000;

    private final Route route;
    private final Trust trust;
    private final int stepMillis;

    MailHostProbe(Route route, Trust trust) {
        this(route, trust, STEP_MILLIS);
    }

    MailHostProbe(Route route, Trust trust, int stepMillis) {
        this.route = route;
        this.trust = trust;
        this.stepMillis = stepMillis;
    }

    /**
     * The best of those that answer.
     *
     * @param mx the domain's mail servers: small hosts send and receive by the same
     */
    Optional<Servers> of(String domain, List<String> mx) {
        var hosts = Stream.concat(Stream.of("smtp." + domain, "mail." + domain, domain), mx.stream().limit(1)).distinct().toList();
        var inboxes = Stream.concat(Stream.of("imap." + domain, "mail." + domain, domain), mx.stream().limit(1)).distinct().toList();
        return among(smtp(hosts), inboxes.stream().map(host -> new Server(host, 993, Security.TLS)).toList());
    }

    private static List<Server> smtp(List<String> hosts) {
        var all = new ArrayList<Server>();
        hosts.forEach(host -> all.add(new Server(host, 465, Security.TLS)));
        hosts.forEach(host -> all.add(new Server(host, 587, Security.STARTTLS)));
        hosts.stream().limit(2).forEach(host -> all.add(new Server(host, 994, Security.TLS)));
        return all;
    }

    /** @param smtp the preferred first; so the inboxes */
    Optional<Servers> among(List<Server> smtp, List<Server> inboxes) {
        long end = System.nanoTime() + ALL.toNanos();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var sending = smtp.stream().map(server -> threads.submit(() -> answersSmtp(server))).toList();
            var reading = inboxes.stream().map(server -> threads.submit(() -> answersImap(server))).toList();
            return first(smtp, sending, end).map(found -> new Servers(found, first(inboxes, reading, end).orElse(null)));
        } finally {
            threads.shutdownNow(); // without waiting: what hangs ends at its own bounds
        }
    }

    private static Optional<Server> first(List<Server> servers, List<Future<Boolean>> answers, long end) {
        for (int i = 0; i < servers.size(); i++) {
            try {
                if (answers.get(i).get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                    return Optional.of(servers.get(i));
                }
            } catch (ExecutionException | TimeoutException e) {
                // not this one
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean answersSmtp(Server server) throws IOException {
        try (var line = open(server)) {
            var in = reader(line);
            if (!answer(in).startsWith("220")) {
                return false;
            }
            line.getOutputStream().write("EHLO caravel.invalid\r\n".getBytes(StandardCharsets.US_ASCII));
            var said = answer(in);
            line.getOutputStream().write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            return said.startsWith("250") && (server.security() != Security.STARTTLS || said.contains("STARTTLS"));
        }
    }

    private boolean answersImap(Server server) throws IOException {
        try (var line = open(server)) {
            return answer(reader(line)).startsWith("* OK");
        }
    }

    /** A certificate that is not in order throws: such a server is none to propose. */
    private Socket open(Server server) throws IOException {
        var raw = Lines.open(route, server.host(), server.port(), stepMillis);
        try {
            raw.setSoTimeout(stepMillis);
            return server.security() == Security.TLS ? Lines.secured(raw, trust, server.host(), server.port(), stepMillis) : raw;
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static BufferedReader reader(Socket line) throws IOException {
        return new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1), 1024);
    }

    /** All lines of one answer: {@code 250-} goes on, {@code 250 } ends. */
    private static String answer(BufferedReader in) throws IOException {
        var answer = new StringBuilder();
        for (var line = in.readLine(); line != null && answer.length() < 8_192; line = in.readLine()) {
            answer.append(line).append('\n');
            if (line.length() < 4 || line.charAt(3) != '-') {
                break;
            }
        }
        return answer.toString();
    }
}
