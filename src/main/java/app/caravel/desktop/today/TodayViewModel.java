package app.caravel.desktop.today;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import app.caravel.contact.FollowUps;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.evidence.EvidenceListener;
import app.caravel.evidence.ViewedEvent;
import app.caravel.workspace.Workspace;

/** Today: the day as it was read, and what can be done about each who gave a sign. */
final class TodayViewModel implements EvidenceListener {

    /** When somebody put off comes back. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    final Load<Day> day;
    /** Whether all to call are listed, or the first few. */
    final BooleanProperty all = new SimpleBooleanProperty();

    private final Workspace workspace;
    private final Ui ui;
    private final DayReader reader;

    TodayViewModel(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
        this.reader = new DayReader(workspace, ui);
        this.day = new Load<>(ui.background());
        workspace.evidence().sync().listen(this);
    }

    void load() {
        day.from(reader::read);
    }

    void call(Day.Caller caller) {
        var phone = caller.person().phone();
        if (phone != null) {
            ui.desk().openWithSystem("tel:" + phone.replaceAll("[^+0-9]", ""));
        }
    }

    void write(Day.Caller caller) {
        ui.go(Place.writeTo(caller.person().contactId()));
    }

    void open(Day.Caller caller) {
        ui.go(Place.person(caller.person().contactId()));
    }

    /** Followed up: gone from the list until the next sign. */
    void done(Day.Caller caller) {
        follow(caller, "today.done.toast", now -> workspace.followUps().done(caller.person().contactId(), now));
    }

    /** Comes back tomorrow morning. */
    void tomorrow(Day.Caller caller) {
        var until = LocalDate.ofInstant(ui.clock().instant(), ui.zone()).plusDays(1).atTime(MORNING).atZone(ui.zone()).toInstant();
        follow(caller, "today.tomorrow.toast", now -> workspace.followUps().putOff(caller.person().contactId(), now, until));
    }

    private void follow(Day.Caller caller, String toast, Function<java.time.Instant, FollowUps.Before> act) {
        ui.background().run(() -> act.apply(ui.clock().instant()), before -> {
            ui.toasts().undoable(ui.text(toast, "name", caller.person().shownName()), null, ui.text("kit.undo"),
                    () -> ui.background().run(() -> workspace.followUps().takeBack(before), this::load));
            load();
        });
    }

    void open(Day.Due due) {
        ui.go(Place.person(due.contact().id()));
    }

    void write(Day.Due due) {
        ui.go(Place.writeTo(due.contact().id()));
    }

    /** Spoken to: it stands in his timeline. */
    void done(Day.Due due) {
        ui.background().run(() -> workspace.nextSteps().done(due.contact().id()), done -> {
            done.ifPresent(each -> undoable("today.done.toast", due, () -> workspace.nextSteps().takeBack(each)));
            load();
        });
    }

    /** Due again tomorrow. */
    void tomorrow(Day.Due due) {
        var tomorrow = LocalDate.ofInstant(ui.clock().instant(), ui.zone()).plusDays(1);
        ui.background().run(() -> workspace.nextSteps().set(due.contact().id(), tomorrow, due.step().word()), before -> {
            undoable("today.tomorrow.toast", due, () -> workspace.nextSteps().putBack(due.contact().id(), before.orElse(null)));
            load();
        });
    }

    private void undoable(String toast, Day.Due due, Background.Act undo) {
        ui.toasts().undoable(ui.text(toast, "name", due.contact().shownName()), null, ui.text("kit.undo"), () -> ui.background().run(undo, this::load));
    }

    @Override
    public void arrived(List<ViewedEvent> events) {
        ui.background().onScreen(this::load);
    }

    @Override
    public void judged(List<ViewedEvent> events) {
        ui.background().onScreen(this::load);
    }

    @Override
    public void statusChanged() {
        ui.background().onScreen(this::load);
    }
}
