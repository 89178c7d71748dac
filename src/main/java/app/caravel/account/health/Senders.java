package app.caravel.account.health;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import app.caravel.account.Provider;

/** How the mail of providers is proved for the domains of their customers. */
final class Senders {

    /** @param spf what a customer's SPF record includes, empty where it is not known */
    record Sender(String spf, List<String> selectors) {}

    private static final Map<String, Sender> BY_PROVIDER = read();

    private Senders() {}

    /** What an SPF record must include so that this provider may send. */
    static Optional<String> spf(Provider provider) {
        return Optional.ofNullable(BY_PROVIDER.get(provider.id())).map(Sender::spf).filter(spf -> !spf.isEmpty());
    }

    /** The selectors that such keys usually have, the provider's own first. */
    static List<String> selectors(Optional<Provider> provider) {
        return Stream.concat(provider.map(Provider::id).map(BY_PROVIDER::get).stream(), Stream.of(Objects.requireNonNull(BY_PROVIDER.get("*"))))
                .flatMap(sender -> sender.selectors().stream()).distinct().toList();
    }

    private static Map<String, Sender> read() {
        var read = new LinkedHashMap<String, Sender>();
        var stream = Objects.requireNonNull(Senders.class.getResourceAsStream("senders.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\t", -1))
                    .forEach(cells -> read.put(cells[0], new Sender(cells[1], cells[2].isEmpty() ? List.of() : List.of(cells[2].split(",")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
