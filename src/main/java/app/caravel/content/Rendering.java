package app.caravel.content;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** One recipient's mail while it is put together: his values, his links, and what was found wanting. */
final class Rendering {

    static final String UNSUBSCRIBE = "unsubscribe_url";

    /** A link's address in this mail, worked out once. */
    private record Tracked(String destination, String address) {}

    private final Map<String, Object> values;
    private final Tracking tracking;
    private final KnownAddresses addresses;
    private final LinkedHashSet<Finding> findings = new LinkedHashSet<>();
    private final Map<Integer, Tracked> tracked = new HashMap<>();
    private @Nullable Map<String, Object> liquidValues;

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
        var value = field.equals(UNSUBSCRIBE) && tracking.unsubscribe() != null ? tracking.unsubscribe() : values.get(field);
        var text = value == null ? "" : Cleaning.value(value.toString());
        return text.isBlank() ? null : text;
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

    void missing(String field) {
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
