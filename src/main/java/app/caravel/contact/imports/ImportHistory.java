package app.caravel.contact.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.jdbi.v3.core.Jdbi;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** Earlier imports, newest first, and the rows that they left out. */
public final class ImportHistory {

    private static final int SHOWN = 500;

    private final Jdbi db;

    public ImportHistory(Database database) {
        this.db = database.jdbi();
    }

    /** The newest 500. */
    public List<PastImport> all() {
        return db.withHandle(h -> h.createQuery("""
                SELECT import.*, list.name AS list_name FROM import LEFT JOIN list ON list.id = import.list_id ORDER BY import.at DESC, import.id DESC LIMIT :most""")
            .bind("most", SHOWN)
            .map((row, _) -> {
                long undone = row.getLong("undone_at");
                return new PastImport(row.getLong("id"), row.getString("file"), Instant.ofEpochMilli(row.getLong("at")), row.getString("list_name"),
                        MergePolicy.ofKey(row.getString("merge_policy")).orElse(MergePolicy.FILL), row.getLong("rows_read"), row.getLong("added"), row.getLong("merged"),
                        row.getLong("rejected"), undone == 0 ? null : Instant.ofEpochMilli(undone));
            }).list());
    }

    /** The rows that an import left out, in the order of the file; none once it was taken back. */
    public List<Reject> rejects(long importId) {
        return db.withHandle(h -> h.createQuery("SELECT line, reason, text FROM import_reject WHERE import_id = :import ORDER BY line").bind("import", importId)
                .map((row, _) -> new Reject(row.getLong("line"), Json.reason(row.getString("reason")), row.getString("text"))).list());
    }

    /**
     * Writes the rows left out as they stood in their file, below its column names and in its encoding, though the file itself
     * may be gone. Those of a workbook have tabs between their cells.
     *
     * @throws Problem where the file cannot be written
     */
    public void saveRejects(long importId, Path target) {
        var header = db.withHandle(h -> h.createQuery("SELECT coalesce(header, '') FROM import WHERE id = :import").bind("import", importId).mapTo(String.class).one());
        var encoding = db.withHandle(h -> h.createQuery("SELECT coalesce(encoding, 'UTF-8') FROM import WHERE id = :import").bind("import", importId).mapTo(String.class)
                .map(Encoding::named).one());
        var encoder = encoding.charset().newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE).onMalformedInput(CodingErrorAction.REPLACE);
        try (var out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(target), encoder))) {
            if (encoding.name().startsWith("UTF-")) {
                out.write('\uFEFF');
            }
            if (!header.isEmpty()) {
                out.write(header + "\r\n");
            }
            for (var reject : rejects(importId)) {
                out.write(reject.text() + "\r\n");
            }
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", target.toString()), e);
        }
    }
}
