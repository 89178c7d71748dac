package app.caravel.audience;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import app.caravel.campaign.Audience.Part;
import app.caravel.contact.Matching;

/** An audience as one condition in SQL over {@code contact}. Two of the same audience are equal. */
record AudienceSql(List<Part> to, List<Part> not, List<Long> without, Map<Part, Query> queries, Clock clock) implements Matching {

    @Override
    public Sql sql() {
        var sql = new QuerySql(clock.instant());
        var where = "(" + any(to, sql) + ")";
        if (!not.isEmpty()) {
            where += " AND (" + any(not, sql) + ") IS NOT TRUE";
        }
        if (!without.isEmpty()) {
            where += " AND contact.id NOT IN (SELECT value FROM json_each(" + sql.value(without.toString()) + "))";
        }
        return new Sql(where, sql.values());
    }

    /** Of no parts at all: nobody. */
    private String any(List<Part> parts, QuerySql sql) {
        return parts.isEmpty() ? "0" : parts.stream().map(part -> switch (part.kind()) {
            case LIST -> "contact.id IN (SELECT contact_id FROM list_member WHERE list_id = " + sql.value(part.id()) + ")";
            case SEGMENT -> "(" + sql.where(queries.getOrDefault(part, Query.EVERYBODY)) + ")";
        }).collect(Collectors.joining(" OR "));
    }
}
