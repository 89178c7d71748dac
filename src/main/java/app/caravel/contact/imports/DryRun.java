package app.caravel.contact.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import app.caravel.store.StoreProblems;

/**
 * Does what an import does and writes nothing: tables of this connection's own, with the known people of the file, lie over
 * those of the workspace, and the same statements merge into them.
 */
final class DryRun implements ImportTarget {

    private static final long NO_IMPORT = 0;

    /** When a contact of the shadow was changed; no contact of the workspace was then. */
    private static final long NOW = -1;

    private final Path file;
    private final Connection connection;
    private final MergePolicy policy;
    private final Staging staging;
    private Forecast.@Nullable Merges merges;

    /** @param connection closed with this */
    DryRun(Path file, Connection connection, MergePolicy policy) {
        this.file = file;
        this.policy = policy;
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
        return NO_IMPORT;
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
            staging.run("BEGIN"); // deferred: one view of the workspace, and no lock on it
            var taken = staging.stoppable(() -> shadow(notices), goesOn);
            if (taken != null) { // else it has rolled back already
                staging.run("COMMIT");
            }
            return taken;
        } catch (SQLException e) {
            throw FullDisk.staging(e, file);
        }
    }

    private Taken shadow(Notices notices) throws SQLException {
        long people = staging.number("SELECT count(*) FROM temp.staged");
        staging.run("CREATE INDEX temp.staged_address ON staged (address)");
        staging.run("CREATE TEMP TABLE contact AS SELECT * FROM main.contact WHERE address IN (SELECT address FROM temp.staged)");
        staging.run("CREATE UNIQUE INDEX temp.shadow_address ON contact (address)");
        long known = staging.number("SELECT count(*) FROM temp.contact");
        long added = staging.number("SELECT count(DISTINCT address) FROM temp.staged") - known;
        if (known > 0 && policy != MergePolicy.SKIP) {
            staging.run("CREATE TEMP TABLE company (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE UNIQUE, domain TEXT)");
            staging.run("INSERT INTO temp.company SELECT id, name, domain FROM main.company");
            staging.run("CREATE INDEX temp.shadow_domain ON company (domain)");
            staging.companies();
            staging.run(MergeSql.put(policy, staging.number("SELECT coalesce(max(id), 0) FROM temp.contact"), NO_IMPORT, NOW, "s.address IN (SELECT address FROM temp.contact)"));
        } else {
            staging.run("CREATE TEMP VIEW company AS SELECT id, name, domain FROM main.company");
        }
        staging.tell(notices, added < people);
        var reader = new MergeReader(connection);
        merges = new Forecast.Merges(known, reader.count(), reader.of(first(true)), reader.of(first(false)));
        return new Taken(added, people - added);
    }

    /** Contact -> line of his first row, of the first in the file that were changed, or not. */
    private Map<Long, Long> first(boolean changed) throws SQLException {
        var lines = new LinkedHashMap<Long, Long>();
        try (var query = connection.prepareStatement("""
                SELECT shadow.id, min(s.line) FROM temp.staged AS s CROSS JOIN temp.contact AS shadow ON shadow.address = s.address CROSS JOIN main.contact AS known ON known.id = shadow.id
                WHERE (%s) = %d GROUP BY shadow.id ORDER BY min(s.seq) LIMIT %d""".formatted(MergeReader.DIFFERS, changed ? 1 : 0, Forecast.TOLD)); var rows = query.executeQuery()) {
            while (rows.next()) {
                lines.put(rows.getLong(1), rows.getLong(2));
            }
        }
        return lines;
    }

    /** What was seen, once all rows were taken. */
    Forecast forecast(ImportResult result) {
        return new Forecast(result, merges == null ? Forecast.Merges.NONE : merges);
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
