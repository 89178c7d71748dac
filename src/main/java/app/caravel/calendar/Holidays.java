package app.caravel.calendar;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;

/**
 * Public holidays of whole countries, as jollyday and {@link HolidayTable} know them; those of single states and cities are
 * left out. Nothing is read before the first question, which takes about half a second; a country's year is kept after. Of
 * some countries nothing is known, Nepal and Cambodia among them, and working weekends that make up for a holiday, as in
 * China, are known nowhere: {@link OwnDay} fills in both.
 */
final class Holidays {

    /** How its files are read: through JAXB. */
    private static final String READER = "de.focus_shift.jollyday.jaxb.JaxbConfigurationService";

    private static final Map<String, List<Holiday>> YEARS = new ConcurrentHashMap<>();
    private static final Map<String, Set<LocalDate>> DAYS = new ConcurrentHashMap<>();

    private Holidays() {}

    /** Whether anything is known of a country's holidays. @param country ISO 3166-1 alpha-2, upper case */
    static boolean knows(String country) {
        return Countries.ALL.contains(country) || HolidayTable.knows(country);
    }

    /** The holidays of a country in a year by date; none where it is not known. */
    static List<Holiday> of(String country, int year) {
        return knows(country) ? YEARS.computeIfAbsent(country + year, _ -> read(country, year)) : List.of();
    }

    static boolean isOne(LocalDate day, String country) {
        return knows(country) && DAYS.computeIfAbsent(country + day.getYear(),
                _ -> of(country, day.getYear()).stream().map(Holiday::day).collect(Collectors.toUnmodifiableSet())).contains(day);
    }

    static Optional<Holiday> on(LocalDate day, String country) {
        return of(country, day.getYear()).stream().filter(holiday -> holiday.day().equals(day)).findFirst();
    }

    /** One at a time: the library's readers are not made for several threads. */
    private static synchronized List<Holiday> read(String country, int year) {
        var found = new ArrayList<>(HolidayTable.of(country, year));
        if (Countries.ALL.contains(country)) {
            var settings = new Properties();
            settings.setProperty("configuration.service.impl", READER);
            HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT), settings)).getHolidays(Year.of(year)).stream()
                    .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                    .map(holiday -> new Holiday(holiday.getDate(), holiday.getDescription(Locale.ENGLISH), holiday.getPropertiesKey().startsWith("islamic."))).forEach(found::add);
        }
        found.sort(Comparator.comparing(Holiday::day).thenComparing(Holiday::name));
        return List.copyOf(found);
    }

    /** Read at the first question. */
    private static final class Countries {
        static final Set<String> ALL = HolidayManager.getSupportedCalendarCodes();
    }
}
