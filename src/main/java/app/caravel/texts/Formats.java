package app.caravel.texts;

import java.text.Normalizer;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers, sizes, times and durations as people write them, in one language and the time zone of the one who reads.
 * Relative times look at the clock given, so that the same row reads the same in a test.
 */
public final class Formats {

    /** Names that the tables of JDK and ICU give otherwise than Chinese readers expect. */
    private static final Map<String, String> CHINESE_REGIONS =
            Map.of("HK", "中国香港", "MO", "中国澳门", "TW", "中国台湾");

    private final Texts texts;
    private final Locale locale;
    private final Clock clock;
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter dayAndTime;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter axisDay;
    private final DateTimeFormatter hover;
    private final DateTimeFormatter month;

    public Formats(Texts texts, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.locale = texts.locale();
        this.clock = clock;
        this.zone = zone;
        this.time = pattern("format.pattern.time");
        this.dayAndTime = pattern("format.pattern.day-time");
        this.day = pattern("format.pattern.day");
        this.dayOfYear = pattern("format.pattern.day-year");
        this.longDay = pattern("format.pattern.long-day");
        this.axisDay = pattern("format.pattern.axis-day");
        this.hover = pattern("format.pattern.hover");
        this.month = pattern("format.pattern.month");
    }

    public ZoneId zone() {
        return zone;
    }

    /** 12,486 */
    public String number(long n) {
        return String.format(locale, "%,d", n);
    }

    /** A share of 0 to 1: 38%, below one percent with what decimals it needs: 0.02%. */
    public String percent(double share) {
        double percent = share * 100;
        if (percent == 0 || percent >= 10) {
            return String.format(locale, "%.0f%%", percent);
        }
        return percent >= 1 ? trimmed("%.1f", percent) + "%" : trimmed("%.2f", percent) + "%";
    }

    /** A share of a whole; nothing of nothing is 0%. */
    public String percent(long part, long whole) {
        return percent(whole == 0 ? 0 : (double) part / whole);
    }

    /** Bytes: 68 kB, 4.2 MB; a Chinese reader sees KB. */
    public String size(long bytes) {
        if (bytes < 1000) {
            return texts.get("format.bytes", "n", bytes);
        }
        if (bytes < 999_500) {
            return texts.get("format.kilobytes", "n", Math.round(bytes / 1000.0));
        }
        double mega = bytes / 1_000_000.0;
        return mega < 999.5
                ? texts.get("format.megabytes", "n", decimal(mega))
                : texts.get("format.gigabytes", "n", decimal(mega / 1000));
    }

    /** 48 s, 35 min, 1 h 28 min, 4 days; below a second 84 ms. */
    public String duration(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        if (seconds == 0 && length.toMillis() > 0) {
            return texts.get("format.millis", "n", length.toMillis());
        }
        if (seconds < 60) {
            return texts.get("format.seconds", "n", seconds);
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 60) {
            return texts.get("format.minutes", "n", minutes);
        }
        if (minutes < 48 * 60) {
            return minutes % 60 == 0
                    ? texts.get("format.hours", "n", minutes / 60)
                    : texts.get("format.hours-minutes", "h", minutes / 60, "m", minutes % 60);
        }
        return texts.get("format.days", "n", Math.round(minutes / 1440.0));
    }

    /** 480 an hour */
    public String perHour(long n) {
        return texts.get("format.per-hour", "n", n);
    }

    /** just now, 6 min ago, 3 h ago, yesterday 17:40, Thu 17:40, 19 Nov 17:40, 19 Nov 2025 */
    public String ago(Instant at) {
        var since = Duration.between(at, clock.instant());
        if (since.isNegative()) {
            return when(at);
        }
        if (since.toSeconds() < 60) {
            return texts.get("format.just-now");
        }
        if (since.toMinutes() < 60) {
            return texts.get("format.minutes-ago", "n", since.toMinutes());
        }
        var moment = at.atZone(zone);
        return daysTo(moment) == 0 && since.toHours() < 12 ? texts.get("format.hours-ago", "n", since.toHours()) : when(at);
    }

    /** A finer {@link #ago}, for what is watched as it happens: 20 s ago. */
    public String secondsAgo(Instant at) {
        var since = Duration.between(at, clock.instant()).toSeconds();
        return since >= 5 && since < 60 ? texts.get("format.seconds-ago", "n", since) : ago(at);
    }

    /** A moment, past or to come: today 17:00, tomorrow 09:30, yesterday 17:40, Thu 17:40, 19 Nov 17:40, 19 Nov 2025. */
    public String when(Instant at) {
        var moment = at.atZone(zone);
        long days = daysTo(moment);
        var hour = time.format(moment);
        if (days == 0) {
            return texts.get("format.today", "time", hour);
        }
        if (days == 1) {
            return texts.get("format.tomorrow", "time", hour);
        }
        if (days == -1) {
            return texts.get("format.yesterday", "time", hour);
        }
        if (Math.abs(days) < 7) {
            return texts.get("format.weekday-time", "day", weekday(moment), "time", hour);
        }
        return Math.abs(days) < 300 ? dayAndTime.format(moment) : dayOfYear.format(moment);
    }

    /** The moment's day alone: today, tomorrow, yesterday, Thu, 19 Nov, 19 Nov 2025. */
    public String dayWord(Instant at) {
        var moment = at.atZone(zone);
        long days = daysTo(moment);
        if (days >= -1 && days <= 1) {
            return texts.get(days == 0 ? "format.day-today" : days == 1 ? "format.day-tomorrow" : "format.day-yesterday");
        }
        if (Math.abs(days) < 7) {
            return weekday(moment);
        }
        return Math.abs(days) < 300 ? day.format(moment) : dayOfYear.format(moment);
    }

    /** 16:12 */
    public String time(Instant at) {
        return time.format(at.atZone(zone));
    }

    /** 16:12 in another zone. */
    public String time(Instant at, ZoneId there) {
        return time.format(at.atZone(there));
    }

    /** In a timeline's narrow column: 09:04 of today, Mon 17:41 of this week, else 12 Oct. */
    public String timeline(Instant at) {
        var moment = at.atZone(zone);
        long days = daysTo(moment);
        if (days == 0) {
            return time.format(moment);
        }
        if (Math.abs(days) < 7) {
            return texts.get("format.weekday-time", "day", weekday(moment), "time", time.format(moment));
        }
        return Math.abs(days) < 300 ? day.format(moment) : dayOfYear.format(moment);
    }

    /** Tuesday 24 November */
    public String longDay(Instant at) {
        return longDay.format(at.atZone(zone));
    }

    /** Under a chart: Thu 19 */
    public String axisDay(LocalDate date) {
        return axisDay.format(date);
    }

    /** A day, whatever year: 19 Nov 2026 */
    public String day(LocalDate date) {
        return dayOfYear.format(date);
    }

    /** A day that somebody wrote: as {@link #day} writes it, or 2026-11-19 in every language. */
    public Optional<LocalDate> dayOf(String written) {
        for (var pattern : List.of(dayOfYear, DateTimeFormatter.ISO_LOCAL_DATE)) {
            try {
                return Optional.of(LocalDate.parse(written.strip(), pattern));
            } catch (DateTimeParseException _) {
                continue; // the next may read it
            }
        }
        return Optional.empty();
    }

    /** November 2026 */
    public String month(YearMonth of) {
        return month.format(of);
    }

    /** Over a column of days: Mon */
    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, locale);
    }

    /** The day that weeks begin with: as the system says where it speaks this language, else Monday, as both languages are written here. */
    public DayOfWeek firstDayOfWeek() {
        var system = Locale.getDefault();
        return system.getLanguage().equals(locale.getLanguage()) && !system.getCountry().isEmpty() ? WeekFields.of(system).getFirstDayOfWeek() : DayOfWeek.MONDAY;
    }

    /** The whole moment, for a hover: Tue 24 Nov 2026, 16:04:12 */
    public String full(Instant at) {
        return hover.format(at.atZone(zone));
    }

    /** Both clocks, for a hover: theirs with their place on the first line, the reader's own on the second. */
    public String full(Instant at, ZoneId there, String place) {
        return texts.get("format.both-clocks", "theirs", hover.format(at.atZone(there)), "place", place, "own", full(at));
    }

    /** The name of a country or region in this language; the code itself where it is none. */
    public String country(String code) {
        if (texts.language() == Texts.Language.CHINESE && CHINESE_REGIONS.containsKey(code)) {
            return CHINESE_REGIONS.getOrDefault(code, code);
        }
        var name = new Locale.Builder().setRegion(code.matches("[A-Z]{2}") ? code : "ZZ").build().getDisplayCountry(locale);
        return name.isBlank() || !code.matches("[A-Z]{2}") ? code : name;
    }

    /** The name of a public holiday in this language; the name itself, which is English, where no word for it is kept. */
    public String holiday(String name) {
        var plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var key = "holiday." + plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return texts.has(key) ? texts.get(key) : name;
    }

    private long daysTo(ZonedDateTime moment) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(clock.instant(), zone), moment.toLocalDate());
    }

    private String weekday(ZonedDateTime moment) {
        return moment.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    }

    private String decimal(double value) {
        return value >= 10 ? String.format(locale, "%.0f", value) : trimmed("%.1f", value);
    }

    private String trimmed(String format, double value) {
        var written = String.format(locale, format, value);
        return written.contains(".") ? written.replaceAll("\\.?0+$", "") : written;
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(texts.get(key), locale);
    }
}
