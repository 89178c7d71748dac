package app.caravel.content.wording;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Dates as their reader writes them. */
final class LocalDates {

    private static final Map<String, Integer> FORMS = Map.of("short", DateFormat.SHORT, "medium", DateFormat.MEDIUM, "long", DateFormat.LONG, "full", DateFormat.FULL);
    /** A format cannot be shared by threads, and is slow to make: each takes a copy. */
    private static final ConcurrentHashMap<Key, DateFormat> FORMATS = new ConcurrentHashMap<>();
    private static final int MOST_FORMATS = 1_000;

    private LocalDates() {}

    private record Key(Reader reader, int form) {}

    static Worded word(String written, @Nullable String form, Reader reader) {
        var wanted = FORMS.get(form == null ? "medium" : form.strip());
        if (wanted == null) {
            return new Worded(written, Worded.Lack.NO_SUCH_FORM);
        }
        var date = WrittenDate.read(written);
        return date == null ? new Worded(written, Worded.Lack.NO_DATE) : Worded.as(format(date, new Key(reader, wanted)));
    }

    private static String format(LocalDate date, Key key) {
        if (FORMATS.size() > MOST_FORMATS) {
            FORMATS.clear();
        }
        var format = (DateFormat) FORMATS.computeIfAbsent(key, LocalDates::made).clone();
        return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static DateFormat made(Key key) {
        var made = DateFormat.getDateInstance(key.form, key.reader.locale());
        made.setTimeZone(TimeZone.GMT_ZONE);
        return made;
    }
}
