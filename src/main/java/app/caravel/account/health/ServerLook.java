package app.caravel.account.health;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.caravel.account.Providers;
import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;
import app.caravel.dns.DomainLists;
import app.caravel.dns.DomainLists.Standing;
import app.caravel.dns.Lookups;

/** The domain's servers, the lists that may name it, and the logo beside its mails. */
final class ServerLook {

    private ServerLook() {}

    static List<Finding> of(Subject subject, Lookups dns) {
        var findings = new ArrayList<Finding>();
        findings.add(mx(subject.domain(), dns));
        subject.hosts().stream().filter(host -> Providers.withServer(host).isEmpty()).forEach(host -> findings.add(reverse(host, dns)));
        var ofProviders = subject.hosts().stream().filter(host -> Providers.withServer(host).isPresent()).toList();
        if (!ofProviders.isEmpty()) {
            findings.add(Finding.of(Kind.PTR, State.NOTE, "of-provider", "host", String.join(", ", ofProviders)));
        }
        findings.add(lists(subject.domain(), dns));
        bimi(subject.domain(), dns).ifPresent(findings::add);
        return findings;
    }

    private static Finding mx(String domain, Lookups dns) {
        return switch (dns.ask(domain, Lookups.Kind.MX)) {
            case Lookups.Said.Values(var hosts) when hosts.equals(List.of("")) -> Finding.of(Kind.MX, State.BAD, "null", "domain", domain);
            case Lookups.Said.Values(var hosts) -> Finding.of(Kind.MX, State.GOOD, "fine", "domain", domain, "host", hosts.stream().filter(host -> !host.isEmpty()).findFirst().orElse(""));
            case Lookups.Said.Unknown _ -> Finding.of(Kind.MX, State.UNKNOWN, "unknown", "domain", domain);
            case Lookups.Said.Nothing _ -> dns.ask(domain, Lookups.Kind.A) instanceof Lookups.Said.Nothing
                    ? Finding.of(Kind.MX, State.BAD, "none", "domain", domain)
                    : Finding.of(Kind.MX, State.WATCH, "implicit", "domain", domain);
        };
    }

    /** Which machine a provider sends by is not known; an own host mostly sends by itself. */
    private static Finding reverse(String host, Lookups dns) {
        var addresses = dns.ask(host, Lookups.Kind.A);
        if (addresses.values().isEmpty()) {
            return Finding.of(Kind.PTR, State.UNKNOWN, "unknown", "host", host);
        }
        var address = addresses.values().getFirst();
        return switch (dns.nameOf(InetAddress.ofLiteral(address))) {
            case Lookups.Said.Unknown _ -> Finding.of(Kind.PTR, State.UNKNOWN, "unknown", "host", host);
            case Lookups.Said.Nothing _ -> Finding.of(Kind.PTR, State.BAD, "none", "host", host, "address", address)
                    .with(new DnsLine(Lookups.reverse(InetAddress.ofLiteral(address)), "PTR", host + "."));
            case Lookups.Said.Values(var names) -> {
                boolean confirmed = names.stream().anyMatch(name -> dns.ask(name, Lookups.Kind.A).values().contains(address));
                yield Finding.of(Kind.PTR, confirmed ? State.GOOD : State.WATCH, confirmed ? "fine" : "one-way", "host", host, "address", address, "name", names.getFirst());
            }
        };
    }

    private static Finding lists(String domain, Lookups dns) {
        var standing = DomainLists.of(domain, dns);
        var named = names(standing, Standing.LISTED);
        if (!named.isEmpty()) {
            return Finding.of(Kind.BLOCKLIST, State.BAD, "listed", "domain", domain, "lists", named);
        }
        long clear = standing.values().stream().filter(each -> each == Standing.CLEAR).count();
        return clear == 0 ? Finding.of(Kind.BLOCKLIST, State.UNKNOWN, "unknown", "domain", domain, "lists", names(standing, Standing.UNKNOWN))
                : Finding.of(Kind.BLOCKLIST, State.GOOD, "clear", "domain", domain, "lists", names(standing, Standing.CLEAR));
    }

    private static String names(java.util.Map<String, Standing> standing, Standing wanted) {
        return String.join(", ", standing.entrySet().stream().filter(each -> each.getValue() == wanted)
                .map(each -> DomainLists.ZONES.getOrDefault(each.getKey(), each.getKey())).toList());
    }

    private static Optional<Finding> bimi(String domain, Lookups dns) {
        var said = dns.ask("default._bimi." + domain, Lookups.Kind.TXT);
        return said.isUnknown() ? Optional.empty()
                : Optional.of(Finding.of(Kind.BIMI, State.NOTE, said.values().stream().anyMatch(text -> text.startsWith("v=BIMI1")) ? "there" : "none", "domain", domain));
    }
}
