package app.caravel.audience;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** What {@link QueryParser} made of a line. */
public sealed interface Parsed {

    record Good(Query query) implements Parsed {}

    /**
     * @param reason a sentence with the column in it
     * @param column of the first letter that is wrong, from 1
     */
    record Bad(Reason reason, int column) implements Parsed {}

    /**
     * The query.
     *
     * @throws Problem where the line says none
     */
    default Query get() {
        return switch (this) {
            case Good(var query) -> query;
            case Bad(var reason, _) -> throw new Problem(reason);
        };
    }
}
