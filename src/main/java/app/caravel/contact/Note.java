package app.caravel.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a salesperson wrote down of a contact.
 *
 * @param edited when it was last changed, null where it never was
 */
public record Note(long id, long contact, Instant at, String text, @Nullable Instant edited) {}
