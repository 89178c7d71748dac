package app.caravel.content.template;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Original;
import app.caravel.content.Variant;

/**
 * A mail that the sender keeps to begin from.
 *
 * @param text the plain text, null where it is made from the HTML
 * @param forWhom for the sender: whom it is for
 * @param note for the sender: when to use it
 * @param variants the mail in other languages
 */
public record OwnTemplate(long id, String name, String subject, String html, @Nullable String text, Original original, String forWhom, String note, boolean archived, Instant changedAt,
        List<Variant> variants) {

    public OwnTemplate {
        variants = List.copyOf(variants);
    }

    public OwnTemplate withName(String other) {
        return described(other, forWhom, note);
    }

    /** With what the sender says of it. */
    public OwnTemplate described(String newName, String whom, String when) {
        return new OwnTemplate(id, newName, subject, html, text, original, whom, when, archived, changedAt, variants);
    }

    public OwnTemplate archived(boolean away) {
        return new OwnTemplate(id, name, subject, html, text, original, forWhom, note, away, changedAt, variants);
    }
}
