package app.caravel.workspace;

import java.time.Clock;

import app.caravel.contact.Contacts;
import app.caravel.contact.Lists;
import app.caravel.contact.Suppressions;
import app.caravel.store.Database;

/**
 * One person's data, opened: the composition root. Builds the stores and services of each feature, in the order of their
 * needs, and closes them. Holds no rule of its own.
 */
public final class Workspace implements AutoCloseable {

    private final Home home;
    private final Clock clock;
    private final Database database;
    private final Settings settings;
    private final Contacts contacts;
    private final Lists lists;
    private final Suppressions suppressions;

    private Workspace(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
        this.database = Database.open(home.database());
        this.settings = new Settings(database);
        this.contacts = new Contacts(database);
        this.lists = new Lists(database, clock);
        this.suppressions = new Suppressions(database);
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

    public Clock clock() {
        return clock;
    }

    public Settings settings() {
        return settings;
    }

    public Database database() {
        return database;
    }

    public Contacts contacts() {
        return contacts;
    }

    public Lists lists() {
        return lists;
    }

    public Suppressions suppressions() {
        return suppressions;
    }

    @Override
    public void close() {
        database.close();
    }
}
