package app.caravel.contact.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.imports.Forecast.Change;
import app.caravel.contact.imports.Forecast.Merge;
import app.caravel.store.Json;

/** Reads what a dry run has changed of contacts: the workspace's beside those of the dry run's own table. */
final class MergeReader {

    /** In the order in which they are told, each with the column it stands in. */
    private static final List<Compared> FIELDS = List.of(
            new Compared(Field.NAME, "%1$s.name"), new Compared(Field.FIRST_NAME, "%1$s.first_name"), new Compared(Field.LAST_NAME, "%1$s.last_name"),
            new Compared(Field.SALUTATION, "%1$s.salutation"), new Compared(Field.COMPANY, "(SELECT nullif(name, domain) FROM temp.company WHERE company.id = %1$s.company_id)"),
            new Compared(Field.ROLE, "%1$s.role"), new Compared(Field.COUNTRY, "%1$s.country"), new Compared(Field.CITY, "%1$s.city"),
            new Compared(Field.PHONE, "%1$s.phone"), new Compared(Field.LANGUAGE, "%1$s.language"),
            new Compared(Field.OTHER_ADDRESS, "(SELECT group_concat(value, '; ') FROM json_each(%1$s.other_addresses))"));

    private record Compared(Field field, String sql) {
        String of(String table) {
            return sql.formatted(table);
        }
    }

    /** Whether {@code known} and {@code shadow} differ: a file that says A, then B, then A again changes nothing. */
    static final String DIFFERS = "shadow.attributes <> known.attributes"
            + FIELDS.stream().map(field -> " OR " + field.of("known") + " IS NOT " + field.of("shadow")).collect(Collectors.joining());

    private final PreparedStatement query;
    private final PreparedStatement count;

    MergeReader(Connection connection) throws SQLException {
        query = connection.prepareStatement("SELECT known.address, coalesce(known.name, known.first_name, known.last_name), known.attributes, shadow.attributes"
                + FIELDS.stream().map(field -> ", " + field.of("known") + ", " + field.of("shadow")).collect(Collectors.joining())
                + " FROM main.contact AS known JOIN temp.contact AS shadow ON shadow.id = known.id WHERE known.id = ?");
        count = connection.prepareStatement("SELECT count(*) FROM temp.contact AS shadow JOIN main.contact AS known ON known.id = shadow.id WHERE " + DIFFERS);
    }

    /** How many contacts differ. */
    long count() throws SQLException {
        try (var row = count.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** @param lines contact -> line of his first row */
    List<Merge> of(Map<Long, Long> lines) throws SQLException {
        var merges = new ArrayList<Merge>(lines.size());
        for (var each : lines.entrySet()) {
            query.setLong(1, each.getKey());
            try (var row = query.executeQuery()) {
                if (row.next()) { // else he was deleted meanwhile
                    merges.add(new Merge(each.getKey(), each.getValue(), row.getString(1), row.getString(2), changes(row)));
                }
            }
        }
        return merges;
    }

    private static List<Change> changes(ResultSet row) throws SQLException {
        var changes = new ArrayList<Change>();
        int column = 5;
        for (var compared : FIELDS) {
            add(changes, Target.of(compared.field()), row.getString(column++), row.getString(column++));
        }
        var before = Json.strings(row.getString(3));
        var after = Json.strings(row.getString(4));
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name -> add(changes, new Target.Attribute(name), before.get(name), after.get(name)));
        return changes;
    }

    private static void add(List<Change> changes, Target what, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            changes.add(new Change(what, before, after));
        }
    }
}
