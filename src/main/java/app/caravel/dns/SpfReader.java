package app.caravel.dns;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import app.caravel.dns.Lookups.Kind;
import app.caravel.dns.Lookups.Said;

/** Reads a domain's SPF record and follows what it includes. */
public final class SpfReader {

    /** A record that asks more than this is beyond help: what lies deeper is not asked. */
    private static final int BOUND = 30;

    private final Lookups dns;
    private final Set<String> includes = new LinkedHashSet<>();
    private final List<Network> networks = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private int lookups;
    private char all = ' ';
    private boolean unsure;

    private SpfReader(Lookups dns) {
        this.dns = dns;
    }

    public static Spf of(String domain, Lookups dns) {
        return new SpfReader(dns).read(domain);
    }

    private Spf read(String domain) {
        var said = dns.ask(domain, Kind.TXT);
        var records = records(said);
        unsure = said.isUnknown();
        if (records.size() == 1) {
            terms(domain, records.getFirst(), true);
        }
        return new Spf(records, lookups, Set.copyOf(includes), List.copyOf(networks), all, List.copyOf(broken), unsure);
    }

    private static List<String> records(Said said) {
        return said.values().stream().filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1( .*)?")).toList();
    }

    private void terms(String domain, String record, boolean outermost) {
        var redirect = "";
        boolean hasAll = false;
        for (var term : record.strip().split(" +")) {
            var plain = term.toLowerCase(Locale.ROOT);
            if (plain.startsWith("redirect=")) {
                redirect = plain.substring("redirect=".length());
            } else if (!plain.equals("v=spf1") && !plain.matches("[a-z][a-z0-9._-]*=.*")) {
                hasAll |= mechanism(domain, term, plain, outermost);
            }
        }
        if (!redirect.isEmpty() && !hasAll) {
            include(redirect, true, outermost);
        }
    }

    /** Whether it was {@code all}. */
    private boolean mechanism(String domain, String term, String plain, boolean outermost) {
        boolean qualified = "+-~?".indexOf(plain.charAt(0)) >= 0;
        char qualifier = qualified ? plain.charAt(0) : '+';
        var bare = qualified ? plain.substring(1) : plain;
        var parts = bare.split("[:/]", 2);
        var value = bare.substring(parts[0].length()).replaceFirst("^:", "");
        boolean passes = qualifier == '+';
        switch (parts[0]) {
            case "all" -> {
                if (outermost) {
                    all = qualifier;
                }
                return true;
            }
            case "ip4", "ip6" -> Network.parse(value).ifPresentOrElse(network -> add(network, passes), () -> broken.add(term));
            case "include" -> include(value, passes, false);
            case "a", "mx" -> addresses(parts[0], domain, value, passes);
            case "exists", "ptr" -> {
                lookups++;
                unsure = true;
            }
            default -> broken.add(term);
        }
        return false;
    }

    private void add(Network network, boolean passes) {
        if (passes) {
            networks.add(network);
        }
    }

    private void include(String target, boolean passes, boolean outermost) {
        lookups++;
        if (target.contains("%")) {
            unsure = true;
        } else if (lookups <= BOUND && includes.add(target)) {
            var said = dns.ask(target, Kind.TXT);
            var records = records(said);
            if (said.isUnknown()) {
                unsure = true;
            } else if (records.size() != 1) {
                broken.add("include:" + target);
            } else if (passes) {
                terms(target, records.getFirst(), outermost);
            }
        }
    }

    private void addresses(String mechanism, String domain, String value, boolean passes) {
        lookups++;
        int slash = value.indexOf('/');
        var named = slash < 0 ? value : value.substring(0, slash);
        var length = slash < 0 ? "" : value.substring(slash);
        var target = named.isEmpty() ? domain : named;
        if (target.contains("%") || lookups > BOUND) {
            unsure = true;
            return;
        }
        var hosts = mechanism.equals("mx") ? dns.ask(target, Kind.MX).values().stream().filter(host -> !host.isEmpty()).toList() : List.of(target);
        for (var kind : List.of(Kind.A, Kind.AAAA)) {
            var bits = length.isEmpty() ? "" : kind == Kind.A ? length.split("//")[0] : length.contains("//") ? "/" + length.split("//")[1] : "";
            dns.ask(hosts, kind).values().forEach(said -> {
                unsure |= said.isUnknown();
                said.values().forEach(address -> Network.parse(address + bits).ifPresent(network -> add(network, passes)));
            });
        }
    }
}
