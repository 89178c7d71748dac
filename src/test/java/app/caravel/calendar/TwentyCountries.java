package app.caravel.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Twenty countries with their clocks, rest days and some holidays of 2028, written down apart from the tables that they judge. */
public final class TwentyCountries {

    private static final Set<DayOfWeek> SAT_SUN = EnumSet.of(SATURDAY, SUNDAY);
    private static final Set<DayOfWeek> FRI_SAT = EnumSet.of(FRIDAY, SATURDAY);

    /**
     * One of them.
     *
     * @param rest the weekend
     * @param kept days of 2028 on which nobody works there
     */
    public record There(String country, ZoneId zone, Set<DayOfWeek> rest, Set<String> kept) {
        There(String country, String zone, Set<DayOfWeek> rest, String... kept) {
            this(country, ZoneId.of(zone), rest, Set.of(kept));
        }
    }

    public static final List<There> ALL = List.of(
            new There("DE", "Europe/Berlin", SAT_SUN, "2028-01-01", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-25", "2028-10-03", "2028-12-25", "2028-12-26"),
            new There("GB", "Europe/London", SAT_SUN, "2028-04-14", "2028-05-01", "2028-12-25", "2028-12-26"), new There("FR", "Europe/Paris", SAT_SUN, "2028-07-14", "2028-11-01"),
            new There("IT", "Europe/Rome", SAT_SUN, "2028-08-15", "2028-06-02"), new There("ES", "Atlantic/Canary", SAT_SUN, "2028-10-12", "2028-12-06"),
            new There("PL", "Europe/Warsaw", SAT_SUN, "2028-05-03", "2028-06-15"), new There("US", "America/New_York", SAT_SUN, "2028-07-04", "2028-11-23", "2028-05-29"),
            new There("CA", "America/St_Johns", SAT_SUN, "2028-12-25"), new There("MX", "America/Mexico_City", SAT_SUN, "2028-05-01"),
            new There("BR", "America/Sao_Paulo", SAT_SUN, "2028-09-07", "2028-11-15"), new There("CL", "America/Santiago", SAT_SUN, "2028-09-18"),
            new There("AE", "Asia/Dubai", SAT_SUN, "2028-12-01"), new There("SA", "Asia/Riyadh", FRI_SAT), new There("EG", "Africa/Cairo", FRI_SAT),
            new There("IL", "Asia/Jerusalem", FRI_SAT), new There("IN", "Asia/Kolkata", EnumSet.of(SUNDAY), "2028-01-26", "2028-08-15", "2028-10-02"),
            new There("NP", "Asia/Kathmandu", EnumSet.of(SATURDAY)), new There("AF", "Asia/Kabul", EnumSet.of(THURSDAY, FRIDAY)),
            new There("AU", "Australia/Lord_Howe", SAT_SUN, "2028-01-26", "2028-04-25"), new There("KI", "Pacific/Kiritimati", SAT_SUN));

    private TwentyCountries() {}

    /** Fails where a mail that leaves now reaches somebody there outside the window: by his clock, on a day off, on a holiday. */
    public static void judge(There there, SendWindow window, Instant leaves) {
        var local = leaves.atZone(there.zone());
        Supplier<String> what = () -> there.country() + ": " + local + " for " + window;
        assertFalse(local.toLocalTime().isBefore(window.opens()) || !local.toLocalTime().isBefore(window.closes()), what);
        assertFalse(there.rest().contains(local.getDayOfWeek()), what);
        assertFalse(there.kept().contains(local.toLocalDate().toString()), what);
        assertFalse(there.country().equals("AE") && local.getDayOfWeek() == FRIDAY && local.getHour() >= 12, what);
        assertFalse(window.midweek() && (there.rest().contains(local.getDayOfWeek().plus(1)) || there.rest().contains(local.getDayOfWeek().minus(1))), what);
    }
}
