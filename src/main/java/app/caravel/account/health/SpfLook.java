package app.caravel.account.health;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import app.caravel.account.Provider;
import app.caravel.account.Providers;
import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;
import app.caravel.dns.Lookups;
import app.caravel.dns.Spf;
import app.caravel.dns.SpfReader;

/** May the servers that this mail leaves by send for the domain? */
final class SpfLook {

    private final Subject subject;
    private final Lookups dns;
    private final Spf spf;

    private SpfLook(Subject subject, Lookups dns) {
        this.subject = subject;
        this.dns = dns;
        this.spf = SpfReader.of(subject.domain(), dns);
    }

    static List<Finding> of(Subject subject, Lookups dns) {
        return new SpfLook(subject, dns).findings();
    }

    private List<Finding> findings() {
        if (spf.records().isEmpty()) {
            return List.of(spf.unsure() ? finding(State.UNKNOWN, "unknown") : finding(State.BAD, "none").with(line(List.of(), wanted())));
        }
        if (spf.records().size() > 1) {
            var merged = new LinkedHashSet<String>();
            spf.records().forEach(record -> merged.addAll(terms(record)));
            return List.of(finding(State.BAD, "several", "n", spf.records().size()).with(line(merged, List.of())));
        }
        var found = new ArrayList<Finding>();
        record().ifPresent(found::add);
        subject.hosts().forEach(host -> sender(host).ifPresent(found::add));
        return found.isEmpty() ? List.of(finding(State.GOOD, "fine", "lookups", spf.lookups())) : found;
    }

    /** What is the matter with the record itself. */
    private Optional<Finding> record() {
        var own = terms(spf.records().getFirst());
        if (!spf.broken().isEmpty()) {
            return Optional.of(finding(State.BAD, "broken", "term", spf.broken().getFirst()));
        }
        if (spf.lookups() > Spf.MOST_LOOKUPS) {
            return Optional.of(finding(State.BAD, "too-many", "n", spf.lookups()));
        }
        return switch (spf.all()) {
            case '+' -> Optional.of(finding(State.BAD, "everybody").with(line(own, List.of())));
            case '?', ' ' -> spf.unsure() ? Optional.empty() : Optional.of(finding(State.WATCH, "open-end").with(line(own, List.of())));
            default -> Optional.empty();
        };
    }

    /** Whether the record lets this server send. */
    private Optional<Finding> sender(String host) {
        var provider = Providers.withServer(host);
        var include = provider.flatMap(Senders::spf);
        if (include.filter(spf.includes()::contains).isPresent() || isCovered(host)) {
            return Optional.empty();
        }
        if (spf.unsure()) {
            return Optional.of(finding(State.UNKNOWN, "perhaps", "host", host));
        }
        var own = terms(spf.records().getFirst());
        if (include.isPresent()) {
            return Optional.of(finding(State.BAD, "not-named", "host", host).with(line(own, wanted())));
        }
        return Optional.of(provider.isPresent() || subject.owner().isPresent()
                ? finding(State.UNKNOWN, "perhaps", "host", host)
                : finding(State.WATCH, "own-host", "host", host).with(line(own, wanted())));
    }

    private boolean isCovered(String host) {
        return Stream.of(Lookups.Kind.A, Lookups.Kind.AAAA).flatMap(kind -> dns.ask(host, kind).values().stream())
                .anyMatch(address -> spf.covers(InetAddress.ofLiteral(address)));
    }

    private Finding finding(State state, String key, Object... more) {
        var arguments = Stream.concat(Stream.of("domain", subject.domain()), Stream.of(more)).toArray();
        return Finding.of(Kind.SPF, state, key, arguments);
    }

    /** What the servers of all accounts need. */
    private List<String> wanted() {
        return subject.hosts().stream().map(host -> {
            var provider = Providers.withServer(host);
            return provider.flatMap(Senders::spf).map(include -> "include:" + include).orElseGet(() -> provider.map(Provider::id).isPresent() ? "" : "a:" + host);
        }).filter(term -> !term.isEmpty()).distinct().toList();
    }

    /** The terms of a record but its version and its end. */
    private static List<String> terms(String record) {
        return Stream.of(record.strip().split(" +")).skip(1).filter(term -> !term.toLowerCase(Locale.ROOT).matches("[-+~?]?all")).toList();
    }

    private DnsLine line(Collection<String> terms, Collection<String> more) {
        var all = new LinkedHashSet<>(terms);
        all.addAll(more);
        var end = all.stream().anyMatch(term -> term.startsWith("redirect=")) ? List.<String>of() : List.of(spf.all() == '-' ? "-all" : "~all");
        return new DnsLine(subject.domain(), "TXT", String.join(" ", Stream.of(List.of("v=spf1"), all, end).flatMap(Collection::stream).toList()));
    }
}
