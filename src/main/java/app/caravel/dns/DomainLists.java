package app.caravel.dns;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.caravel.dns.Lookups.Kind;

/** Public lists of domains that send what nobody wants. They refuse to answer large public resolvers: that is no finding. */
public final class DomainLists {

    /** How a list answers about a domain. */
    public enum Standing {
        LISTED,
        CLEAR,
        /** Not answered, or the list does not answer this resolver. */
        UNKNOWN
    }

    /** Zone, and the name that people know it by. Only lists of domains: those of addresses speak of the provider's machines. */
    public static final Map<String, String> ZONES = zones();

    private DomainLists() {}

    private static Map<String, String> zones() {
        var zones = new LinkedHashMap<String, String>();
        zones.put("dbl.spamhaus.org", "Spamhaus DBL");
        zones.put("multi.surbl.org", "SURBL");
        zones.put("multi.uribl.com", "URIBL");
        return zones;
    }

    /** How each list answers about a domain, by its zone. */
    public static Map<String, Standing> of(String domain, Lookups dns) {
        var standing = new LinkedHashMap<String, Standing>();
        var names = ZONES.keySet().stream().map(zone -> domain + "." + zone).toList();
        var answers = dns.ask(names, Kind.A);
        ZONES.keySet().forEach(zone -> standing.put(zone, read(answers.getOrDefault(domain + "." + zone, new Lookups.Said.Unknown()))));
        return standing;
    }

    private static Standing read(Lookups.Said said) {
        return switch (said) {
            case Lookups.Said.Nothing _ -> Standing.CLEAR;
            case Lookups.Said.Unknown _ -> Standing.UNKNOWN;
            case Lookups.Said.Values(List<String> addresses) -> addresses.stream().anyMatch(DomainLists::isListing) ? Standing.LISTED : Standing.UNKNOWN;
        };
    }

    /** 127.0.0.1 and 127.255.255.x say "not for you", 127.0.1.255 "that was no domain"; what is outside 127 comes from a resolver that lies. */
    private static boolean isListing(String address) {
        return address.startsWith("127.") && !address.equals("127.0.0.1") && !address.startsWith("127.255.") && !address.equals("127.0.1.255");
    }
}
