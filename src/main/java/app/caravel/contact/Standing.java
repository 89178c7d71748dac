package app.caravel.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a contact beside what mails are filled in with.
 *
 * @param country where his country comes from, null where he has none; so the zone and the language
 */
public record Standing(@Nullable Stage stage, @Nullable Origin country, @Nullable Origin timeZone, @Nullable Origin language, Instant addedAt) {}
