package app.caravel.contact;

import org.jspecify.annotations.Nullable;

/**
 * A line of the list of those not to be written to.
 *
 * @param contactId of an address: the contact who has it, if there is one
 * @param name his name
 * @param company his company's
 */
public record SuppressionRow(Suppression suppression, @Nullable Long contactId, @Nullable String name, @Nullable String company) {}
