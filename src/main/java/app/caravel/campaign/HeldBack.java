package app.caravel.campaign;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whom manners keep back from a draft, were it to begin now.
 *
 * @param kept whether this campaign keeps manners; where it does not, these people are written to all the same
 */
public record HeldBack(boolean kept, List<Person> people) {

    /** Somebody, and why he waits. */
    public record Person(long contactId, String address, @Nullable String name, Manners.Hold hold) {

        /** The name, or the address where there is none. */
        public String shownName() {
            return name == null || name.isBlank() ? address : name;
        }
    }

    public HeldBack {
        people = List.copyOf(people);
    }
}
