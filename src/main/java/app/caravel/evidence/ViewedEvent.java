package app.caravel.evidence;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.protocol.RawEvent;

/**
 * An event with whom it belongs to and what we believe of it, as screens show it.
 *
 * @param contactId of a contact that may be gone
 * @param address canonical
 * @param city as the contact has it; the zone too
 * @param linkText what the link says in the mail
 * @param url where the click led
 * @param program the browser, mail program or provider that asked; empty where it is not known
 * @param network the reader's /24 or /48
 */
public record ViewedEvent(
        long id,
        RawEvent.Kind kind,
        Instant at,
        long messageId,
        long contactId,
        String address,
        @Nullable String name,
        @Nullable String company,
        @Nullable String country,
        @Nullable String city,
        @Nullable String timeZone,
        long campaignId,
        String campaign,
        @Nullable Integer link,
        @Nullable String linkText,
        @Nullable String url,
        String userAgent,
        String program,
        @Nullable String network,
        Verdict verdict) {

    /** What one person does closer together than this is one visit. */
    public static final Duration ONE_VISIT = Duration.ofMinutes(30);

    /** The name, or the address where there is none. */
    public String shownName() {
        return name == null || name.isBlank() ? address : name;
    }
}
