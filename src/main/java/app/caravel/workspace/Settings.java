package app.caravel.workspace;

import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.Jdbi;

import app.caravel.store.Database;

/** Small facts of the workspace that a person chose or the app remembers: language, theme, whether the rail is closed. */
public final class Settings {

    public static final String LANGUAGE = "language";
    public static final String THEME = "theme";
    public static final String NAME = "name";
    private static final String IDENTITY = "identity";

    private final Jdbi db;

    Settings(Database database) {
        this.db = database.jdbi();
    }

    public Optional<String> get(String name) {
        return db.withHandle(handle -> handle.createQuery("SELECT value FROM setting WHERE name = :name")
                .bind("name", name).mapTo(String.class).findOne());
    }

    /** What tells this workspace from every other one; made at the first question. */
    public String identity() {
        return get(IDENTITY).orElseGet(() -> {
            var made = UUID.randomUUID().toString();
            put(IDENTITY, made);
            return made;
        });
    }

    public void put(String name, String value) {
        db.useHandle(handle -> handle.createUpdate("""
                INSERT INTO setting (name, value) VALUES (:name, :value)
                ON CONFLICT (name) DO UPDATE SET value = excluded.value""")
            .bind("name", name).bind("value", value).execute());
    }

    public void remove(String name) {
        db.useHandle(handle -> handle.createUpdate("DELETE FROM setting WHERE name = :name").bind("name", name).execute());
    }
}
