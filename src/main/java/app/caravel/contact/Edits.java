package app.caravel.contact;

import java.time.Clock;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;

/** Changes of single facts by hand. Each is kept with what was there before, is told in the person's timeline, and can be taken back. */
public final class Edits {

    private final EditStore store;
    private final Clock clock;

    public Edits(Database database, Clock clock) {
        this.store = new EditStore(database.jdbi());
        this.clock = clock;
    }

    /**
     * A change that was made.
     *
     * @param field a {@link Fact#key()}, or {@code attribute:<header>}
     * @param origin of what was there before, null where that was not of a kind that is guessed
     * @param companyBefore the company's number, for one that is shown by no name
     */
    public record Edit(long id, long contact, String field, @Nullable String before, @Nullable String after, @Nullable Origin origin, @Nullable Long companyBefore) {}

    /**
     * Puts a value in place of what was there; nothing puts a guess there where one can be made.
     *
     * @return the change; empty where it is the same as before, or the contact is gone
     * @throws app.caravel.reason.Problem where it is no phone, country or time zone
     */
    public Optional<Edit> set(long contact, Fact fact, @Nullable String value) {
        return store.set(contact, fact, value, clock.instant());
    }

    /** What the person's own file said under a header. */
    public Optional<Edit> setAttribute(long contact, String header, @Nullable String value) {
        return store.setAttribute(contact, header, value == null || value.isBlank() ? null : value.strip(), clock.instant());
    }

    /** Makes it as it was before, as if it had never been changed. False where it was changed again meanwhile, or the contact is gone. */
    public boolean takeBack(Edit edit) {
        return store.takeBack(edit, clock.instant());
    }
}
