package app.caravel.messagelog.search;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.caravel.messagelog.LogField;

/**
 * A line that was found.
 *
 * @param fields the names in its file's {@code #Fields}
 * @param values as many
 */
public record LogRow(Instant at, List<String> fields, List<String> values) {

    public LogRow {
        fields = List.copyOf(fields);
        values = List.copyOf(values);
    }

    /** A value; empty where the file has no such field. */
    public String get(LogField field) {
        return get(field.key());
    }

    /** A value by the name in {@code #Fields}; empty where the file has no such field. */
    public String get(String field) {
        int place = fields.indexOf(field);
        return place < 0 ? "" : values.get(place);
    }

    /** All of it, in the file's order. */
    public Map<String, String> byField() {
        var all = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.size(); i++) {
            all.put(fields.get(i), values.get(i));
        }
        return all;
    }
}
