package app.caravel.workspace;

import java.time.Clock;

import app.caravel.store.Database;

/**
 * One person's data, opened: the composition root. Builds the stores and services of each feature, in the order of their
 * needs, and closes them. Holds no rule of its own.
 */
public final class Workspace implements AutoCloseable {

    private final Home home;
    private final Database database;

    private Workspace(Home home, Clock clock) {
        this.home = home;
        this.database = Database.open(home.database());
    }

    /** Opens the workspace of a home, made where it is missing. */
    public static Workspace open(Home home) {
        return open(home, Clock.systemUTC());
    }

    public static Workspace open(Home home, Clock clock) {
        home.make();
        return new Workspace(home, clock);
    }

    public Home home() {
        return home;
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
    }
}
