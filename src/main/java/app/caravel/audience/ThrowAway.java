package app.caravel.audience;

import java.util.Set;

/** Domains of mailboxes that live for minutes. */
final class ThrowAway {

    private static final Set<String> DOMAINS = Set.copyOf(DomainFile.read("throw-away-domains.txt"));

    private ThrowAway() {}

    /** Whether a domain, or one above it, is one of them. */
    static boolean isDomain(String domain) {
        for (var rest = domain; rest.indexOf('.') > 0; rest = rest.substring(rest.indexOf('.') + 1)) {
            if (DOMAINS.contains(rest)) {
                return true;
            }
        }
        return false;
    }
}
