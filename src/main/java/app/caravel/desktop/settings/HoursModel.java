package app.caravel.desktop.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import app.caravel.calendar.OwnDay;
import app.caravel.calendar.Week;
import app.caravel.calendar.Weekends;
import app.caravel.calendar.WorkDays;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.WorkCalendar;
import app.caravel.workspace.Workspace;

/** Weekends and holidays as this workspace knows them. A correction is kept at once and can be taken back. */
final class HoursModel {

    /**
     * What is known.
     *
     * @param weeks weeks that are not Monday to Friday, each with its countries, most countries first; of the table alone
     * @param corrected countries whose week was corrected here
     * @param ownDays by date
     * @param unknown countries of whose holidays nothing is known
     */
    record Known(Map<Week, List<String>> weeks, List<Weekends.Row> corrected, List<OwnDay> ownDays, int countries, List<String> unknown) {}

    final Load<Known> known;

    private final Workspace workspace;
    private final Ui ui;
    private final Consumer<Runnable> undo;

    /** @param undo takes what takes a change back */
    HoursModel(Workspace workspace, Ui ui, Consumer<Runnable> undo) {
        this.workspace = workspace;
        this.ui = ui;
        this.undo = undo;
        this.known = new Load<>(ui.background());
    }

    void load() {
        known.from(this::read);
    }

    LocalDate today() {
        return LocalDate.ofInstant(ui.clock().instant(), ui.zone());
    }

    /** The row of the table that counts for a country today; empty: Saturday and Sunday. */
    Optional<Weekends.Row> tableRow(String country) {
        return Weekends.BUILT_IN.row(today(), country);
    }

    /** A country's week as it counts now: corrected here, or as the table says. */
    Week week(String country) {
        var read = known.value();
        return (read == null ? Weekends.BUILT_IN : Weekends.BUILT_IN.with(read.corrected())).on(today(), country);
    }

    /** From now on a country's week is this one. */
    void correct(String country, Week week) {
        var before = corrected(country);
        change(calendar -> calendar.correct(new Weekends.Row(country, Weekends.EVER, week, "", today())),
                calendar -> before.ifPresentOrElse(calendar::correct, () -> calendar.uncorrect(country)));
    }

    /** A country's week is what the table says again. */
    void uncorrect(Weekends.Row row) {
        change(calendar -> calendar.uncorrect(row.country()), calendar -> calendar.correct(row));
    }

    void add(OwnDay day) {
        var before = ownDay(day);
        change(calendar -> calendar.add(day), calendar -> before.ifPresentOrElse(calendar::add, () -> calendar.remove(day)));
    }

    void remove(OwnDay day) {
        change(calendar -> calendar.remove(day), calendar -> calendar.add(day));
    }

    private Optional<Weekends.Row> corrected(String country) {
        var read = known.value();
        return read == null ? Optional.empty() : read.corrected().stream().filter(row -> row.country().equals(country)).findFirst();
    }

    private Optional<OwnDay> ownDay(OwnDay day) {
        var read = known.value();
        return read == null ? Optional.empty() : read.ownDays().stream().filter(other -> other.isFor(day.day(), day.country())).findFirst();
    }

    private void change(Consumer<WorkCalendar> now, Consumer<WorkCalendar> back) {
        undo.accept(() -> run(back));
        run(now);
    }

    private void run(Consumer<WorkCalendar> change) {
        ui.background().run(() -> change.accept(workspace.workCalendar()), known::again);
    }

    private Known read() {
        var corrected = workspace.workCalendar().corrections();
        var weeks = new LinkedHashMap<Week, List<String>>();
        for (var country : Weekends.BUILT_IN.countries()) {
            var week = Weekends.BUILT_IN.on(today(), country);
            if (!week.equals(Week.USUAL) && corrected.stream().noneMatch(row -> row.country().equals(country))) {
                weeks.computeIfAbsent(week, _ -> new ArrayList<>()).add(country);
            }
        }
        var most = new LinkedHashMap<Week, List<String>>();
        weeks.entrySet().stream().sorted((a, b) -> b.getValue().size() - a.getValue().size()).forEach(each -> most.put(each.getKey(), List.copyOf(each.getValue())));
        var all = List.of(Locale.getISOCountries());
        var unknown = all.stream().filter(country -> !WorkDays.knowsHolidays(country)).toList();
        return new Known(most, corrected, workspace.workCalendar().ownDays(), all.size() - unknown.size(), unknown);
    }
}
