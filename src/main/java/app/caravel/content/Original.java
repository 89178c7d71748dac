package app.caravel.content;

import org.jspecify.annotations.Nullable;

/**
 * What the sender writes in. The HTML that leaves is made from it, and kept beside it.
 *
 * @param source MJML, or a design's JSON; null where the HTML itself is written
 */
public record Original(Kind kind, @Nullable String source) {

    /** How a mail is written. */
    public enum Kind {
        HTML, MJML, DESIGN;

        /** As it is kept. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Kind of(String key) {
            return valueOf(key.toUpperCase(java.util.Locale.ROOT));
        }
    }

    public static final Original HTML = new Original(Kind.HTML, null);

    public static Original mjml(String source) {
        return new Original(Kind.MJML, source);
    }

    public static Original design(String json) {
        return new Original(Kind.DESIGN, json);
    }
}
