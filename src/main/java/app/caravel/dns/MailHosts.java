package app.caravel.dns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The mail providers and security gateways that are known by the names of their mail servers. */
public final class MailHosts {

    private static final Map<String, MailHost> BY_SUFFIX = read();

    private MailHosts() {}

    /** Who runs these mail servers. A gateway before a provider: it stands in front and hides him. */
    public static Optional<MailHost> of(List<String> hosts) {
        var known = hosts.stream().map(MailHosts::of).flatMap(Optional::stream).toList();
        return known.stream().filter(MailHost::gateway).findFirst().or(() -> known.stream().findFirst());
    }

    /** The one that is kept under this key. */
    public static Optional<MailHost> named(String key) {
        return BY_SUFFIX.values().stream().filter(host -> host.key().equals(key)).findFirst();
    }

    private static Optional<MailHost> of(String host) {
        for (int from = 0; from >= 0; from = next(host, from)) {
            var found = BY_SUFFIX.get(host.substring(from));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static int next(String host, int from) {
        int dot = host.indexOf('.', from);
        return dot < 0 ? -1 : dot + 1;
    }

    private static Map<String, MailHost> read() {
        var read = new HashMap<String, MailHost>();
        var stream = Objects.requireNonNull(MailHosts.class.getResourceAsStream("mail-hosts.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t", -1))
                    .forEach(cells -> read.put(cells[0], new MailHost(cells[2], cells[3], cells[1].equals("gateway"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
