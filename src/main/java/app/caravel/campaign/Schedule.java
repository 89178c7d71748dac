package app.caravel.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.SendWindow;
import app.caravel.calendar.TheirZone;
import app.caravel.calendar.WorkDays;
import app.caravel.contact.Contact;

/**
 * When a campaign goes to whom: not before a time, and within a window of hours where each recipient is.
 *
 * @param from not before; null: from when it is started
 * @param window {@link SendWindow#ALWAYS} where the recipients' hours do not matter
 * @param perDay mails of this campaign a day at most; 0: as many as the accounts take
 */
public record Schedule(@Nullable Instant from, SendWindow window, int perDay) {

    public static final Schedule AT_ONCE = new Schedule(null, SendWindow.ALWAYS, 0);

    /** In office hours where each recipient is. */
    public static final Schedule THEIR_HOURS = new Schedule(null, SendWindow.OFFICE, 0);

    /**
     * A stretch of time in which a mail may leave.
     *
     * @param notAfter null: no end
     */
    public record Slot(@Nullable Instant notBefore, @Nullable Instant notAfter) {
        static final Slot ANY = new Slot(null, null);
    }

    public boolean isAtOnce() {
        return from == null && isAnyHour() && perDay <= 0;
    }

    public boolean isAnyHour() {
        return window.equals(SendWindow.ALWAYS);
    }

    /**
     * When somebody's mail may leave.
     *
     * @param now it never lies before
     * @param work the days off, by country
     * @param nth which of the campaign's mails it is, counted from 0: for so many a day
     */
    public Slot slot(Instant now, int nth, @Nullable Contact contact, WorkDays work) {
        if (isAtOnce()) {
            return Slot.ANY;
        }
        var start = from == null || from.isBefore(now) ? now : from;
        if (perDay > 0) {
            start = start.plus(Duration.ofDays(nth / perDay));
        }
        if (isAnyHour()) {
            return new Slot(start, null);
        }
        var zone = zone(contact);
        var country = contact == null ? null : contact.country();
        var opens = window.next(start, zone, country, work);
        if (opens.isEmpty()) {
            var later = start.plus(SendWindow.SEARCH); // looked for again then
            return new Slot(later, later);
        }
        return new Slot(opens.get(), window.endOf(opens.get(), zone, country, work));
    }

    /** His zone, or ours where nothing is known of it. */
    static ZoneId zone(@Nullable Contact contact) {
        return contact == null ? ZoneId.systemDefault()
                : TheirZone.of(contact.timeZone(), contact.country(), contact.city()).map(TheirZone::zone).orElseGet(ZoneId::systemDefault);
    }
}
