package app.caravel.campaign;

import java.util.Locale;

/** Where a campaign stands. */
public enum CampaignState {
    DRAFT, SCHEDULED, RUNNING, PAUSED, FINISHED, CANCELLED;

    /** The name in the database. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CampaignState of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Whether its content, audience and account can still be changed. */
    public boolean isEditable() {
        return this == DRAFT || this == SCHEDULED;
    }
}
