package app.caravel.desktop.campaigns;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;

import app.caravel.calendar.Holiday;
import app.caravel.calendar.WorkDays;
import app.caravel.campaign.CampaignState;
import app.caravel.campaign.SendingDays.Ahead;
import app.caravel.campaign.SendingDays.Mails;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.workspace.Workspace;

/** A month of all campaigns: what went out and what will go out on each day, and who rests on it. */
final class CalendarViewModel {

    /** How many countries' days off are marked. */
    private static final int COUNTRIES = 3;

    /** What becomes of a campaign's mails of a day. */
    enum Kind { SENT, SENDING, SCHEDULED }

    static Kind kind(Mails mails) {
        return mails.planned() == 0 ? Kind.SENT : mails.state() == CampaignState.SCHEDULED ? Kind.SCHEDULED : Kind.SENDING;
    }

    /**
     * Who rests on a day.
     *
     * @param country null: everywhere, or where nothing is known of the recipients' countries
     * @param holiday its name, null: the weekend
     */
    record Off(@Nullable String country, @Nullable String holiday) {}

    /**
     * A day of the month shown, or of the weeks at its ends.
     *
     * @param free whether all the main countries rest
     */
    record Day(LocalDate date, List<Mails> mails, List<Off> off, boolean free) {

        Day {
            mails = List.copyOf(mails);
            off = List.copyOf(off);
        }
    }

    /**
     * A month in whole weeks.
     *
     * @param countries of most recipients in it
     * @param sent within the month alone, as what is planned
     * @param any whether anything was ever sent or will be
     */
    record Month(YearMonth of, LocalDate today, List<Day> days, List<String> countries, int sent, int planned, boolean any) {

        Month {
            days = List.copyOf(days);
            countries = List.copyOf(countries);
        }

        Day day(LocalDate date) {
            return days.get((int) ChronoUnit.DAYS.between(days.getFirst().date(), date));
        }
    }

    final Load<Month> month;
    private final ReadOnlyObjectWrapper<YearMonth> shown;
    private final ObjectProperty<LocalDate> chosen;
    private final Workspace workspace;
    private final ZoneId zone;
    private DayOfWeek firstDay = DayOfWeek.MONDAY;
    private volatile @Nullable Ahead ahead;

    CalendarViewModel(Workspace workspace, Background background, ZoneId zone) {
        this.workspace = workspace;
        this.zone = zone;
        this.month = new Load<>(background);
        this.chosen = new SimpleObjectProperty<>(now());
        this.shown = new ReadOnlyObjectWrapper<>(YearMonth.from(chosen.get()));
    }

    private LocalDate now() {
        return LocalDate.ofInstant(workspace.clock().instant(), zone);
    }

    /** The month that was asked for; {@link #month} follows. */
    ReadOnlyObjectProperty<YearMonth> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The day that keys move. */
    ReadOnlyObjectProperty<LocalDate> chosen() {
        return chosen;
    }

    void weeksBeginWith(DayOfWeek day) {
        if (day != firstDay) {
            firstDay = day;
            if (month.value() != null) {
                load(); // it shows already, in another language
            }
        }
    }

    /** Reads it anew, with what has changed in the plans. */
    void refresh() {
        ahead = null;
        load();
    }

    /** Nobody looks any more. */
    void left() {
        month.stop();
    }

    void choose(LocalDate day) {
        chosen.set(day);
        show(YearMonth.from(day));
    }

    void moveBy(int days) {
        choose(chosen.get().plusDays(days));
    }

    void previous() {
        choose(chosen.get().minusMonths(1));
    }

    void next() {
        choose(chosen.get().plusMonths(1));
    }

    void today() {
        choose(now());
    }

    private void show(YearMonth wanted) {
        if (!wanted.equals(shown.get())) {
            shown.set(wanted);
            load();
        }
    }

    private void load() {
        var wanted = shown.get();
        var begins = firstDay;
        month.from(() -> read(wanted, begins));
    }

    private Month read(YearMonth of, DayOfWeek begins) {
        var days = workspace.runs().days();
        var coming = ahead;
        if (coming == null) {
            coming = days.ahead();
            ahead = coming;
        }
        var first = of.atDay(1).minusDays(Math.floorMod(of.atDay(1).getDayOfWeek().getValue() - begins.getValue(), 7));
        var last = of.atEndOfMonth().plusDays(6 - Math.floorMod(of.atEndOfMonth().getDayOfWeek().getValue() - begins.getValue(), 7));
        var mails = days.between(first, last, zone, coming);
        var byDay = mails.stream().collect(Collectors.groupingBy(Mails::day));
        var countries = days.countries(mails.stream().map(Mails::campaignId).toList(), COUNTRIES);
        var work = workspace.workCalendar().workDays();
        var all = first.datesUntil(last.plusDays(1)).map(date -> day(date, byDay, countries, work)).toList();
        var within = mails.stream().filter(each -> YearMonth.from(each.day()).equals(of)).toList();
        return new Month(of, now(), all, countries, within.stream().mapToInt(Mails::sent).sum(), within.stream().mapToInt(Mails::planned).sum(),
                !mails.isEmpty() || coming.isAny() || days.isAnySent());
    }

    private static Day day(LocalDate date, Map<LocalDate, List<Mails>> mails, List<String> countries, WorkDays work) {
        var off = new ArrayList<Off>();
        var asked = new ArrayList<@Nullable String>(countries);
        if (asked.isEmpty()) {
            asked.add(null);
        }
        int free = 0;
        for (var country : asked) {
            var holiday = work.holiday(date, country).map(Holiday::name);
            holiday.ifPresent(name -> off.add(new Off(country, name)));
            if (holiday.isEmpty() && work.isWeekend(date, country)) {
                off.add(new Off(country, null));
            }
            free += work.isOff(date, country) ? 1 : 0;
        }
        off.sort(java.util.Comparator.comparing(each -> each.holiday() == null));
        return new Day(date, mails.getOrDefault(date, List.of()), off, free == asked.size());
    }
}
