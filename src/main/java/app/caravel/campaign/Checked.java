package app.caravel.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.audit.Arrivals;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.audit.LinksSeen;
import app.caravel.content.audit.References.Reference;

/**
 * What the check of a campaign found.
 *
 * @param mails how many were put together
 * @param languages how many of them are of each variant, by its language; the empty string: of what everyone else gets. Empty
 *     where there is one content
 * @param findings the gravest first
 * @param leftOut people of the audience who must not be written to
 * @param largest the largest HTML, in bytes
 * @param links how many links can be tracked
 * @param references the pages and pictures that the mails lead to, each once
 * @param seen what stands behind them; null while nobody has looked
 * @param longest the addresses of a few people who get the longest mails, the longest first
 * @param some the addresses of a few people
 * @param arrivals where its readers are
 */
public record Checked(Instant at, int mails, Map<String, Integer> languages, List<CheckFinding> findings, List<Recipients.Recipient> leftOut, int largest, int links, List<Reference> references,
        @Nullable LinksSeen seen, List<String> longest, List<String> some, Arrivals arrivals) {

    public Checked {
        languages = Collections.unmodifiableMap(new LinkedHashMap<>(languages));
        findings = findings.stream().sorted(Comparator.comparing(CheckFinding::severity)).toList();
        leftOut = List.copyOf(leftOut);
        references = List.copyOf(references);
        longest = List.copyOf(longest);
        some = List.copyOf(some);
    }

    public long count(Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /** The same with what stands behind its links and pictures. */
    public Checked with(LinksSeen behind) {
        return with(_ -> true, behind.findings(), behind);
    }

    /** The same with what is to be said of leaving at that time, in place of what was said of another. */
    public Checked leaving(Instant time) {
        return with(finding -> !finding.kind().equals(Arrivals.ID), arrivals.leaving(time), seen);
    }

    /** The same without a kind of advice. */
    public Checked without(String kind) {
        return with(finding -> !finding.kind().equals(kind), List.of(), seen);
    }

    private Checked with(Predicate<CheckFinding> kept, List<CheckFinding> more, @Nullable LinksSeen behind) {
        var all = new ArrayList<>(findings.stream().filter(kept).toList());
        all.addAll(more);
        return new Checked(at, mails, languages, all, leftOut, largest, links, references, behind, longest, some, arrivals);
    }
}
