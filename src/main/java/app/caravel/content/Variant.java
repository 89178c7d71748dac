package app.caravel.content;

import org.jspecify.annotations.Nullable;

/**
 * A mail in one more language, for those who read it.
 *
 * @param language BCP 47
 * @param text the plain text, null where it is made from the HTML
 * @param original what the HTML is made from
 */
public record Variant(String language, String subject, String html, @Nullable String text, Original original) {

    public Variant {
        language = Languages.tag(language);
    }
}
