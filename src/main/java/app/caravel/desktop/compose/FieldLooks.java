package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.MergeFields;
import app.caravel.contact.Spelling;
import app.caravel.content.CompiledContent;
import app.caravel.content.Finding;
import app.caravel.content.Tracking;
import app.caravel.content.audit.SalutationLook;

/** What is wrong with a mail's merge fields while it is written, and how many recipients it would hit. Knows no node. */
final class FieldLooks {

    /** What can be wrong. */
    enum Kind {
        /** Nobody has such a field, and no contact ever does: a typing mistake, likely. */
        UNKNOWN,
        /** Some have no value, and no word stands in. */
        NO_STAND_IN,
        /** The mail greets nobody: “Dear ,”. */
        EMPTY_SALUTATION
    }

    /**
     * One thing to look at.
     *
     * @param what the field, or the greeting as some would read it
     * @param near the known field that is written nearly so; null where there is none
     * @param where the tag as it is written; null where none can be shown
     */
    record Look(Kind kind, String what, int people, @Nullable String near, @Nullable String where) {}

    private final CompiledContent content;
    private final AudienceFields audience;
    private final Set<String> unknown = new LinkedHashSet<>();
    private final Map<String, Integer> gaps = new LinkedHashMap<>();
    private final Map<String, Look> greetings = new LinkedHashMap<>();

    private FieldLooks(CompiledContent content, AudienceFields audience) {
        this.content = content;
        this.audience = audience;
    }

    /** @param tracking links as they are, that to unsubscribe among them */
    static List<Look> of(CompiledContent content, AudienceFields audience, Tracking tracking) {
        return new FieldLooks(content, audience).look(tracking);
    }

    private List<Look> look(Tracking tracking) {
        audience.missing().forEach((field, lack) -> {
            if (audience.people() > 0 && lack == audience.people() && !MergeFields.OWN.contains(field)) {
                unknown.add(field);
            }
        });
        audience.groups().forEach(group -> look(group, tracking));
        var looks = new ArrayList<Look>();
        unknown.forEach(field -> looks.add(new Look(Kind.UNKNOWN, field, audience.people(), near(field), tag(field))));
        gaps.forEach((field, people) -> looks.add(new Look(Kind.NO_STAND_IN, field, people, null, tag(field))));
        looks.addAll(greetings.values());
        return looks;
    }

    private void look(AudienceFields.Group group, Tracking tracking) {
        var mail = content.render(group.values(), tracking);
        String first = null;
        for (var finding : mail.problems()) {
            boolean gap = finding.kind() == Finding.Kind.EMPTY_FIELD || finding.kind() == Finding.Kind.UNKNOWN_FIELD;
            if (gap && !finding.what().equals("unsubscribe_url")) {
                first = first == null ? finding.what() : first;
                if (!unknown.contains(finding.what())) {
                    gaps.merge(finding.what(), group.people(), Integer::sum);
                }
            }
        }
        var greeting = SalutationLook.odd(mail.text());
        if (greeting != null) {
            var look = new Look(Kind.EMPTY_SALUTATION, greeting, group.people(), null, first == null ? null : tag(first));
            greetings.merge(greeting, look, (known, more) -> new Look(known.kind, greeting, known.people + more.people, null, known.where == null ? more.where : known.where));
        }
    }

    /** The first tag that reads the field, as it is written. */
    private @Nullable String tag(String field) {
        var source = content.source();
        var tag = Pattern.compile("\\{[{%][^{}]*?(?<![\\p{L}\\p{M}\\p{N}_.])" + Pattern.quote(field) + "(?![\\p{L}\\p{M}\\p{N}_])[^{}]*[}%]}");
        for (var written : List.of(source.subject(), source.html(), source.text() == null ? "" : source.text())) {
            var found = tag.matcher(written);
            if (found.find()) {
                return found.group();
            }
        }
        return null;
    }

    /** The known field whose name takes the fewest keystrokes to mend; null where it would take more than a third of them. */
    private @Nullable String near(String field) {
        var known = new LinkedHashSet<>(MergeFields.OWN);
        known.addAll(audience.names());
        known.add("unsubscribe_url");
        return known.stream().filter(name -> Spelling.distance(field, name) <= Math.max(1, Math.max(field.length(), name.length()) / 3))
                .min(Comparator.comparingInt(name -> Spelling.distance(field, name))).orElse(null);
    }
}
