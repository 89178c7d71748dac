package app.caravel.contact.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import app.caravel.contact.SuppressionSql;
import app.caravel.contact.imports.Draft.Person;
import app.caravel.contact.imports.Notices.Kind;
import app.caravel.store.Database;
import app.caravel.store.StoreProblems;

/** Tells new people from known ones and writes nothing: the addresses of the file are noted in a table of this connection's own memory. */
final class DryRun implements ImportTarget {

    private final Path file;
    private final Connection connection;
    private final PreparedStatement note;
    private final PreparedStatement known;
    private final PreparedStatement suppressed;

    DryRun(Database database) {
        this.file = database.file();
        this.connection = database.ownConnection();
        try {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE TEMP TABLE seen (address TEXT PRIMARY KEY) WITHOUT ROWID");
            }
            note = connection.prepareStatement("INSERT OR IGNORE INTO temp.seen VALUES (?)");
            known = connection.prepareStatement("SELECT 1 FROM contact WHERE address = ?");
            suppressed = connection.prepareStatement(
                    "SELECT 1 WHERE " + SuppressionSql.suppressed("?1") + " OR EXISTS (SELECT 1 FROM erasure WHERE mark = hmac_sha256((SELECT key FROM erasure_key), ?1))");
        } catch (SQLException e) {
            close();
            throw StoreProblems.of(e, file);
        }
    }

    @Override
    public long importId() {
        return 0;
    }

    @Override
    public Taken take(List<Draft> batch, Tally soFar, Notices notices) {
        int added = 0;
        int merged = 0;
        try {
            for (var draft : batch) {
                if (draft instanceof Person person) {
                    note.setString(1, person.canonical());
                    boolean first = note.executeUpdate() == 1;
                    if (!first) {
                        notices.add(Kind.TWICE_IN_FILE, person.address().written());
                    }
                    if (first && !exists(known, person.canonical())) {
                        added++;
                    } else {
                        merged++;
                    }
                    if (exists(suppressed, person.canonical())) {
                        notices.add(Kind.SUPPRESSED, person.address().written());
                    }
                }
            }
        } catch (SQLException e) {
            throw StoreProblems.of(e, file);
        }
        return new Taken(added, merged);
    }

    private static boolean exists(PreparedStatement query, String address) throws SQLException {
        query.setString(1, address);
        try (var row = query.executeQuery()) {
            return row.next();
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
