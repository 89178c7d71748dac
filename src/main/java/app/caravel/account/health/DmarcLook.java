package app.caravel.account.health;

import java.util.ArrayList;
import java.util.List;

import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;
import app.caravel.dns.Dmarc;
import app.caravel.dns.Lookups;

/** What receivers shall do with mail that only claims to be the domain's, and whether ours would be hit. */
final class DmarcLook {

    private DmarcLook() {}

    /** @param proofs what was found of SPF and DKIM */
    static List<Finding> of(Subject subject, List<Finding> proofs, Lookups dns) {
        var domain = subject.domain();
        var found = Dmarc.of(domain, dns);
        var findings = new ArrayList<Finding>();
        var first = new DnsLine("_dmarc." + domain, "TXT", "v=DMARC1; p=none; rua=mailto:postmaster@" + domain);
        findings.add(switch (found) {
            case Dmarc.Lookup.Found(var dmarc) when dmarc.policy().equals("none") -> Finding.of(Kind.DMARC, State.WATCH, "watches", "domain", dmarc.at());
            case Dmarc.Lookup.Found(var dmarc) -> Finding.of(Kind.DMARC, State.GOOD, "fine", "domain", dmarc.at(), "policy", dmarc.policy());
            case Dmarc.Lookup.None _ -> Finding.of(Kind.DMARC, State.BAD, "none", "domain", domain).with(first);
            case Dmarc.Lookup.Broken(var records) -> Finding.of(Kind.DMARC, State.BAD, records.size() > 1 ? "several" : "broken", "domain", domain, "n", records.size()).with(first);
            case Dmarc.Lookup.Unknown _ -> Finding.of(Kind.DMARC, State.UNKNOWN, "unknown", "domain", domain);
        });
        findings.add(alignment(domain, found, proofs));
        return findings;
    }

    /**
     * Caravel's envelope carries the address that stands in From, so SPF is of the same domain; a key at the domain is of the
     * same domain too. One of both is enough.
     */
    private static Finding alignment(String domain, Dmarc.Lookup found, List<Finding> proofs) {
        boolean spf = passes(Kind.SPF, proofs);
        boolean dkim = passes(Kind.DKIM, proofs);
        boolean enforced = found instanceof Dmarc.Lookup.Found(var dmarc) && !dmarc.policy().equals("none");
        if (spf || dkim) {
            return Finding.of(Kind.ALIGNMENT, State.GOOD, spf && dkim ? "both" : spf ? "spf" : "dkim", "domain", domain);
        }
        if (proofs.stream().anyMatch(finding -> finding.state() == State.UNKNOWN)) {
            return Finding.of(Kind.ALIGNMENT, State.UNKNOWN, "unknown", "domain", domain);
        }
        return enforced ? Finding.of(Kind.ALIGNMENT, State.BAD, "enforced", "domain", domain) : Finding.of(Kind.ALIGNMENT, State.WATCH, "neither", "domain", domain);
    }

    private static boolean passes(Kind kind, List<Finding> proofs) {
        return proofs.stream().filter(finding -> finding.kind() == kind).allMatch(DmarcLook::proves);
    }

    /** A short key and a record with an open end still pass. */
    private static boolean proves(Finding finding) {
        return finding.state() == State.GOOD || List.of("domain.spf.open-end", "domain.dkim.short").contains(finding.reason().key());
    }
}
