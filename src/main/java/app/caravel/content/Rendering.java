package app.caravel.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.content.wording.Reader;
import app.caravel.content.wording.Worded;
import app.caravel.content.wording.Wording;

/** One recipient's mail while it is put together: his values, his links, and what was found wanting. */
final class Rendering {

    static final String UNSUBSCRIBE = "unsubscribe_url";

    /** A link's address in this mail, worked out once. */
    private record Tracked(String destination, String address) {}

    private final Map<String, Object> values;
    private final Tracking tracking;
    private final KnownAddresses addresses;
    private final LinkedHashSet<Finding> findings = new LinkedHashSet<>();
    private final Map<String, String> cleaned = new HashMap<>();
    private final Map<Integer, Tracked> tracked = new HashMap<>();
    private @Nullable Map<String, Object> liquidValues;
    private @Nullable Reader reader;

    Rendering(Map<String, Object> values, Tracking tracking, KnownAddresses addresses) {
        this.values = values;
        this.tracking = tracking;
        this.addresses = addresses;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** A field's value; null where it is missing or blank. */
    @Nullable String value(String field) {
        var text = cleaned.get(field);
        if (text == null) {
            text = cleaned(field);
            cleaned.put(field, text);
        }
        return text.isEmpty() ? null : text;
    }

    /** Empty where it is missing or blank. */
    private String cleaned(String field) {
        var own = field.equals(UNSUBSCRIBE) ? tracking.unsubscribe() : null;
        var value = own == null ? values.get(field) : own;
        var text = value == null ? "" : Cleaning.value(value.toString());
        return text.isBlank() ? "" : text;
    }

    /** The values as Liquid takes them: blank ones are missing, names are in ASCII. */
    Map<String, Object> liquidValues() {
        if (liquidValues == null) {
            liquidValues = HashMap.newHashMap(values.size() * 2);
            liquidValues.put(Engine.RENDERING, this);
            for (var entry : values.entrySet()) {
                boolean structured = entry.getValue() instanceof Number || entry.getValue() instanceof Collection || entry.getValue() instanceof Map
                        || entry.getValue() instanceof Boolean;
                var value = structured ? entry.getValue() : value(entry.getKey());
                if (value != null) {
                    liquidValues.put(Expression.alias(entry.getKey()), value);
                }
            }
            var unsubscribe = value(UNSUBSCRIBE);
            if (unsubscribe != null) {
                liquidValues.put(UNSUBSCRIBE, unsubscribe);
            }
        }
        return liquidValues;
    }

    /** A field's value as this recipient writes such things; as it is, and found wanting, where it cannot be. */
    String worded(String field, String value, List<Expression.Step> steps) {
        var text = value;
        for (var step : steps) {
            text = worded(step.wording(), text, step.option(), field);
        }
        return text;
    }

    /** The same for what Liquid hands to a filter: the field is the one that holds it, or else the filter stands for it. */
    String worded(Wording wording, Object value, @Nullable String option) {
        return worded(wording, value, option, null);
    }

    private String worded(Wording wording, Object value, @Nullable String option, @Nullable String field) {
        var worded = wording.word(value, option, reader());
        if (worded.lack() != null) {
            find(Finding.Kind.of(worded.lack()), worded.lack() == Worded.Lack.NO_SUCH_FORM ? wording.filter() + (option == null ? "" : ": \"" + option + "\"")
                    : field == null ? holder(value.toString(), wording.filter()) : field);
        }
        return Cleaning.value(worded.text());
    }

    private String holder(String value, String otherwise) {
        return values.keySet().stream().filter(field -> value.equals(value(field))).findFirst().orElse(otherwise);
    }

    private Reader reader() {
        if (reader == null) {
            reader = Reader.of(value("language"), value("country"));
        }
        return reader;
    }

    void missing(String field) {
        if (field.equals(SenderWords.SIGNATURE)) {
            return; // an account without one lacks nothing
        }
        find(values.containsKey(field) || field.equals(UNSUBSCRIBE) ? Finding.Kind.EMPTY_FIELD : Finding.Kind.UNKNOWN_FIELD, field);
    }

    void find(Finding.Kind kind, String what) {
        findings.add(new Finding(kind, what));
    }

    /** Appends the address of a link whose destination these values made: tracked where it leads to a web page, else as it is. */
    void link(int number, String written, boolean inHtml, StringBuilder out) {
        var destination = Addresses.tidy(written);
        boolean web = Addresses.isWeb(destination);
        boolean bad = web && !addresses.isGood(destination);
        if (bad) {
            find(Finding.Kind.BAD_DESTINATION, Addresses.shortened(destination));
        }
        (inHtml ? Escaping.HTML : Escaping.RAW).append(out, web && !bad ? address(number, destination) : written);
    }

    /** The address that stands for a good destination in this mail; worked out once for HTML and text. */
    String address(int number, String destination) {
        var known = tracked.get(number);
        if (known != null && known.destination.equals(destination)) {
            return known.address;
        }
        var address = tracking.click(number, destination);
        tracked.put(number, new Tracked(destination, address));
        return address;
    }

    void pixel(StringBuilder out) {
        var address = tracking.pixel();
        if (address != null) {
            out.append("<img src=\"");
            Escaping.HTML.append(out, address);
            out.append("\" width=\"1\" height=\"1\" alt=\"\" border=\"0\" style=\"width:1px;height:1px;border:0\">");
        }
    }
}
