package app.caravel.contact.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.FreeMail;
import app.caravel.contact.imports.Draft.Person;

/**
 * The company a person belongs to: the one the row names, else the one of the mail's domain, made where it is missing. One
 * known by its domain alone carries the domain as its name.
 */
final class CompanyIds {

    private static final int REMEMBERED = 50_000;

    private final PreparedStatement insert;
    private final PreparedStatement find;
    private final PreparedStatement ofDomain;
    private final Map<String, Long> known = new LinkedHashMap<>(1_000, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    CompanyIds(Connection connection) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO company (name, domain) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET domain = coalesce(domain, excluded.domain) RETURNING id");
        find = connection.prepareStatement("SELECT id FROM company WHERE name = ?1");
        ofDomain = connection.prepareStatement("SELECT min(id) FROM company WHERE domain = ?1 HAVING count(*) = 1");
    }

    @Nullable Long of(Person person) throws SQLException {
        var domain = person.canonical().substring(person.canonical().lastIndexOf('@') + 1);
        boolean own = !FreeMail.isDomain(domain) && domain.charAt(0) != '[';
        if (person.company() != null) {
            return id(person.company(), own ? domain : null);
        }
        return own ? idOfDomain(domain) : null;
    }

    private Long id(String name, @Nullable String domain) throws SQLException {
        var remembered = known.get(name);
        if (remembered != null) {
            return remembered;
        }
        find.setString(1, name);
        var found = one(find);
        if (found == null) {
            insert.setString(1, name);
            insert.setString(2, domain);
            found = one(insert);
        }
        if (found == null) {
            throw new SQLException("a company was neither found nor made");
        }
        known.put(name, found);
        return found;
    }

    /** The one company with this domain; where there are several, nobody knows which. */
    private Long idOfDomain(String domain) throws SQLException {
        var remembered = known.get("@" + domain);
        if (remembered != null) {
            return remembered;
        }
        ofDomain.setString(1, domain);
        var found = one(ofDomain);
        var id = found == null ? id(domain, domain) : found;
        known.put("@" + domain, id);
        return id;
    }

    private static @Nullable Long one(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            return row.next() ? row.getLong(1) : null;
        }
    }
}
