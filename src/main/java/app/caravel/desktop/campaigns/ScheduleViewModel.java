package app.caravel.desktop.campaigns;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.SendWindow;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.Schedule;
import app.caravel.reason.Reason;

/** The schedule step: at once, at a day and time of the user's own clock, or in office hours where each recipient is. */
final class ScheduleViewModel {

    /** What decides when a mail leaves. */
    enum When { NOW, AT, THEIR_HOURS }

    private static final LocalTime NINE = LocalTime.of(9, 0);

    final ObjectProperty<When> when = new SimpleObjectProperty<>(When.NOW);
    final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    final StringProperty time = new SimpleStringProperty();
    final StringProperty opens = new SimpleStringProperty();
    final StringProperty closes = new SimpleStringProperty();
    /** Of the recipients' days only those in the middle of their working week. */
    final BooleanProperty midweek = new SimpleBooleanProperty();
    /** In their hours, but not before {@link #first}. */
    final BooleanProperty notBefore = new SimpleBooleanProperty();
    final ObjectProperty<@Nullable LocalDate> first = new SimpleObjectProperty<>();
    /** At most {@link #perDay} mails a day. */
    final BooleanProperty limited = new SimpleBooleanProperty();
    final StringProperty perDay = new SimpleStringProperty("200");
    private final ReadOnlyObjectWrapper<Schedule> schedule = new ReadOnlyObjectWrapper<>(Schedule.AT_ONCE);
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();
    private long campaign = -1;
    private boolean filling;

    ScheduleViewModel(Clock clock) {
        this.clock = clock;
        fill(Schedule.AT_ONCE);
        Stream.<Observable>of(when, day, time, opens, closes, midweek, notBefore, first, limited, perDay).forEach(each -> each.addListener(_ -> derive()));
    }

    /** Another draft: as it was kept, or at once. Tomorrow at nine is proposed. */
    void about(Campaign draft, Schedule kept) {
        if (draft.id() == campaign) {
            return;
        }
        campaign = draft.id();
        seen.set(draft.scheduledAt() != null || !kept.isAtOnce());
        fill(kept.from() == null && kept.isAnyHour() ? new Schedule(draft.scheduledAt(), kept.window(), kept.perDay()) : kept);
    }

    private void fill(Schedule kept) {
        filling = true;
        var from = kept.from() == null ? null : kept.from().atZone(zone);
        var tomorrow = today().plusDays(1);
        when.set(!kept.isAnyHour() ? When.THEIR_HOURS : from == null ? When.NOW : When.AT);
        day.set(from == null ? tomorrow : from.toLocalDate());
        time.set(written(from == null || when.get() != When.AT ? NINE : from.toLocalTime()));
        notBefore.set(from != null && when.get() == When.THEIR_HOURS);
        first.set(from == null ? tomorrow : from.toLocalDate());
        hours(kept.isAnyHour() ? SendWindow.OFFICE : kept.window());
        limited.set(kept.perDay() > 0);
        perDay.set(kept.perDay() > 0 ? String.valueOf(kept.perDay()) : "200");
        filling = false;
        derive();
    }

    /** Writes the best hours into the fields. */
    void best() {
        hours(SendWindow.BEST);
    }

    private void hours(SendWindow window) {
        opens.set(written(window.opens()));
        closes.set(written(window.closes()));
        midweek.set(window.midweek());
    }

    private void derive() {
        if (!filling && problem().isEmpty()) {
            schedule.set(new Schedule(at(), window(), perDay()));
        }
    }

    /** As it was chosen; while something cannot be read, as it was before. */
    ReadOnlyObjectProperty<Schedule> schedule() {
        return schedule.getReadOnlyProperty();
    }

    /** The step was looked at: "at once" is an answer too. */
    void look() {
        seen.set(true);
    }

    boolean touched() {
        return seen.get();
    }

    /** When it shall begin, null for at once or where the time cannot be read. */
    @Nullable Instant at() {
        return switch (when.get()) {
            case NOW -> null;
            case AT -> {
                var date = day.get();
                var hour = hour(time.get());
                yield date == null || hour == null ? null : date.atTime(hour).atZone(zone).toInstant();
            }
            case THEIR_HOURS -> {
                var date = first.get();
                yield notBefore.get() && date != null && date.isAfter(today()) ? date.atStartOfDay(zone).toInstant() : null;
            }
        };
    }

    /** Whether a time is asked for that cannot be read. */
    boolean isUnreadable() {
        return when.get() == When.AT && at() == null;
    }

    boolean isPast() {
        var at = at();
        return at != null && at.isBefore(clock.instant());
    }

    /** What must be mended before it can go. */
    Optional<Reason> problem() {
        if (isUnreadable()) {
            return Optional.of(Reason.of("campaigns.schedule.unreadable"));
        }
        if (isPast()) {
            return Optional.of(Reason.of("campaigns.schedule.past"));
        }
        return hoursProblem().or(this::perDayProblem);
    }

    Optional<Reason> hoursProblem() {
        if (when.get() != When.THEIR_HOURS) {
            return Optional.empty();
        }
        var from = hour(opens.get());
        var to = hour(closes.get());
        if (from == null || to == null) {
            return Optional.of(Reason.of("campaigns.schedule.unreadable"));
        }
        return to.equals(LocalTime.MIDNIGHT) || from.isBefore(to) ? Optional.empty() : Optional.of(Reason.of("sending.hours.order"));
    }

    Optional<Reason> perDayProblem() {
        return limited.get() && perDay() <= 0 ? Optional.of(Reason.of("sending.per-day.unreadable")) : Optional.empty();
    }

    private SendWindow window() {
        var from = hour(opens.get());
        var to = hour(closes.get());
        return when.get() != When.THEIR_HOURS || from == null || to == null ? SendWindow.ALWAYS
                : new SendWindow(EnumSet.allOf(DayOfWeek.class), midweek.get(), from, to, true, true);
    }

    private int perDay() {
        try {
            return limited.get() ? Integer.parseInt(perDay.get().replaceAll("[\\s,.，]", "")) : 0;
        } catch (NumberFormatException e) {
            return 0; // problem() says so
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    static String written(LocalTime hour) {
        return String.format(Locale.ROOT, "%02d:%02d", hour.getHour(), hour.getMinute());
    }

    private static @Nullable LocalTime hour(String written) {
        var digits = written.strip().replace('：', ':').replace('.', ':');
        try {
            var parts = digits.split(":");
            if (digits.equals("24:00") || digits.equals("24")) {
                return LocalTime.MIDNIGHT;
            }
            return parts.length == 2 ? LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                    : parts.length == 1 && digits.length() <= 2 ? LocalTime.of(Integer.parseInt(digits), 0) : null;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
