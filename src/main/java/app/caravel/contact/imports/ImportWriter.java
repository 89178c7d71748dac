package app.caravel.contact.imports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.imports.Draft.Person;
import app.caravel.contact.imports.Notices.Kind;
import app.caravel.store.Database;
import app.caravel.store.StoreProblems;

/**
 * Writes people in batches, each one transaction that also brings the import's own row up to date: whenever it ends, what
 * stands there is accounted for. Ids are given here, so that the new ones of a batch are told from the merged ones.
 */
final class ImportWriter implements ImportTarget {

    private final Path file;
    private final Connection connection;
    private final long importId;
    private final ImportStatements statements;
    private final CompanyIds companies;

    /**
     * What the import's own row says of it from the beginning.
     *
     * @param encoding of a text file
     * @param header the row of column names as it stands in the file, null where there is none
     * @param at epoch milliseconds
     */
    record About(String file, @Nullable String encoding, @Nullable String header, MergePolicy policy, long listId, long at) {

        static About of(Importer.Opened opened, Path file, MergePolicy policy, long listId, Instant at) {
            var encoding = opened.source().encoding();
            var header = opened.layout().header();
            return new About(String.valueOf(file.getFileName()), encoding == null ? null : encoding.name(),
                    header == null || opened.source() instanceof VCardSource ? null : header.text(), policy, listId, at.toEpochMilli());
        }
    }

    ImportWriter(Database database, About about) {
        this.file = database.file();
        this.connection = database.ownConnection();
        try {
            ImportStatements.prepare(connection);
            this.importId = ImportStatements.begin(connection, about);
            this.statements = new ImportStatements(connection, about.policy(), importId, about.listId(), about.at());
            this.companies = new CompanyIds(connection);
        } catch (SQLException e) {
            close();
            throw StoreProblems.of(e, file);
        }
    }

    private void merged(Person person, Notices notices) throws SQLException {
        if (statements.isOfThisImport(person.canonical())) {
            notices.add(Kind.TWICE_IN_FILE, person.address().written());
        } else {
            statements.knownIntoList(person.canonical());
        }
    }

    @Override
    public long importId() {
        return importId;
    }

    @Override
    public Taken take(List<Draft> batch, Tally soFar, Notices notices) {
        try {
            connection.setAutoCommit(false);
            long first = statements.nextId();
            long id = first;
            boolean anySuppressed = statements.anySuppressed();
            for (var draft : batch) {
                switch (draft) {
                    case Person person -> statements.put(id++, person, companies.of(person));
                    case Draft.Rejected(var reject) -> statements.reject(reject);
                }
            }
            statements.flush();
            var added = statements.idsFrom(first);
            statements.intoList(first);
            int merged = 0;
            id = first;
            for (var draft : batch) {
                if (draft instanceof Person person) {
                    boolean isNew = added.get((int) (id++ - first));
                    if (!isNew) {
                        merged++;
                        merged(person, notices);
                    }
                    if (anySuppressed && statements.isSuppressed(person.canonical())) {
                        notices.add(Kind.SUPPRESSED, person.address().written());
                    }
                }
            }
            statements.account(soFar, added.cardinality(), merged);
            connection.commit();
            connection.setAutoCommit(true);
            return new Taken(added.cardinality(), merged);
        } catch (SQLException | RuntimeException e) {
            rollBack();
            throw StoreProblems.of(e, file);
        }
    }

    private void rollBack() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // a full disk has rolled back already; the connection is closed with this import
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
