package app.caravel.campaign;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * One content sent to one audience.
 *
 * @param accountId the account it leaves by, null while none is chosen
 * @param text the plain text, null where it is made from the HTML
 * @param activeMillis time spent sending, all runs together
 * @param problem why it stopped by itself, null where it did not
 */
public record Campaign(
        long id,
        String name,
        CampaignState state,
        Audience audience,
        @Nullable Long accountId,
        String subject,
        String html,
        @Nullable String text,
        boolean tracked,
        @Nullable Instant scheduledAt,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long activeMillis,
        @Nullable Reason problem) {

    /** The same with another content. */
    public Campaign withContent(String newSubject, String newHtml, @Nullable String newText) {
        return new Campaign(id, name, state, audience, accountId, newSubject, newHtml, newText, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem);
    }

    /** The same to others. */
    public Campaign withAudience(Audience newAudience) {
        return new Campaign(id, name, state, newAudience, accountId, subject, html, text, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem);
    }

    /** The same by another account. */
    public Campaign withAccount(@Nullable Long newAccountId) {
        return new Campaign(id, name, state, audience, newAccountId, subject, html, text, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem);
    }

    /** The same under another name. */
    public Campaign withName(String newName) {
        return new Campaign(id, newName, state, audience, accountId, subject, html, text, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem);
    }
}
