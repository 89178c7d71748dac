package app.caravel.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.jdbi.v3.core.Jdbi;

import app.caravel.campaign.CampaignErasure;
import app.caravel.campaign.Ledger;
import app.caravel.contact.ContactErasure;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Trace;
import app.caravel.content.pictures.PictureStore;
import app.caravel.evidence.EventErasure;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.StoreProblems;
import app.caravel.store.TextSweep;

/**
 * Erases one person (GDPR Art. 17): what each feature holds of him, his address and phone in any other text, and the freed
 * pages of the database file. What was sent stays as nobody's, so that every campaign's numbers stay true. A keyed hash of
 * his addresses stays: whoever brings him back later cannot write to him. It cannot be read back, but who has the workspace
 * with its key can try addresses against it.
 *
 * <p>Earlier, ordinary deletions may have left him in free pages; {@code secure_delete} reaches only what this connection
 * frees. So the file is written anew (VACUUM) and the write-ahead log cut to nothing. That takes as long as copying the
 * database and as much room on the disk; writers wait meanwhile.
 */
public final class Erasure {

    /** What stands for his address in what stays. RFC 2606: nothing is ever delivered there. */
    private static final String NOBODY = "erased@erased.invalid";

    /** The user's own mailboxes, keys and files: an address of his there is his own. */
    private static final Set<String> OWN = Set.of("account", "tracker", "backup_written", "message_log", "message_log_file");

    private static final Duration LOG_WAIT = Duration.ofSeconds(20);

    private final Home home;
    private final Database database;
    private final Supplier<Connection> connections;
    private final Ledger ledger;
    private final Runnable logForgets;
    private final Clock clock;

    /** @param logForgets takes out of the message tracking log who is out of the ledger */
    Erasure(Home home, Database database, Runnable logForgets, Clock clock) {
        this(home, database, database::ownConnection, logForgets, clock);
    }

    /** @param connections each erasure's own one */
    Erasure(Home home, Database database, Supplier<Connection> connections, Runnable logForgets, Clock clock) {
        this.logForgets = logForgets;
        this.home = home;
        this.database = database;
        this.connections = connections;
        this.ledger = new Ledger(database, clock);
        this.clock = clock;
    }

    /**
     * What was erased.
     *
     * @param rows how many rows of which table went
     * @param messages rows of the ledger that are nobody's now
     * @param events events without their reader now
     * @param cancelled mails that waited and will not go
     * @param texts other texts in which his address or phone stood
     * @param cleaned whether the file's free pages and the log were cleaned too; false: the disk has no room; the next erasure, of him again too, does it
     * @param stillNamed where his name still stands, as table.column and count: a person has to look, it may be a namesake's
     * @param copies files that still hold him: backups, copies before an update or a restore, a rehearsal
     */
    public record Erased(Instant at, Map<String, Integer> rows, int messages, int events, int cancelled, int texts, boolean cleaned, Map<String, Integer> stillNamed, List<Path> copies) {}

    /**
     * Erases the person who has this address, with all his addresses. Mails that wait for him are cancelled.
     *
     * @throws Problem where nobody is known by it, or a mail to him is leaving at this moment; nothing was changed then
     */
    public Erased erase(EmailAddress address) {
        var at = clock.instant();
        try (var connection = connections.get()) {
            pragma(connection, "PRAGMA secure_delete = ON");
            var trace = new Trace[1];
            Rows erased;
            try {
                erased = rows(connection, address, at, trace);
            } catch (Problem problem) {
                if (problem.reason().key().equals("erasure.before")) {
                    clean(connection); // asked again because there was no room the first time
                }
                throw problem;
            }
            for (var file : erased.files) {
                delete(home.attachments().resolve(file));
            }
            var pictures = new PictureStore(home.pictures());
            for (var picture : erased.pictures) {
                delete(pictures.path(picture));
            }
            logForgets.run();
            boolean cleaned = clean(connection);
            var named = new TextSweep(connection, OWN).find(trace[0].names());
            var words = new LinkedHashSet<>(trace[0].addresses());
            words.addAll(trace[0].names());
            return new Erased(at, erased.rows, erased.messages, erased.events, erased.cancelled, erased.texts, cleaned, named,
                    new Copies(home, database.jdbi()).holding(words));
        } catch (SQLException e) {
            throw StoreProblems.of(e, database.file());
        }
    }

    private record Rows(Map<String, Integer> rows, int messages, int events, int cancelled, int texts, List<String> files, List<String> pictures) {}

    private Rows rows(Connection connection, EmailAddress address, Instant at, Trace[] found) throws SQLException {
        connection.setAutoCommit(false);
        try {
            @SuppressWarnings("resource") // the connection is closed by who opened it
            var h = Jdbi.open(connection);
            var trace = ContactErasure.trace(h, address);
            found[0] = trace;
            var sweep = new TextSweep(connection, OWN);
            if (trace.contacts().isEmpty() && sweep.find(trace.addresses()).isEmpty()) {
                var before = ContactErasure.erasedAt(h, address);
                throw before == null ? Problem.of("erasure.unknown", "address", address.written()) : Problem.of("erasure.before", "address", address.written(), "date", before.toString().substring(0, 10));
            }
            var rows = ContactErasure.erase(h, trace, at);
            var marked = h.createQuery("SELECT id FROM message WHERE contact_id > 0 AND (contact_id IN (SELECT value FROM json_each(:c)) OR address IN (SELECT value FROM json_each(:a)))")
                    .bind("c", app.caravel.store.Json.write(trace.contacts())).bind("a", app.caravel.store.Json.write(trace.addresses())).mapTo(Long.class).list();
            EventErasure.mark(h, marked, at.toEpochMilli());
            int events = EventErasure.erase(h, marked);
            var campaigns = new CampaignErasure(ledger).erase(h, trace.contacts(), trace.addresses(), at);
            int texts = sweep.replace(trace.addresses(), NOBODY) + sweep.replace(trace.phones(), "");
            var pictures = new ArrayList<String>();
            for (var picture : campaigns.pictures()) {
                if (sweep.find(List.of(picture)).isEmpty()) {
                    pictures.add(picture);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            return new Rows(rows, campaigns.messages().size(), events, campaigns.cancelled(), texts, campaigns.files(), pictures);
        } catch (SQLException | RuntimeException e) {
            rollBack(connection);
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw StoreProblems.isDiskFull(e) ? new Problem(Reason.of("erasure.no-room", "file", database.file().toString()), e) : StoreProblems.of(e, database.file());
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // a full disk has rolled back already (sqlite.org/lang_transaction.html, section 3); the connection is closed with this erasure
            System.getLogger(Erasure.class.getName()).log(System.Logger.Level.DEBUG, "rollback of an erasure", e);
        }
    }

    /** False where there is no room: what was erased is, but free pages may still hold what was deleted before. */
    private boolean clean(Connection connection) throws SQLException {
        try {
            pragma(connection, "VACUUM");
            return emptyLog(connection);
        } catch (SQLException e) {
            return noRoom(connection, e);
        }
    }

    /** What can be written is: the log may fit into the file although a copy of the file does not fit beside it. */
    private static boolean noRoom(Connection connection, SQLException error) throws SQLException {
        if (!StoreProblems.isDiskFull(error)) {
            throw error;
        }
        try {
            emptyLog(connection);
        } catch (SQLException e) {
            System.getLogger(Erasure.class.getName()).log(System.Logger.Level.WARNING, "checkpoint after an erasure", e);
        }
        return false;
    }

    /** Cuts the write-ahead log to nothing, as soon as no reader looks into it any more. */
    private static boolean emptyLog(Connection connection) throws SQLException {
        long end = System.nanoTime() + LOG_WAIT.toNanos();
        while (true) {
            try (var statement = connection.createStatement(); var row = statement.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
                if (row.next() && row.getInt(1) == 0) {
                    return true;
                }
            }
            if (System.nanoTime() > end) {
                return false;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", file.toString()), e);
        }
    }

    private static void pragma(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
