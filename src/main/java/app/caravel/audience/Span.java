package app.caravel.audience;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time until now, as a person counts it: {@code 30d}, {@code 2w}, {@code 6m}, {@code 1y}.
 *
 * @param amount 1 to 9,999
 */
public record Span(int amount, Unit unit) {

    /** Days, weeks, months and years. */
    public enum Unit { DAYS, WEEKS, MONTHS, YEARS }

    private static final String LETTERS = "dwmy";
    private static final Pattern WRITTEN = Pattern.compile("0*([1-9][0-9]{0,3})([" + LETTERS + "])", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTEMPT = Pattern.compile("[0-9]+\\p{L}*");

    public static Optional<Span> parse(String text) {
        var found = WRITTEN.matcher(text);
        return found.matches()
                ? Optional.of(new Span(Integer.parseInt(found.group(1)), Unit.values()[LETTERS.indexOf(Character.toLowerCase(found.group(2).charAt(0)))]))
                : Optional.empty();
    }

    /** Whether somebody may have meant a time by this. */
    static boolean meant(String text) {
        return ATTEMPT.matcher(text).matches();
    }

    public String text() {
        return amount + String.valueOf(LETTERS.charAt(unit.ordinal()));
    }

    /** When it began, seen from now. */
    public Instant since(Instant now) {
        var back = switch (unit) {
            case DAYS -> Period.ofDays(amount);
            case WEEKS -> Period.ofWeeks(amount);
            case MONTHS -> Period.ofMonths(amount);
            case YEARS -> Period.ofYears(amount);
        };
        return now.atOffset(ZoneOffset.UTC).minus(back).toInstant();
    }
}
