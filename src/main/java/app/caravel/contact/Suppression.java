package app.caravel.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An address that must not be written to.
 *
 * @param address canonical
 * @param detail what else is known: the campaign it unsubscribed from, a person's own words
 */
public record Suppression(String address, SuppressionReason reason, @Nullable String detail, Instant since) {}
