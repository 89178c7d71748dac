package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.store.Database;
import app.caravel.store.Json;

/**
 * Guesses country, time zone and language anew where something was said of a contact since, or where no guess was ever
 * made. What was said stays. When the contact was changed last stays too: a guess is no change of anybody's.
 */
public final class Derivations implements AutoCloseable {

    /** Transactions stay short, so that sending goes on beside them. */
    private static final int PART = 2_000;

    private final Jdbi db;
    private volatile boolean stopped;
    private @Nullable Thread thread;

    public Derivations(Database database) {
        this.db = database.jdbi();
    }

    private record Guessing(long id, Whereabouts where) {}

    /** Until nothing is left; returns how many were looked at. One indexed look where there is nothing to do. */
    public int run() {
        int all = 0;
        for (int done = PART; done == PART && !stopped; all += done) {
            var part = db.withHandle(h -> h.createQuery("SELECT id FROM contact WHERE derived = 0 LIMIT :part").bind("part", PART).mapTo(Long.class).list());
            done = part.size();
            if (done > 0) {
                db.useTransaction(h -> derive(h, part));
            }
        }
        return all;
    }

    /** Does it beside everything else: a workspace of an older Caravel has nothing guessed yet. */
    public void start() {
        thread = Thread.ofVirtual().name("derivations").start(() -> {
            try {
                run();
            } catch (RuntimeException e) {
                System.getLogger(Derivations.class.getName()).log(System.Logger.Level.WARNING, "guessing anew", e); // the next start goes on
            }
        });
    }

    @Override
    public void close() {
        stopped = true;
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of these alone, within the caller's transaction. */
    static void derive(Handle h, List<Long> contacts) {
        var guessed = h.createQuery("SELECT * FROM contact WHERE id IN (SELECT value FROM json_each(:ids))").bind("ids", Json.write(contacts))
                .map((row, _) -> new Guessing(row.getLong("id"), of(row))).list();
        var batch = h.prepareBatch("""
                UPDATE contact SET country = :country, country_source = :countrySource, time_zone = :zone, time_zone_source = :zoneSource,
                    language = :language, language_source = :languageSource, derived = 1 WHERE id = :id""");
        for (var each : guessed) {
            var where = each.where();
            batch.bind("id", each.id()).bind("country", value(where.country())).bind("countrySource", origin(where.country()))
                    .bind("zone", value(where.timeZone())).bind("zoneSource", origin(where.timeZone()))
                    .bind("language", value(where.language())).bind("languageSource", origin(where.language())).add();
        }
        batch.execute();
    }

    private static Whereabouts of(ResultSet row) throws SQLException {
        var address = row.getString("address");
        return Whereabouts.of(said(row, "country"), said(row, "time_zone"), said(row, "language"), row.getString("city"), row.getString("phone"),
                address.substring(address.lastIndexOf('@') + 1));
    }

    private static @Nullable Known said(ResultSet row, String column) throws SQLException {
        return Known.said(Known.of(row.getString(column), row.getString(column + "_source")));
    }

    private static @Nullable String value(@Nullable Known known) {
        return known == null ? null : known.value();
    }

    private static @Nullable String origin(@Nullable Known known) {
        return known == null ? null : known.origin().key();
    }
}
