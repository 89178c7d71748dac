package app.caravel.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.caravel.store.Json;

/** A filter as SQL over {@code contact}; joins only what its conditions and its order need. */
final class FilterSql {

    /** What may be a number begins with a digit and holds digits, points and commas alone; what it is worth says {@link app.caravel.store.WrittenNumber}. */
    private static final String NUMBER = "%1$s GLOB '[0-9]*' AND %1$s NOT GLOB '*[^0-9.,]*'";

    private static final String OWN = "nullif(trim(json_extract(contact.attributes, :header)), '')";

    private final Filter filter;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    FilterSql(Filter filter) {
        this.filter = filter;
        words();
        if (filter.listId() != null) {
            when("contact.id IN (SELECT contact_id FROM list_member WHERE list_id = :list)", "list", filter.listId());
        }
        if (filter.tagId() != null) {
            when("contact.id IN (SELECT contact_id FROM contact_tag WHERE tag_id = :tag)", "tag", filter.tagId());
        }
        if (filter.country() != null) {
            when(filter.country().isEmpty() ? "(contact.country IS NULL OR contact.country = :country)" : "contact.country = :country", "country", filter.country());
        }
        if (filter.language() != null) {
            when("coalesce(contact.language, '') = :language", "language", filter.language());
        }
        if (filter.suppressed() != null) {
            when(SuppressionSql.reason("contact.address") + " = :reason", "reason", filter.suppressed().key());
        }
        if (filter.addedSince() != null) {
            when("contact.created_at >= :since", "since", filter.addedSince().toEpochMilli());
        }
        if (filter.matching() != null) {
            var further = filter.matching().sql();
            conditions.add("(" + further.where() + ")");
            values.putAll(further.values());
        }
        if (filter.order() == Filter.Order.ATTRIBUTE) {
            values.put("header", "$." + Json.write(Objects.requireNonNullElse(filter.header(), "")));
        }
        switch (filter.who()) {
            case ALL -> { }
            case WRITABLE -> conditions.add("NOT " + SuppressionSql.suppressed("contact.address"));
            case SUPPRESSED -> conditions.add(SuppressionSql.suppressed("contact.address"));
        }
    }

    private void words() {
        int n = 0;
        for (var word : filter.words().strip().split("\\s+")) {
            if (!word.isEmpty()) {
                var name = "word" + n++;
                when("""
                        (contact.name LIKE :%1$s ESCAPE '~' OR contact.address LIKE :%1$s ESCAPE '~'
                            OR contact.company_id IN (SELECT id FROM company WHERE name LIKE :%1$s ESCAPE '~'))""".formatted(name),
                        name, "%" + word.replace("~", "~~").replace("%", "~%").replace("_", "~_") + "%");
            }
        }
    }

    private void when(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    /** What to select from. Words are sought through the index that holds them all: in the order of the names each row would have to be fetched. */
    String from() {
        return "FROM contact " + (filter.words().isBlank() ? "" : "INDEXED BY contact_search ")
                + (filter.order() == Filter.Order.COMPANY ? "LEFT JOIN company ON company.id = contact.company_id " : "");
    }

    String where() {
        return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions) + " ";
    }

    Map<String, Object> values() {
        return values;
    }

    /** As they follow each other in a customer's life. */
    private static String stages() {
        return Stream.of(Stage.values()).map(stage -> "WHEN '" + stage.key() + "' THEN " + stage.ordinal()).collect(Collectors.joining(" ", "CASE contact.stage ", " END"));
    }

    private static String attribute(String value, String way) {
        return "CASE WHEN " + NUMBER.formatted(value) + " THEN written_number(" + value + ") END" + way + " NULLS LAST, " + value + " COLLATE NOCASE" + way + " NULLS LAST, ";
    }

    /** The ids in their order. A column of the people's own is looked up once a row, in a query that SQLite does not fold into the outer one (it has a limit). */
    String ids() {
        return filter.order() == Filter.Order.ATTRIBUTE
                ? "SELECT contact.id FROM (SELECT contact.id, %s AS own %s%sLIMIT -1) AS contact %s".formatted(OWN, from(), where(), orderBy("own"))
                : "SELECT contact.id " + from() + where() + orderBy();
    }

    /** By name means by what the table shows: the name, or the address of those without one. Ids follow the order of adding. */
    String orderBy() {
        return orderBy(OWN);
    }

    private String orderBy(String own) {
        var way = filter.descending() ? " DESC" : " ASC";
        var by = switch (filter.order()) {
            case NAME -> "coalesce(contact.name, contact.address) COLLATE NOCASE" + way + ", ";
            case COMPANY -> "company.name COLLATE NOCASE" + way + " NULLS LAST, ";
            case COUNTRY -> "contact.country" + way + " NULLS LAST, ";
            case ADDRESS -> "contact.address" + way + ", ";
            case ADDED -> "";
            case ROLE -> "contact.role COLLATE NOCASE" + way + " NULLS LAST, ";
            case CITY -> "contact.city COLLATE NOCASE" + way + " NULLS LAST, ";
            case PHONE -> "contact.phone" + way + " NULLS LAST, ";
            case LANGUAGE -> "contact.language" + way + " NULLS LAST, ";
            case STAGE -> stages() + way + " NULLS LAST, ";
            case STATE -> SuppressionSql.suppressed("contact.address") + (filter.descending() ? " ASC, " : " DESC, ");
            case ATTRIBUTE -> attribute(own, way);
        };
        return "ORDER BY " + by + "contact.id" + way + " ";
    }
}
