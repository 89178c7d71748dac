package app.caravel.contact.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;
import app.caravel.contact.Known;
import app.caravel.contact.imports.Draft.Person;
import app.caravel.store.Json;

/** Puts people into the table of contacts that the connection sees, by a policy. */
final class ContactPut {

    private final PreparedStatement put;
    private final long importId;
    private final long at;
    private final boolean companyTold;

    ContactPut(Connection connection, MergePolicy policy, long importId, long at) throws SQLException {
        this.importId = importId;
        this.at = at;
        this.put = connection.prepareStatement(MergeSql.put(policy, importId));
        this.companyTold = policy == MergePolicy.OVERWRITE;
    }

    /** @param id of a new contact; a known one keeps his */
    void add(long id, Person person, @Nullable Long company) throws SQLException {
        put.setLong(1, id);
        put.setString(2, person.canonical());
        put.setString(3, person.address().written());
        put.setString(4, person.others().isEmpty() ? "[]" : Json.write(person.others().stream().map(EmailAddress::written).toList()));
        int column = 5;
        for (var value : new @Nullable String[] {person.name(), person.firstName(), person.lastName(), person.salutation()}) {
            put.setString(column++, value);
        }
        put.setObject(column++, company);
        var where = person.where();
        for (var value : new @Nullable String[] {person.role(), value(where.country()), person.city(), person.phone(), value(where.language())}) {
            put.setString(column++, value);
        }
        put.setString(column++, person.attributes().isEmpty() ? "{}" : Json.write(person.attributes()));
        put.setLong(column++, importId);
        put.setLong(column++, at);
        for (var value : new @Nullable String[] {origin(where.country()), origin(where.language()), value(where.timeZone()), origin(where.timeZone())}) {
            put.setString(column++, value);
        }
        put.setLong(column++, person.line());
        if (companyTold) {
            put.setBoolean(column, person.company() != null);
        }
        put.addBatch();
    }

    private static @Nullable String value(@Nullable Known known) {
        return known == null ? null : known.value();
    }

    private static @Nullable String origin(@Nullable Known known) {
        return known == null ? null : known.origin().key();
    }

    void flush() throws SQLException {
        put.executeBatch();
    }
}
