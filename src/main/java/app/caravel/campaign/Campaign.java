package app.caravel.campaign;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Original;
import app.caravel.reason.Reason;

/**
 * One content sent to one audience.
 *
 * @param accountId the account it leaves by, null while none is chosen
 * @param text the plain text, null where it is made from the HTML
 * @param original what the HTML is made from
 * @param activeMillis time spent sending, all runs together
 * @param problem why it stopped by itself, null where it did not
 * @param archived whether it was put away: lists do not show it until they are asked
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
        Original original,
        boolean tracked,
        @Nullable Instant scheduledAt,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        long activeMillis,
        @Nullable Reason problem,
        boolean archived) {

    /** The same with another content, written as HTML. */
    public Campaign withContent(String newSubject, String newHtml, @Nullable String newText) {
        return withContent(newSubject, newHtml, newText, Original.HTML);
    }

    /** The same with another content, its HTML made from what was written. */
    public Campaign withContent(String newSubject, String newHtml, @Nullable String newText, Original newOriginal) {
        return new Campaign(id, name, state, audience, accountId, newSubject, newHtml, newText, newOriginal, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived);
    }

    /** The same to others. */
    public Campaign withAudience(Audience newAudience) {
        return new Campaign(id, name, state, newAudience, accountId, subject, html, text, original, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived);
    }

    /** The same by another account. */
    public Campaign withAccount(@Nullable Long newAccountId) {
        return new Campaign(id, name, state, audience, newAccountId, subject, html, text, original, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived);
    }

    /** The same under another name. */
    public Campaign withName(String newName) {
        return new Campaign(id, newName, state, audience, accountId, subject, html, text, original, tracked, scheduledAt, createdAt,
                changedAt, startedAt, finishedAt, activeMillis, problem, archived);
    }
}
