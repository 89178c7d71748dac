package app.caravel.desktop.campaigns;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;

/** The schedule step: at once, or at a day and time of the user's own clock. */
final class ScheduleViewModel {

    final BooleanProperty later = new SimpleBooleanProperty();
    final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    final StringProperty time = new SimpleStringProperty("09:00");
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private final Clock clock;
    private final ZoneId zone = ZoneId.systemDefault();
    private long campaign = -1;

    ScheduleViewModel(Clock clock) {
        this.clock = clock;
    }

    /** Another draft: its plan, or at once where it has none. Tomorrow at nine is proposed. */
    void about(Campaign draft) {
        if (draft.id() == campaign) {
            return;
        }
        campaign = draft.id();
        var at = draft.scheduledAt();
        later.set(at != null);
        seen.set(at != null);
        var local = at == null ? null : at.atZone(zone);
        day.set(local == null ? LocalDate.ofInstant(clock.instant(), zone).plusDays(1) : local.toLocalDate());
        time.set(local == null ? "09:00" : String.format(Locale.ROOT, "%02d:%02d", local.getHour(), local.getMinute()));
    }

    /** The step was looked at: "at once" is an answer too. */
    void look() {
        seen.set(true);
    }

    boolean touched() {
        return seen.get();
    }

    /** When it shall go, null for at once or where the time cannot be read. */
    @Nullable Instant at() {
        var date = day.get();
        var hour = hour();
        return !later.get() || date == null || hour == null ? null : date.atTime(hour).atZone(zone).toInstant();
    }

    /** Whether a time is asked for that cannot be read. */
    boolean isUnreadable() {
        return later.get() && at() == null;
    }

    boolean isPast() {
        var at = at();
        return at != null && at.isBefore(clock.instant());
    }

    private @Nullable LocalTime hour() {
        var digits = time.get().strip().replace('：', ':').replace('.', ':');
        try {
            var parts = digits.split(":");
            return parts.length == 2 ? LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]))
                    : parts.length == 1 && digits.length() <= 2 ? LocalTime.of(Integer.parseInt(digits), 0) : null;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
