package app.caravel.campaign;

import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Filter;
import app.caravel.reason.Reason;

/** Who a campaign goes to. The audience is resolved elsewhere; the workspace wires it. */
public interface Recipients {

    /**
     * One person of the audience.
     *
     * @param address canonical
     * @param written as it goes into To
     * @param suppressed why no mail may go to him, or null
     */
    record Recipient(long contactId, String address, String written, @Nullable String name, @Nullable Reason suppressed) {

        public Recipient {
            address = address.equals(written) ? written : address; // one text for both: of large audiences all are held at once
        }
    }

    /**
     * The sizes of an audience's parts, in their order.
     *
     * @param people all that it goes to, those who must not be written to included
     * @param to the people of each list or segment; one may be in several
     * @param not the people that each takes out
     * @param without how many were picked out one by one and would be in it
     */
    record Sizes(int people, List<Integer> to, List<Integer> not, int without) {

        public Sizes {
            to = List.copyOf(to);
            not = List.copyOf(not);
        }
    }

    /**
     * Its people as of each time the filter is used, those who must not be written to included, in the order of their ids.
     *
     * @throws app.caravel.reason.Problem where a list or segment of it is gone
     */
    Filter filter(Audience audience);

    /** Hands each person of the audience to the consumer once. */
    void forEach(Audience audience, Consumer<Recipient> consumer);

    /** How many it goes to, those who must not be written to included. */
    int count(Audience audience);

    Sizes sizes(Audience audience);
}
