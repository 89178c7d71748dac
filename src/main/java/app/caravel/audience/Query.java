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

    /** Whether one of its conditions names a list. */
    boolean names(String list) {
        return terms.stream().anyMatch(term -> term.condition() instanceof Condition.InList(var names) && names.stream().anyMatch(list::equalsIgnoreCase));
    }

    /** This with another name for a list. */
    Query renaming(String list, String name) {
        return new Query(terms.stream().map(term -> term.condition() instanceof Condition.InList(var names)
                ? new Term(term.not(), new Condition.InList(names.stream().map(each -> each.equalsIgnoreCase(list) ? name : each).toList())) : term).toList());
    }

    /** This without the term at a place, from 0. */
    public Query without(int place) {
        var left = new ArrayList<>(terms);
        left.remove(place);
        return new Query(left);
    }
}
