package app.caravel.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import tools.jackson.core.type.TypeReference;

import app.caravel.calendar.OwnDay;
import app.caravel.calendar.Weekends;
import app.caravel.calendar.WorkDays;
import app.caravel.store.Json;

/** On which days who works, as this workspace knows it: the tables that come with Caravel, corrected, and days of one's own. */
public final class WorkCalendar {

    private static final String WEEKENDS = "calendar.weekends";
    private static final String OWN_DAYS = "calendar.own-days";

    private final Settings settings;

    WorkCalendar(Settings settings) {
        this.settings = settings;
    }

    /** As it stands now; whoever plans takes it once, so that a plan is of one piece. */
    public WorkDays workDays() {
        return new WorkDays(Weekends.BUILT_IN.with(corrections()), ownDays());
    }

    /** Countries whose week was corrected here. */
    public List<Weekends.Row> corrections() {
        return settings.get(WEEKENDS).map(json -> Json.read(json, new TypeReference<List<Weekends.Row>>() {})).orElse(List.of());
    }

    /** From now on a country's week is this one, whatever the table says. */
    public synchronized void correct(Weekends.Row row) {
        var corrected = without(row.country());
        corrected.add(row);
        keep(WEEKENDS, corrected);
    }

    /** A country's week is what the table says again. */
    public synchronized void uncorrect(String country) {
        keep(WEEKENDS, without(country));
    }

    private List<Weekends.Row> without(String country) {
        var others = new ArrayList<>(corrections());
        others.removeIf(other -> other.country().equals(country));
        return others;
    }

    /** Days that somebody here knows of, by date. */
    public List<OwnDay> ownDays() {
        return settings.get(OWN_DAYS).map(json -> Json.read(json, new TypeReference<List<OwnDay>>() {})).orElse(List.of());
    }

    /** A day more; it takes the place of what stood for this day and country. */
    public synchronized void add(OwnDay day) {
        var days = new ArrayList<>(ownDays());
        days.removeIf(other -> other.isFor(day.day(), day.country()));
        days.add(day);
        days.sort(Comparator.comparing(OwnDay::day).thenComparing(OwnDay::name));
        keep(OWN_DAYS, days);
    }

    public synchronized void remove(OwnDay day) {
        var days = new ArrayList<>(ownDays());
        days.remove(day);
        keep(OWN_DAYS, days);
    }

    private void keep(String setting, List<?> rows) {
        if (rows.isEmpty()) {
            settings.remove(setting);
        } else {
            settings.put(setting, Json.write(rows));
        }
    }
}
