package app.caravel.report;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.MessageState;

/**
 * One recipient of a campaign.
 *
 * @param readBy the surest verdict of his openings and clicks: person, likely, proxy, machine, pending; null: no sign
 * @param views all openings whatever the verdict
 * @param firstViewed the first of them
 * @param firstOpened the first by a person, sure or likely
 * @param clicks all hits on links whatever the verdict
 */
public record RecipientRow(
        long messageId,
        long contactId,
        String address,
        @Nullable String name,
        @Nullable String company,
        @Nullable String country,
        MessageState state,
        @Nullable Instant sentAt,
        @Nullable String readBy,
        int views,
        @Nullable Instant firstViewed,
        @Nullable Instant firstOpened,
        int clicks,
        boolean unsubscribed,
        @Nullable String reply) {

    /** The name, or the address where there is none. */
    public String shownName() {
        return name == null || name.isBlank() ? address : name;
    }
}
