package app.caravel.desktop.contacts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import app.caravel.audience.Condition;
import app.caravel.audience.Condition.Act;
import app.caravel.audience.Condition.Part;
import app.caravel.audience.Condition.Suppressed.Why;
import app.caravel.audience.Query.Term;
import app.caravel.audience.Span;
import app.caravel.contact.Stage;

/**
 * A condition as the builder's row holds it, perhaps not finished yet.
 *
 * @param header of an attribute, else empty
 * @param values as the language writes them; empty: not said yet
 */
record SegmentRow(Field field, String header, boolean not, List<String> values) {

    /** What a row can be about, and how its value is asked for. */
    enum Field {
        COUNTRY(Asked.COUNTRY), LANGUAGE(Asked.LANGUAGE), LIST(Asked.LIST), STAGE(Asked.STAGE), TAG(Asked.TAG), COMPANY(Asked.PART), NAME(Asked.PART), ROLE(Asked.PART), CITY(Asked.PART), DOMAIN(Asked.EXACT),
        WORDS(Asked.PART), ATTRIBUTE(Asked.EXACT), ADDED(Asked.TIME), MAILED(Asked.TIME), OPENED(Asked.TIME), CLICKED(Asked.TIME), MAILED_CAMPAIGN(Asked.CAMPAIGN),
        OPENED_CAMPAIGN(Asked.CAMPAIGN), CLICKED_LINK(Asked.LINK), SUPPRESSED(Asked.SUPPRESSION);

        final Asked asked;

        Field(Asked asked) {
            this.asked = asked;
        }

        /** The end of its text keys. */
        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How a value is asked for. */
    enum Asked { COUNTRY, LANGUAGE, LIST, STAGE, TAG, PART, EXACT, TIME, CAMPAIGN, LINK, SUPPRESSION }

    static SegmentRow fresh(Field field) {
        return new SegmentRow(field, "", false, switch (field.asked) {
            case TIME -> List.of("30d");
            case SUPPRESSION -> List.of("yes");
            case STAGE -> List.of(Stage.ACTIVE.key());
            default -> List.of();
        });
    }

    SegmentRow withNot(boolean now) {
        return new SegmentRow(field, header, now, values);
    }

    SegmentRow withHeader(String now) {
        return new SegmentRow(field, now, not, values);
    }

    SegmentRow withValues(List<String> now) {
        return new SegmentRow(field, header, not, now);
    }

    /** Several values stand beside each other with commas. */
    SegmentRow withWritten(String written) {
        return withValues(field == Field.WORDS ? one(written) : Arrays.stream(written.split("[,，、]")).map(String::strip).filter(each -> !each.isEmpty()).toList());
    }

    SegmentRow withOne(String value) {
        return withValues(one(value));
    }

    private static List<String> one(String value) {
        return value.isBlank() ? List.of() : List.of(value.strip());
    }

    String written() {
        return String.join(", ", values);
    }

    /** The condition, where enough is said. */
    Optional<Term> term() {
        if (values.isEmpty() || field == Field.ATTRIBUTE && header.isBlank()) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (field) {
            case COUNTRY -> new Condition.Country(orNone());
            case LANGUAGE -> new Condition.Language(orNone());
            case LIST -> new Condition.InList(values);
            case STAGE -> new Condition.InStage(values.stream().map(value -> value.equals("none") ? Optional.<Stage>empty() : Optional.of(Stage.valueOf(value.toUpperCase(Locale.ROOT)))).toList());
            case TAG -> new Condition.Tagged(values);
            case COMPANY, NAME, ROLE, CITY -> new Part(Part.Of.valueOf(field.name()), values);
            case DOMAIN -> new Condition.Domain(values.stream().map(value -> value.startsWith("@") ? value.substring(1) : value).toList());
            case WORDS -> new Condition.Words(values.getFirst());
            case ATTRIBUTE -> new Condition.Attribute(header, values);
            case ADDED, MAILED, OPENED, CLICKED -> Span.parse(values.getFirst()).map(span -> (Condition) new Condition.Within(Act.valueOf(field.name()), span)).orElse(null);
            case MAILED_CAMPAIGN -> new Condition.OfCampaign(Act.MAILED, values);
            case OPENED_CAMPAIGN -> new Condition.OfCampaign(Act.OPENED, values);
            case CLICKED_LINK -> new Condition.ClickedLink(values);
            case SUPPRESSED -> new Condition.Suppressed(values.stream().map(value -> Why.valueOf(value.toUpperCase(Locale.ROOT))).toList());
        }).map(condition -> new Term(not, condition));
    }

    private List<String> orNone() {
        return values.stream().map(value -> value.equals("none") ? "" : value).toList();
    }

    static SegmentRow of(Term term) {
        return switch (term.condition()) {
            case Condition.Words(var words) -> row(term, Field.WORDS, List.of(words));
            case Condition.Country(var codes) -> row(term, Field.COUNTRY, named(codes));
            case Condition.Language(var tags) -> row(term, Field.LANGUAGE, named(tags));
            case Part(var of, var parts) -> row(term, Field.valueOf(of.name()), parts);
            case Condition.Domain(var domains) -> row(term, Field.DOMAIN, domains);
            case Condition.Attribute(var header, var values) -> row(term, Field.ATTRIBUTE, values).withHeader(header);
            case Condition.InList(var names) -> row(term, Field.LIST, names);
            case Condition.InStage(var stages) -> row(term, Field.STAGE, stages.stream().map(stage -> stage.map(Stage::key).orElse("none")).toList());
            case Condition.Tagged(var names) -> row(term, Field.TAG, names);
            case Condition.Suppressed(var whys) -> row(term, Field.SUPPRESSED, whys.stream().map(why -> why.name().toLowerCase(Locale.ROOT)).toList());
            case Condition.Within(var act, var span) -> row(term, Field.valueOf(act.name()), List.of(span.text()));
            case Condition.OfCampaign(var act, var names) -> row(term, act == Act.MAILED ? Field.MAILED_CAMPAIGN : Field.OPENED_CAMPAIGN, names);
            case Condition.ClickedLink(var parts) -> row(term, Field.CLICKED_LINK, parts);
        };
    }

    private static SegmentRow row(Term term, Field field, List<String> values) {
        return new SegmentRow(field, "", term.not(), values);
    }

    private static List<String> named(List<String> values) {
        return values.stream().map(value -> value.isEmpty() ? "none" : value).collect(Collectors.toList());
    }
}
