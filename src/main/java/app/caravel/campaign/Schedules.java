package app.caravel.campaign;

import java.util.function.Supplier;

import org.jdbi.v3.core.Jdbi;

import app.caravel.calendar.WorkDays;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** When campaigns go to whom. */
public final class Schedules {

    private final Jdbi db;
    private final Supplier<WorkDays> workDays;

    /** @param workDays the days off of all countries, as this workspace knows them */
    public Schedules(Database database, Supplier<WorkDays> workDays) {
        this.db = database.jdbi();
        this.workDays = workDays;
    }

    WorkDays workDays() {
        return workDays.get();
    }

    public Schedule of(long campaignId) {
        return db.withHandle(h -> h.createQuery("SELECT schedule FROM campaign WHERE id = :id AND schedule IS NOT NULL").bind("id", campaignId).mapTo(String.class).findOne())
                .map(json -> Json.read(json, Schedule.class)).orElse(Schedule.AT_ONCE);
    }

    /** Keeps it; what is queued already keeps its times. */
    public void put(long campaignId, Schedule schedule) {
        db.useHandle(h -> h.execute("UPDATE campaign SET schedule = ? WHERE id = ?", schedule.isAtOnce() ? null : Json.write(schedule), campaignId));
    }
}
