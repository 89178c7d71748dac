package app.caravel.content.wording;

import org.jspecify.annotations.Nullable;

/**
 * A value as its reader writes it.
 *
 * @param text the value as it was written, where it could not be worded
 * @param lack why it could not; null where it could
 */
public record Worded(String text, @Nullable Lack lack) {

    /** Why a value stays as it was written. */
    public enum Lack {
        /** No date, or one that can be read in two ways: 03/04/2026. */
        NO_DATE,
        /** No number, or one that can be read in two ways: 1.234. Money in another currency than the filter's, too. */
        NO_NUMBER,
        /** The filter asks for a currency or a form that there is none of. */
        NO_SUCH_FORM
    }

    static Worded as(String text) {
        return new Worded(text, null);
    }
}
