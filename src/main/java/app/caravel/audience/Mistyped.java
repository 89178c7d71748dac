package app.caravel.audience;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.FreeMail;
import app.caravel.contact.Spelling;
import app.caravel.dns.MailHosts;
import app.caravel.dns.MailServer;

/**
 * Addresses whose domain is nearly that of a well-known provider. Short names are compared by their ending alone (162.com
 * and wed.de are others' own domains), an ending that exists is only doubted where the domain takes no mail (hotmail.se is
 * as good as hotmail.de), and a domain whose mail is with a known provider is somebody's own.
 */
final class Mistyped {

    /** The most frequent first: where two are equally near, it is meant. */
    private static final List<String> WELL_KNOWN = DomainFile.read("well-known-domains.txt");

    private static final Set<String> GENERIC_ENDINGS = Set.of("com", "net", "org", "info", "biz", "edu", "gov", "mil", "int", "name", "pro", "asia", "mobi", "xyz", "top",
            "shop", "store", "online", "site", "club", "vip", "ltd", "app", "dev", "cloud", "email", "live", "work", "tech", "group", "trade");

    private static final Set<String> COUNTRY_ENDINGS = countryEndings();

    private static final int LONG_ENOUGH = 5;
    private static final int VERY_LONG = 8;

    private Mistyped() {}

    /** The address that was probably meant. */
    static Optional<EmailAddress> meant(EmailAddress address, MailServer server) {
        return domain(address.domain(), server).flatMap(domain -> EmailAddress.parse(address.local() + "@" + domain));
    }

    /** The domain that was probably meant. */
    static Optional<String> domain(String domain, MailServer server) {
        if (domain.indexOf('.') < 1 || FreeMail.isDomain(domain) || WELL_KNOWN.contains(domain) || isSomebodys(server)) {
            return Optional.empty();
        }
        String nearest = null;
        int least = Integer.MAX_VALUE;
        for (var known : WELL_KNOWN) {
            int far = distance(domain, known, server.takesNoMail());
            if (far < least) {
                least = far;
                nearest = known;
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static boolean isSomebodys(MailServer server) {
        return server instanceof MailServer.Found(var hosts) && MailHosts.of(hosts).isPresent();
    }

    /** How far a domain is from a known one; MAX_VALUE where it is another one. */
    private static int distance(String domain, String known, boolean takesNoMail) {
        int dot = domain.indexOf('.');
        int knownDot = known.indexOf('.');
        var name = domain.substring(0, dot);
        var knownName = known.substring(0, knownDot);
        var ending = domain.substring(dot + 1);
        if (Math.abs(domain.length() - known.length()) > 2) {
            return Integer.MAX_VALUE;
        }
        int names = Spelling.distance(name, knownName);
        int endings = Spelling.distance(ending, known.substring(knownDot + 1));
        boolean near = names == 0 || names == 1 && knownName.length() >= LONG_ENOUGH || names == 2 && knownName.length() >= VERY_LONG;
        boolean endingFits = endings == 0 || endings == 1 && (takesNoMail || !exists(ending));
        return near && endingFits ? names + endings : Integer.MAX_VALUE;
    }

    private static boolean exists(String ending) {
        var last = ending.substring(ending.lastIndexOf('.') + 1);
        return GENERIC_ENDINGS.contains(last) || COUNTRY_ENDINGS.contains(last);
    }

    private static Set<String> countryEndings() {
        var endings = new HashSet<>(List.of("uk", "eu", "su", "ac"));
        Arrays.stream(Locale.getISOCountries()).map(code -> code.toLowerCase(Locale.ROOT)).forEach(endings::add);
        return endings;
    }
}
