package app.caravel.content;

import org.jspecify.annotations.Nullable;

/**
 * What the sender wrote, with its merge fields.
 *
 * @param text plain text; null: made from the HTML
 */
public record ContentSource(String subject, String html, @Nullable String text) {}
