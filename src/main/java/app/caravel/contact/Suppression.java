package app.caravel.contact;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An address or a domain that must not be written to.
 *
 * @param target a canonical address, or @ and a domain
 * @param detail what else is known: the campaign it unsubscribed from, the file it stood in, a person's own words
 * @param subdomains of a domain: whether what is below it is meant too
 */
public record Suppression(String target, SuppressionReason reason, @Nullable String detail, Instant since, boolean subdomains) {

    public boolean isDomain() {
        return target.startsWith("@");
    }
}
