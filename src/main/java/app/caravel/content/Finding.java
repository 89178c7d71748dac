package app.caravel.content;

import app.caravel.content.wording.Worded;
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
        NOT_RENDERED("content.not-rendered"),
        /** A value that a filter takes for a date and that is none, or could be two: it stays as it is written. */
        NO_DATE("content.no-date"),
        /** A value that a filter takes for a number or money and that is none, or could be two. */
        NO_NUMBER("content.no-number"),
        /** A filter that asks for a currency or a form of date that there is none of. */
        NO_SUCH_FORM("content.no-such-form");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        static Kind of(Worded.Lack lack) {
            return switch (lack) {
                case NO_DATE -> NO_DATE;
                case NO_NUMBER -> NO_NUMBER;
                case NO_SUCH_FORM -> NO_SUCH_FORM;
            };
        }
    }

    public Reason reason() {
        return Reason.of(kind.key, "what", what);
    }
}
