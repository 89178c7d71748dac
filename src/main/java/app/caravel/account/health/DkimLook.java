package app.caravel.account.health;

import java.util.List;
import java.util.Optional;

import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;
import app.caravel.dns.DkimKey;
import app.caravel.dns.Lookups;

/** Is there a key that proves the domain's mail? */
final class DkimLook {

    /** RFC 8301 forbids shorter ones. */
    private static final int SHORTEST = 1024;

    /** And advises at least this. */
    private static final int ADVISED = 2048;

    private DkimLook() {}

    static List<Finding> of(Subject subject, Lookups dns) {
        var domain = subject.domain();
        if (subject.signing().filter(Signing.Key::isOn).isPresent()) {
            var own = subject.signing().get();
            return List.of(switch (DkimKey.of(own.selector(), domain, dns)) {
                case DkimKey.Lookup.Found(var key) when key.key().equals(own.publicKey()) ->
                        Finding.of(Kind.DKIM, State.GOOD, "by-caravel", "domain", domain, "selector", own.selector());
                case DkimKey.Lookup.Unknown _ -> Finding.of(Kind.DKIM, State.UNKNOWN, "unknown", "domain", domain);
                default -> Finding.of(Kind.DKIM, State.BAD, "own-key-gone", "domain", domain, "selector", own.selector()).with(own.line());
            });
        }
        var seen = subject.signature().filter(signature -> signature.domain().equals(domain));
        return List.of(seen.map(signature -> known(domain, signature.selector(), dns))
                .or(() -> subject.signature().map(other -> Finding.of(Kind.DKIM, State.WATCH, "other-domain", "domain", domain, "signer", other.domain())))
                .orElseGet(() -> guessed(subject, dns)));
    }

    private static Finding known(String domain, String selector, Lookups dns) {
        return switch (DkimKey.of(selector, domain, dns)) {
            case DkimKey.Lookup.Found(var key) -> key(domain, selector, key);
            case DkimKey.Lookup.None _ -> Finding.of(Kind.DKIM, State.BAD, "gone", "domain", domain, "selector", selector);
            case DkimKey.Lookup.Unknown _ -> Finding.of(Kind.DKIM, State.UNKNOWN, "unknown", "domain", domain);
        };
    }

    private static Finding key(String domain, String selector, DkimKey key) {
        return switch (key.state()) {
            case REVOKED -> Finding.of(Kind.DKIM, State.BAD, "revoked", "domain", domain, "selector", selector);
            case UNREADABLE -> Finding.of(Kind.DKIM, State.BAD, "unreadable", "domain", domain, "selector", selector);
            case GOOD -> {
                if (key.bits() > 256 && key.bits() < SHORTEST) {
                    yield Finding.of(Kind.DKIM, State.BAD, "too-short", "domain", domain, "selector", selector, "bits", key.bits());
                }
                if (key.bits() > 256 && key.bits() < ADVISED) {
                    yield Finding.of(Kind.DKIM, State.WATCH, "short", "domain", domain, "selector", selector, "bits", key.bits());
                }
                yield key.testing() ? Finding.of(Kind.DKIM, State.WATCH, "testing", "domain", domain, "selector", selector)
                        : Finding.of(Kind.DKIM, State.GOOD, "fine", "domain", domain, "selector", selector, "bits", key.bits());
            }
        };
    }

    /** Nobody lists a domain's selectors: only the usual names can be tried. */
    private static Finding guessed(Subject subject, Lookups dns) {
        var domain = subject.domain();
        var selectors = Senders.selectors(subject.provider());
        var said = dns.ask(selectors.stream().map(selector -> DkimKey.name(selector, domain)).toList(), Lookups.Kind.TXT);
        var found = selectors.stream().map(selector -> DkimKey.of(selector, domain, dns) instanceof DkimKey.Lookup.Found(var key) && key.state() == DkimKey.State.GOOD
                ? Optional.of(key(domain, selector, key)) : Optional.<Finding>empty()).flatMap(Optional::stream).min(java.util.Comparator.comparing(Finding::state));
        if (found.isPresent()) {
            return found.get();
        }
        if (said.values().stream().anyMatch(Lookups.Said::isUnknown)) {
            return Finding.of(Kind.DKIM, State.UNKNOWN, "unknown", "domain", domain);
        }
        return subject.owner().isPresent() ? Finding.of(Kind.DKIM, State.UNKNOWN, "of-provider", "domain", domain)
                : Finding.of(Kind.DKIM, State.WATCH, "not-found", "domain", domain, "n", selectors.size());
    }
}
