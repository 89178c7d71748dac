package app.caravel.audience;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions that must all be met; those with {@code not} must not. No condition means everybody. */
public record Query(List<Term> terms) {

    public static final Query EVERYBODY = new Query(List.of());

    /** A condition, wanted or not. */
    public record Term(boolean not, Condition condition) {

        public String text() {
            return (not ? "-" : "") + condition.text();
        }
    }

    public Query {
        terms = List.copyOf(terms);
    }

    public static Query of(Condition... conditions) {
        return new Query(java.util.Arrays.stream(conditions).map(condition -> new Term(false, condition)).toList());
    }

    /** One line that {@link QueryParser} reads back to an equal query. */
    public String text() {
        return terms.stream().map(Term::text).collect(Collectors.joining(" "));
    }

    /** This without the term at a place, from 0. */
    public Query without(int place) {
        var left = new ArrayList<>(terms);
        left.remove(place);
        return new Query(left);
    }
}
