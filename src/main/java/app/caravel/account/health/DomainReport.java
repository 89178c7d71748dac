package app.caravel.account.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;

/** How a domain stood when it was looked at. */
public record DomainReport(String domain, Instant at, List<Finding> findings) {

    public DomainReport {
        findings = List.copyOf(findings);
    }

    /** The worst that was found of a kind; unknown where it was not looked at. */
    public State of(Kind kind) {
        return findings.stream().filter(finding -> finding.kind() == kind).map(Finding::state).max(Comparator.naturalOrder()).orElse(State.UNKNOWN);
    }

    /** What somebody should do something about, the worst first. */
    public List<Finding> open() {
        return findings.stream().filter(Finding::isOpen).sorted(Comparator.comparing(Finding::state).reversed()).toList();
    }
}
