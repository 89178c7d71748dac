package app.caravel.content;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import app.caravel.content.CheckFinding.Severity;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Renders a content for everyone it goes to and says what is wanting, before anything is sent. One thread feeds it. */
public final class Check {

    /** Gmail cuts a longer HTML and hides what follows. */
    public static final int GMAIL_CUTS_AT = 102 * 1024;

    /** Elements that mail programs drop. */
    private static final Set<String> DROPPED = Set.of("script", "form", "iframe", "object", "embed", "video", "audio");

    private static final int LONGEST_EXAMPLE = 40;

    private final CompiledContent content;
    private final Tracking tracking;
    private final Set<String> known;
    private final Map<Finding, List<String>> found = new LinkedHashMap<>();
    private final Map<Finding, String> examples = new HashMap<>();
    private final List<String> withoutSubject = new ArrayList<>();
    private int largest;
    private boolean standsIn;

    /**
     * @param tracking as the mails will have it, for their size and their unsubscribe link
     * @param known fields that every contact may have; one that nobody has and that is not among them is misspelt
     */
    public Check(CompiledContent content, Tracking tracking, Set<String> known) {
        this.content = content;
        this.tracking = tracking;
        this.known = new HashSet<>(known);
    }

    /** What to say of a content that does not compile. */
    public static CheckFinding unreadable(Problem problem) {
        return new CheckFinding("unreadable", Severity.STOP, 0, List.of(), problem.reason());
    }

    /** Looks at one recipient's mail, and hands it on. */
    public Rendered add(String address, Map<String, Object> values) {
        known.addAll(values.keySet());
        standsIn |= !values.containsKey(SenderWords.SIGNATURE);
        var mail = content.render(values, tracking);
        for (var finding : mail.problems()) {
            found.computeIfAbsent(finding, _ -> new ArrayList<>()).add(address);
            examples.putIfAbsent(finding, example(values.get(finding.what())));
        }
        if (mail.subject().isBlank()) {
            withoutSubject.add(address);
        }
        largest = Math.max(largest, mail.html().getBytes(StandardCharsets.UTF_8).length);
        return mail;
    }

    private static String example(@Nullable Object value) {
        var written = value == null ? "" : Cleaning.header(value.toString());
        return written.length() <= LONGEST_EXAMPLE ? written : written.substring(0, written.offsetByCodePoints(0, written.codePointCount(0, LONGEST_EXAMPLE))) + "…";
    }

    /** What was found so far, the gravest first. */
    public List<CheckFinding> findings() {
        var findings = new ArrayList<CheckFinding>();
        joined().forEach((finding, people) -> findings.add(finding(finding, people)));
        if (!withoutSubject.isEmpty()) {
            findings.add(people("no-subject", Severity.WARN, withoutSubject, Reason.of("content.check.no-subject", "n", withoutSubject.size())));
        }
        var placeholders = Placeholders.in(seen());
        if (!placeholders.isEmpty()) {
            var first = placeholders.iterator().next();
            findings.add(content("placeholder", Severity.WARN, Reason.of("content.check.placeholder", "what", first, "n", placeholders.size())).at(first));
        }
        if (largest > GMAIL_CUTS_AT) {
            findings.add(content("too-large", Severity.WARN, Reason.of("content.check.too-large", "kilobytes", (largest + 1023) / 1024)));
        }
        if (!content.fields().contains(Rendering.UNSUBSCRIBE)) {
            findings.add(content("no-unsubscribe", Severity.WARN, Reason.of("content.check.no-unsubscribe")));
        }
        var dropped = dropped();
        if (!dropped.isEmpty()) {
            findings.add(content("dropped-elements", Severity.ADVICE, Reason.of("content.check.dropped-elements", "elements", String.join(", ", dropped))));
        }
        return findings;
    }

    /** What readers see of the content: where every mail has its sender's own signature, none shows what would stand in for it. */
    private ContentSource seen() {
        var source = content.source();
        return standsIn ? source : new ContentSource(source.subject(), SenderWords.withoutStandIns(source.html()), source.text());
    }

    /** A field that others have is not unknown: who has none lacks it, as those do whose value is blank. */
    private Map<Finding, List<String>> joined() {
        var joined = new LinkedHashMap<Finding, List<String>>();
        found.forEach((finding, people) -> {
            boolean lacking = finding.kind() == Finding.Kind.UNKNOWN_FIELD && known.contains(finding.what());
            var key = lacking ? new Finding(Finding.Kind.EMPTY_FIELD, finding.what()) : finding;
            joined.computeIfAbsent(key, _ -> new ArrayList<>()).addAll(people);
        });
        return joined;
    }

    /** The largest HTML that was put together so far, in bytes. */
    public int largest() {
        return largest;
    }

    private CheckFinding finding(Finding finding, List<String> people) {
        var kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var example = examples.getOrDefault(finding, "");
        var found = people(kind, Severity.WARN, people, Reason.of("content.check." + kind, "what", finding.what(), "n", people.size(), "example", example.isEmpty() ? "…" : example));
        return finding.kind() == Finding.Kind.EMPTY_FIELD ? found.mendedBy(new Mend.StandIn(finding.what())) : found;
    }

    private static CheckFinding people(String kind, Severity severity, List<String> people, Reason text) {
        return new CheckFinding(kind, severity, people.size(), people, text);
    }

    private static CheckFinding content(String kind, Severity severity, Reason text) {
        return new CheckFinding(kind, severity, 0, List.of(), text);
    }

    private Set<String> dropped() {
        var dropped = new TreeSet<String>();
        HtmlLinks.parse(content.source().html()).traverse((node, _) -> {
            if (DROPPED.contains(node.normalName())) {
                dropped.add(node.normalName());
            }
        });
        return dropped;
    }
}
