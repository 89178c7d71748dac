package app.caravel.content;

import app.caravel.reason.Reason;

/**
 * What one recipient's mail lacks.
 *
 * @param what the field, the destination or the tag it is about
 */
public record Finding(Kind kind, String what) {

    /** The sorts of findings. */
    public enum Kind {
        /** The recipient has no such value: perhaps misspelt. */
        UNKNOWN_FIELD("content.unknown-field"),
        /** The value is empty and no fallback is given: the reader sees a gap. */
        EMPTY_FIELD("content.empty-field"),
        /** Not an address that a link can lead to; it goes out as it stands, untracked. */
        BAD_DESTINATION("content.bad-destination"),
        /** A Liquid tag that failed for these values, an endless loop among them; nothing stands in its place. */
        NOT_RENDERED("content.not-rendered");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    public Reason reason() {
        return Reason.of(kind.key, "what", what);
    }
}
