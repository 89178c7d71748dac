package app.caravel.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.sqlite.Function;

/**
 * Goes through every text of every table, whatever tables there are: takes words out, or counts where they still stand.
 * What a later table holds is reached without a change here.
 */
public final class TextSweep {

    private record Column(String table, String name) {}

    private final Connection connection;
    private final List<Column> columns = new ArrayList<>();

    /** @param leave tables that are not looked at */
    public TextSweep(Connection connection, Set<String> leave) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT t.name, c.name FROM sqlite_schema t JOIN pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~' AND t.name NOT LIKE 'flyway%' AND upper(c.type) IN ('TEXT', '')""")) {
            while (rows.next()) {
                if (!leave.contains(rows.getString(1))) {
                    columns.add(new Column(rows.getString(1), rows.getString(2)));
                }
            }
        }
    }

    /**
     * Puts something else in the place of these words, whatever their case, where no letter, digit or mark of an address
     * stands beside them.
     *
     * @return how many texts were changed
     */
    public int replace(Collection<String> words, String replacement) throws SQLException {
        if (words.isEmpty()) {
            return 0;
        }
        var any = Pattern.compile("(?<![\\p{L}\\p{N}._%+-])(?:" + words.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")(?![\\p{L}\\p{N}]|[._-][\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Function.create(connection, "swept", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                result(any.matcher(value_text(0)).replaceAll(java.util.regex.Matcher.quoteReplacement(replacement)));
            }
        }, 1, 0);
        int changed = 0;
        for (var column : columns) {
            try (var update = connection.prepareStatement("UPDATE OR IGNORE \"%1$s\" SET \"%2$s\" = swept(\"%2$s\") WHERE (%3$s) AND swept(\"%2$s\") <> \"%2$s\""
                    .formatted(column.table, column.name, like(column, words)))) {
                bind(update, words);
                changed += update.executeUpdate();
            }
        }
        return changed;
    }

    /** In how many rows of which column these words still stand. */
    public Map<String, Integer> find(Collection<String> words) throws SQLException {
        var found = new LinkedHashMap<String, Integer>();
        if (words.isEmpty()) {
            return found;
        }
        for (var column : columns) {
            try (var query = connection.prepareStatement("SELECT count(*) FROM \"%s\" WHERE %s".formatted(column.table, like(column, words)))) {
                bind(query, words);
                try (var row = query.executeQuery()) {
                    if (row.next() && row.getInt(1) > 0) {
                        found.put(column.table + "." + column.name, row.getInt(1));
                    }
                }
            }
        }
        return found;
    }

    private static String like(Column column, Collection<String> words) {
        return words.stream().map(_ -> "\"" + column.name + "\" LIKE ? ESCAPE '~'").collect(Collectors.joining(" OR "));
    }

    private static void bind(java.sql.PreparedStatement statement, Collection<String> words) throws SQLException {
        int at = 1;
        for (var word : words) {
            statement.setString(at++, "%" + word.replace("~", "~~").replace("%", "~%").replace("_", "~_") + "%");
        }
    }
}
