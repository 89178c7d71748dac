package app.caravel.account.health;

import java.util.List;
import java.util.Optional;

import app.caravel.account.health.Finding.Kind;
import app.caravel.account.health.Finding.State;
import app.caravel.account.health.Rule.Mark;
import app.caravel.account.health.Rule.Receiver;
import app.caravel.reason.Reason;

/** The rules for bulk senders, against what was found. What only the provider or the receiver sees is said to be unknown. */
final class Rules {

    private static final List<Receiver> ALL = List.of(Receiver.values());
    private static final List<Receiver> GMAIL_YAHOO = List.of(Receiver.GMAIL, Receiver.YAHOO);

    private Rules() {}

    static List<Rule> of(DomainReport report, Optional<SeenSignature> signature, boolean oneClick) {
        return List.of(
                found("spf", ALL, Kind.SPF, report),
                found("dkim", ALL, Kind.DKIM, report),
                found("dmarc", ALL, Kind.DMARC, report),
                found("alignment", ALL, Kind.ALIGNMENT, report),
                found("ptr", GMAIL_YAHOO, Kind.PTR, report),
                rule("tls", List.of(Receiver.GMAIL), Mark.UNKNOWN, "onward"),
                oneClick(report, signature, oneClick),
                rule("two-days", GMAIL_YAHOO, oneClick ? Mark.YES : Mark.UNKNOWN, oneClick ? "at-once" : "by-hand"),
                rule("complaints", GMAIL_YAHOO, Mark.UNKNOWN, "postmaster"));
    }

    private static Rule found(String key, List<Receiver> by, Kind kind, DomainReport report) {
        var worst = report.findings().stream().filter(finding -> finding.kind() == kind).max(java.util.Comparator.comparing(Finding::state));
        var why = worst.map(Finding::reason).orElseGet(() -> Reason.of("domain.rule.not-looked"));
        return new Rule(key, by, worst.map(Rules::mark).orElse(Mark.UNKNOWN), why);
    }

    /** A policy that only watches, a short key and a record with an open end are enough for these rules. */
    private static Mark mark(Finding finding) {
        return switch (finding.state()) {
            case GOOD -> Mark.YES;
            case NOTE, UNKNOWN -> Mark.UNKNOWN;
            case BAD -> Mark.NO;
            case WATCH -> switch (finding.reason().key()) {
                case "domain.dmarc.watches", "domain.dkim.short", "domain.spf.open-end" -> Mark.YES;
                case "domain.alignment.neither", "domain.dkim.other-domain" -> Mark.NO;
                default -> Mark.UNKNOWN;
            };
        };
    }

    private static Rule oneClick(DomainReport report, Optional<SeenSignature> signature, boolean carried) {
        if (!carried) {
            return rule("one-click", GMAIL_YAHOO, Mark.NO, "no-tracker");
        }
        boolean own = report.findings().stream().anyMatch(finding -> finding.kind() == Kind.DKIM && finding.state() == State.GOOD && finding.reason().key().equals("domain.dkim.by-caravel"));
        if (own) {
            return rule("one-click", GMAIL_YAHOO, Mark.YES, "signed-here");
        }
        return signature.map(seen -> seen.coversOneClick() ? rule("one-click", GMAIL_YAHOO, Mark.YES, "covered") : rule("one-click", GMAIL_YAHOO, Mark.NO, "not-covered"))
                .orElseGet(() -> rule("one-click", GMAIL_YAHOO, Mark.UNKNOWN, "not-measured"));
    }

    private static Rule rule(String key, List<Receiver> by, Mark mark, String why) {
        return new Rule(key, by, mark, Reason.of("domain.rule." + key + "." + why));
    }
}
