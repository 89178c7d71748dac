package app.caravel.dns;

import java.util.List;
import java.util.Locale;

import app.caravel.dns.Lookups.Kind;

/**
 * What a domain wants done with mail that only claims to be its own (RFC 7489).
 *
 * @param at the domain where the record stands: its own, or one above
 * @param policy {@code none}, {@code quarantine} or {@code reject}
 * @param strict whether SPF or DKIM must be of the very same domain, not only of the same organisation
 * @param reports whether anybody is told
 */
public record Dmarc(String at, String policy, boolean strict, boolean reports, String record) {

    private static final List<String> POLICIES = List.of("none", "quarantine", "reject");

    /** What a look for the record found. */
    public sealed interface Lookup {
        record Found(Dmarc dmarc) implements Lookup {}

        record None() implements Lookup {}

        /** More than one, or one that no receiver can read: it counts as none. */
        record Broken(List<String> records) implements Lookup {}

        record Unknown() implements Lookup {}
    }

    /**
     * Looks at the domain and then at those above it, down to two labels: where the first record stands is the organisation,
     * without a list of public suffixes, as DMARC's revision does it.
     */
    public static Lookup of(String domain, Lookups dns) {
        for (var at = domain; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
            var said = dns.ask("_dmarc." + at, Kind.TXT);
            if (said.isUnknown()) {
                return new Lookup.Unknown();
            }
            var records = said.values().stream().filter(text -> text.toLowerCase(Locale.ROOT).strip().matches("v\\s*=\\s*dmarc1\\s*(;.*)?")).toList();
            if (!records.isEmpty()) {
                return read(domain, at, records);
            }
        }
        return new Lookup.None();
    }

    private static Lookup read(String domain, String at, List<String> records) {
        var tags = Tags.of(records.getFirst());
        var own = tags.getOrDefault("p", "").toLowerCase(Locale.ROOT);
        var policy = at.equals(domain) ? own : tags.getOrDefault("sp", own).toLowerCase(Locale.ROOT);
        if (records.size() > 1 || !POLICIES.contains(policy)) {
            return new Lookup.Broken(records);
        }
        boolean strict = tags.getOrDefault("adkim", "r").equalsIgnoreCase("s") || tags.getOrDefault("aspf", "r").equalsIgnoreCase("s");
        return new Lookup.Found(new Dmarc(at, policy, strict, tags.containsKey("rua"), records.getFirst()));
    }
}
