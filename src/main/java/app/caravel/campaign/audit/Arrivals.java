package app.caravel.campaign.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.LocalHour;
import app.caravel.calendar.TheirZone;
import app.caravel.calendar.WorkDays;
import app.caravel.contact.Contact;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.Mend;
import app.caravel.reason.Reason;

/** The hour at which a run arrives where its readers are, as far as that is known of them. */
public final class Arrivals {

    public static final String ID = "arrival";

    /** Fewer than one in so many at a bad hour is not worth another time. */
    private static final int FEW = 10;

    private record Place(ZoneId zone, @Nullable String country) {}

    private final WorkDays work;
    private final Map<Place, Integer> people = new HashMap<>();
    private final Map<String, Place> known = new HashMap<>();

    public Arrivals(WorkDays work) {
        this.work = work;
    }

    public void at(Contact contact) {
        var place = known.computeIfAbsent(contact.timeZone() + "\n" + contact.country() + "\n" + contact.city(), _ -> place(contact));
        if (place != null) {
            people.merge(place, 1, Integer::sum);
        }
    }

    private static @Nullable Place place(Contact contact) {
        return TheirZone.of(contact.timeZone(), contact.country(), contact.city()).map(zone -> new Place(zone.zone(), contact.country())).orElse(null);
    }

    /** Advice on leaving at that time; none where it is a good one for nearly all. */
    public List<CheckFinding> leaving(Instant time) {
        var counts = new EnumMap<LocalHour, Integer>(LocalHour.class);
        people.forEach((place, count) -> counts.merge(LocalHour.of(time, place.zone(), place.country(), work), count, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        int bad = all - counts.getOrDefault(LocalHour.GOOD, 0);
        if (bad == 0 || bad * FEW < all) {
            return List.of();
        }
        var what = Reason.of("advice." + ID, "night", counts.getOrDefault(LocalHour.NIGHT, 0), "weekend", counts.getOrDefault(LocalHour.DAY_OFF, 0), "monday", counts.getOrDefault(LocalHour.FIRST_MORNING, 0), "of", all);
        return List.of(new CheckFinding(ID, Severity.ADVICE, 0, List.of(), what, new Reason(what.key() + ".why", what.arguments()), null, new Mend.Schedule()));
    }
}
