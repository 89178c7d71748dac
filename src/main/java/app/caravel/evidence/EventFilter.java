package app.caravel.evidence;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.protocol.RawEvent;

/**
 * Which events to show.
 *
 * @param kind null: all
 * @param campaignId null: of all campaigns
 * @param search a part of name, address or company; empty: all
 */
public record EventFilter(Who who, RawEvent.@Nullable Kind kind, @Nullable Long campaignId, String search) {

    /** By verdict. */
    public enum Who {
        ALL,
        /** Sure and likely. */
        PEOPLE,
        /** Proxies and machines. */
        NOT_PEOPLE,
        /** Sure, likely, and those too fresh to say. */
        NOT_MACHINES
    }

    public static final EventFilter ALL = new EventFilter(Who.ALL, null, null, "");

    public EventFilter by(Who who) {
        return new EventFilter(who, kind, campaignId, search);
    }

    public EventFilter of(RawEvent.@Nullable Kind kind) {
        return new EventFilter(who, kind, campaignId, search);
    }

    public EventFilter ofCampaign(@Nullable Long campaignId) {
        return new EventFilter(who, kind, campaignId, search);
    }

    public EventFilter searching(String search) {
        return new EventFilter(who, kind, campaignId, search);
    }

    /** Whether an event is among those shown; says the same as the query. */
    public boolean fits(ViewedEvent event) {
        var belief = event.verdict().belief();
        boolean whose = switch (who) {
            case ALL -> true;
            case PEOPLE -> belief.isPerson();
            case NOT_PEOPLE -> belief == Belief.PROXY || belief == Belief.MACHINE;
            case NOT_MACHINES -> belief != Belief.PROXY && belief != Belief.MACHINE;
        };
        return whose && (kind == null || kind == event.kind()) && (campaignId == null || campaignId == event.campaignId())
                && (search.isEmpty() || holds(event.address()) || holds(event.name()) || holds(event.company()));
    }

    private boolean holds(@Nullable String text) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
    }
}
