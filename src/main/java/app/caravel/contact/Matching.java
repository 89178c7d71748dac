package app.caravel.contact;

import java.util.Map;

/** A further condition on contacts, of a package that knows more than this one. Asked at each use: it may depend on the time. */
public interface Matching {

    Sql sql();

    /**
     * @param where a condition over {@code contact}
     * @param values its named arguments; their names begin with {@code q}
     */
    record Sql(String where, Map<String, Object> values) {}
}
