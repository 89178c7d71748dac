package app.caravel.contact.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import app.caravel.store.StoreProblems;

/**
 * Writes the people staged as one transaction, made of a few statements over all of them: it stands as a whole or not at
 * all, each page of the database is written once, and who sends meanwhile waits a second for each hundred thousand people.
 */
final class ImportWriter implements ImportTarget {

    private final Path file;
    private final Connection connection;
    private final About about;
    private final Staging staging;
    private long importId;

    /**
     * What the import's own row says of it.
     *
     * @param encoding of a text file
     * @param header the row of column names as it stands in the file, null where there is none
     * @param list makes the list where it is missing, and gives its id
     */
    record About(String file, @Nullable String encoding, @Nullable String header, MergePolicy policy, ToLongFunction<Handle> list, Instant at) {

        static About of(Importer.Opened opened, Path file, MergePolicy policy, ToLongFunction<Handle> list, Instant at) {
            var encoding = opened.source().encoding();
            var header = opened.layout().header();
            return new About(String.valueOf(file.getFileName()), encoding == null ? null : encoding.name(),
                    header == null || opened.source() instanceof VCardSource ? null : header.text(), policy, list, at);
        }
    }

    /** @param connection closed with this */
    ImportWriter(Path file, Connection connection, About about) {
        this.file = file;
        this.about = about;
        this.connection = connection;
        try {
            this.staging = new Staging(connection);
        } catch (SQLException e) {
            var problem = FullDisk.staging(e, file);
            close();
            throw problem;
        }
    }

    @Override
    public long importId() {
        return importId;
    }

    @Override
    public void take(List<Draft> batch) {
        try {
            staging.take(batch);
        } catch (SQLException e) {
            throw FullDisk.staging(e, file);
        }
    }

    @Override
    public @Nullable Taken finish(Tally read, Notices notices, BooleanSupplier goesOn) {
        try {
            staging.end();
        } catch (SQLException e) {
            throw FullDisk.staging(e, file);
        }
        try {
            staging.run("PRAGMA cache_size = -96000"); // each row goes to its place in several trees
            staging.run("PRAGMA foreign_keys = OFF"); // the statements below look up what they refer to
            staging.run("BEGIN IMMEDIATE");
            var taken = staging.stoppable(() -> {
                var done = new ImportStatements(connection, staging, about).write(read);
                staging.tell(notices, done.taken().merged() > 0);
                return done;
            }, goesOn);
            if (taken == null || !goesOn.getAsBoolean()) {
                rollBack();
                return null;
            }
            staging.run("COMMIT");
            importId = taken.importId();
            intoTheFile();
            return taken.taken();
        } catch (SQLException e) {
            var problem = FullDisk.writing(e, file, staging.size());
            rollBack();
            throw problem;
        } catch (RuntimeException e) {
            rollBack();
            throw e;
        }
    }

    /** From the write-ahead log. Where there is no room yet it stays in the log, where it is as safe, and goes with a later one. */
    private void intoTheFile() {
        try {
            staging.run("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            System.getLogger(ImportWriter.class.getName()).log(System.Logger.Level.WARNING, "checkpoint after an import", e);
        }
    }

    private void rollBack() {
        try {
            staging.run("ROLLBACK");
        } catch (SQLException e) {
            // a full disk and an interrupted statement have rolled back already; the connection is closed with this import
            System.getLogger(ImportWriter.class.getName()).log(System.Logger.Level.DEBUG, "rollback of an import", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreProblems.of(e, file);
        }
    }
}
