package app.caravel.evidence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.protocol.RawEvent;

/**
 * One event as the classifier sees it: never more of the address than its network, so that cutting addresses later changes
 * no verdict.
 *
 * @param id of the event
 * @param prefetch whether the request said that it fetched ahead
 * @param network the address's /24 or /48, empty where it is not known
 */
public record Sign(long id, RawEvent.Kind kind, Instant at, @Nullable Integer link, String method, String userAgent, boolean prefetch, String network) {

    /** Whether a link was followed, the unsubscribe link included. */
    boolean follows() {
        return kind == RawEvent.Kind.CLICK || kind == RawEvent.Kind.UNSUBSCRIBE_PAGE;
    }

    /** Which link. */
    int followed() {
        return link == null ? -1 : link;
    }
}
