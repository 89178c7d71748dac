package app.caravel.content;

/**
 * One Liquid tag as it stands in a source.
 *
 * @param inner what stands between its marks, without the dashes and blanks at its ends
 * @param trimsBefore {@code {{-}: takes the blanks before it away
 */
record LiquidToken(Kind kind, int start, int end, String inner, boolean trimsBefore, boolean trimsAfter) {

    enum Kind {
        /** {@code {{ field }}} */
        OUTPUT,
        /** {@code {% if field %}} */
        TAG,
        /** Leaves nothing: a comment with all that is in it, the marks of a raw part. */
        DROP
    }

    /** The first word of a tag. */
    String name() {
        int end = 0;
        while (end < inner.length() && Character.isLetterOrDigit(inner.charAt(end))) {
            end++;
        }
        return inner.substring(0, end);
    }

    /** What follows the first word. */
    String markup() {
        return inner.substring(name().length());
    }
}
