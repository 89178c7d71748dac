package app.caravel.content.template;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Original;

/**
 * A mail that the sender keeps to begin from.
 *
 * @param text the plain text, null where it is made from the HTML
 * @param note for the sender: when to use it
 */
public record OwnTemplate(long id, String name, String subject, String html, @Nullable String text, Original original, String note, boolean archived, Instant changedAt) {

    public OwnTemplate withName(String other) {
        return new OwnTemplate(id, other, subject, html, text, original, note, archived, changedAt);
    }

    public OwnTemplate withNote(String other) {
        return new OwnTemplate(id, name, subject, html, text, original, other, archived, changedAt);
    }

    public OwnTemplate archived(boolean away) {
        return new OwnTemplate(id, name, subject, html, text, original, note, away, changedAt);
    }
}
