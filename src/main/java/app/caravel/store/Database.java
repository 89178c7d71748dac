package app.caravel.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

import app.caravel.reason.Problem;

/**
 * One SQLite file in WAL mode with synchronous=FULL: what is committed survives {@code kill -9} and, on disks that keep
 * their promise, a power loss. NORMAL would be faster and could lose the last commits at a power loss, hence mail people
 * twice (sqlite.org/pragma.html#pragma_synchronous).
 *
 * <p>Readers and short writers take a handle from {@link #jdbi()}; what must be durable before something else happens
 * goes through {@link #writer()}. Transactions begin IMMEDIATE, so two writers wait for each other instead of failing.
 */
public final class Database implements AutoCloseable {

    /** How long a writer waits for another one, in milliseconds. */
    static final int BUSY_TIMEOUT_MS = 30_000;

    /** macOS answers fsync before the disk has the bytes; F_FULLFSYNC waits for it. No effect elsewhere. */
    private static final String FULL_FSYNC = "PRAGMA fullfsync = 1";

    private final Path file;
    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final WriteQueue writer;

    private Database(Path file) {
        this.file = file;
        this.pool = pool(file);
        this.jdbi = Jdbi.create(pool);
        // an error's text goes to the log: no address, subject or body of a statement's arguments may stand in it
        this.jdbi.configure(StatementExceptions.class, errors -> errors.setMessageRendering(StatementExceptions.MessageRendering.NONE));
        this.writer = new WriteQueue(() -> connect(file));
    }

    /**
     * Opens the file, made if it is missing, and brings its tables up to date; an older database is copied aside first.
     *
     * @throws Problem where it cannot be opened, or was made by a newer Caravel
     */
    public static Database open(Path file) {
        try {
            Migrations.bringUpToDate(file);
        } catch (SQLException e) {
            throw StoreProblems.of(e, file);
        }
        return new Database(file);
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    /** A connection outside the pool, for long work with temporary tables and triggers of its own; the caller closes it. */
    public Connection ownConnection() {
        try {
            return connect(file);
        } catch (SQLException e) {
            throw StoreProblems.of(e, file);
        }
    }

    public WriteQueue writer() {
        return writer;
    }

    public Path file() {
        return file;
    }

    /** A consistent copy of the whole database, made beside running readers and writers (VACUUM INTO). */
    public void copyTo(Path target) {
        try (var connection = connect(file); var statement = connection.prepareStatement("VACUUM INTO ?")) {
            Files.deleteIfExists(target);
            statement.setString(1, target.toString());
            statement.execute();
        } catch (SQLException e) {
            throw StoreProblems.of(e, target);
        } catch (java.io.IOException e) {
            throw new Problem(app.caravel.reason.Reason.of("store.cannot-write", "file", target.toString()), e);
        }
    }

    @Override
    public void close() {
        writer.close();
        pool.close();
    }

    private static HikariDataSource pool(Path file) {
        var config = new HikariConfig();
        config.setDataSource(source(file, config()));
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setPoolName("caravel");
        config.setConnectionInitSql(FULL_FSYNC);
        return new HikariDataSource(config);
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig config) {
        var source = new SQLiteDataSource(config) {
            @Override
            public SQLiteConnection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
                var connection = super.getConnection(user, password);
                SqlFunctions.addTo(connection);
                return connection;
            }
        };
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    static Connection connect(Path file) throws SQLException {
        var config = config();
        config.setGetGeneratedKeys(false); // the driver would ask for the last row's id after each INSERT
        var connection = source(file, config).getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(FULL_FSYNC);
        }
        return connection;
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-16_000);
        return config;
    }
}
