package app.caravel.protocol;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A place in a tracker's events, {@code epoch:sequence}. The epoch is random per database: a desktop that meets a new one
 * starts it from 0, else a replaced database would lose events silently.
 *
 * @param sequence number of the last event taken in; 0: none yet
 */
public record Cursor(String epoch, long sequence) {

    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,32}):(\\d{1,18})");

    public static Optional<Cursor> parse(String text) {
        var parts = FORM.matcher(text);
        return parts.matches() ? Optional.of(new Cursor(parts.group(1), Long.parseLong(parts.group(2)))) : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + ":" + sequence;
    }
}
