package app.caravel.desktop.campaigns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javafx.scene.layout.VBox;

import app.caravel.campaign.Plan;
import app.caravel.campaign.Schedule;
import app.caravel.desktop.kit.DayStrip;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A plan by days: how many go out on each and between which hours, with what comes after the last one shown. */
final class PlanDays extends VBox {

    private static final int SHOWN = 14;
    private static final int AT_LEAST = 7;

    /** What goes out on one day, between the first moment and the last. */
    private record Going(int mails, Instant from, Instant to) {

        Going and(Going other) {
            return new Going(mails + other.mails, from.isBefore(other.from) ? from : other.from, to.isAfter(other.to) ? to : other.to);
        }
    }

    PlanDays(Plan plan, Schedule schedule, Ui ui) {
        super(8);
        var byDay = new TreeMap<LocalDate, Going>();
        plan.slots().forEach(slot -> byDay.merge(LocalDate.ofInstant(slot.from(), ui.zone()), new Going(slot.messages(), slot.from(), slot.to()), Going::and));
        getChildren().add(new DayStrip(ui, days(byDay, schedule, ui)));
        if (!byDay.isEmpty()) {
            var last = byDay.firstKey().plusDays(SHOWN - 1L);
            int later = byDay.tailMap(last, false).values().stream().mapToInt(Going::mails).sum();
            if (later > 0) {
                getChildren().add(Words.small(ui.text("sending.later", "n", later, "day", ui.formats().longDay(byDay.lastKey().atStartOfDay(ui.zone()).toInstant()))));
            }
        }
    }

    private static List<DayStrip.Day> days(TreeMap<LocalDate, Going> byDay, Schedule schedule, Ui ui) {
        var days = new ArrayList<DayStrip.Day>();
        if (byDay.isEmpty()) {
            return days;
        }
        var first = byDay.firstKey();
        long length = Math.clamp(byDay.lastKey().toEpochDay() - first.toEpochDay() + 1, AT_LEAST, SHOWN);
        for (var day = first; day.isBefore(first.plusDays(length)); day = day.plusDays(1)) {
            var going = byDay.get(day);
            days.add(new DayStrip.Day(day, going == null ? 0 : going.mails(), going == null ? none(day, schedule, ui) : hours(going, schedule, ui)));
        }
        return days;
    }

    private static String hours(Going going, Schedule schedule, Ui ui) {
        if (!schedule.isAnyHour()) {
            return ui.text("sending.their-hours", "from", schedule.window().opens().toString(), "to", schedule.window().closes().toString());
        }
        var from = ui.formats().time(going.from());
        var to = ui.formats().time(going.to());
        return from.equals(to) ? from : ui.text("sending.hours", "from", from, "to", to);
    }

    private static String none(LocalDate day, Schedule schedule, Ui ui) {
        boolean off = app.caravel.calendar.WorkDays.BUILT_IN.isWeekend(day, null);
        return off && !schedule.isAnyHour() ? ui.text("sending.weekend") : "";
    }

    /** The strip under its heading, with what shares the accounts below. */
    static VBox titled(Plan plan, Schedule schedule, Ui ui) {
        var all = Space.column(12, Words.heading(ui.text("sending.days")), new PlanDays(plan, schedule, ui));
        plan.parts().stream().filter(part -> part.before() > 0).forEach(part -> all.getChildren().add(Words.wrapped(Words.small(beside(part, ui)))));
        return all;
    }

    /** Two other campaigns use this account too, and how much of theirs is before the end of this. */
    static String beside(Plan.Part part, Ui ui) {
        return ui.text("plan.beside", "n", part.beside().size(), "name", part.beside().getFirst().name(), "mails", part.before(), "account", part.account().fromAddress());
    }
}
