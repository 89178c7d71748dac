package app.caravel.evidence;

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
        NOT_PEOPLE
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
}
