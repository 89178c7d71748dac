package app.caravel.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** The companies that contacts belong to. One that nobody belongs to is not shown. */
public final class Companies {

    private static final String WHOLE = """
            SELECT company.id, company.name, company.domain, company.country AS said,
                   (SELECT contact.country FROM contact WHERE contact.company_id = company.id AND contact.country IS NOT NULL
                    GROUP BY contact.country ORDER BY count(*) DESC, contact.country LIMIT 1) AS of_people,
                   (SELECT count(*) FROM contact WHERE contact.company_id = company.id) AS people
            FROM company
            """;

    private final Jdbi db;

    public Companies(Database database) {
        this.db = database.jdbi();
    }

    public Optional<Company> find(long id) {
        return db.withHandle(h -> h.createQuery(WHOLE + "WHERE company.id = :id").bind("id", id).map((row, _) -> company(row)).findOne());
    }

    public Optional<Company> find(String name) {
        return db.withHandle(h -> h.createQuery(WHOLE + "WHERE company.name = :name").bind("name", name.strip()).map((row, _) -> company(row)).findOne());
    }

    /** The company of a contact. */
    public Optional<Company> ofContact(long contact) {
        return db.withHandle(h -> h.createQuery(WHOLE + "WHERE company.id = (SELECT company_id FROM contact WHERE contact.id = :contact)").bind("contact", contact)
                .map((row, _) -> company(row)).findOne());
    }

    /** How many have people and this part in name or domain. */
    public int count(String part) {
        return db.withHandle(h -> h.createQuery("SELECT count(*) FROM company WHERE " + FITS).bind("like", like(part)).mapTo(Integer.class).one());
    }

    private static final String FITS = """
            (company.name LIKE :like ESCAPE '~' OR company.domain LIKE :like ESCAPE '~') AND EXISTS (SELECT 1 FROM contact WHERE contact.company_id = company.id)""";

    /** By name, or those with the most people first. */
    public List<Company> page(String part, boolean byPeople, int offset, int limit) {
        return db.withHandle(h -> h.createQuery(WHOLE + "WHERE " + FITS + " ORDER BY " + (byPeople ? "people DESC, " : "") + "company.name, company.id LIMIT :limit OFFSET :offset")
                .bind("like", like(part)).bind("limit", limit).bind("offset", offset).map((row, _) -> company(row)).list());
    }

    /** Its people by name, the first so many. */
    public List<Long> people(long company, int limit) {
        return db.withHandle(h -> h.createQuery("SELECT id FROM contact WHERE company_id = :company ORDER BY coalesce(name, address) COLLATE NOCASE, id LIMIT :limit")
                .bind("company", company).bind("limit", limit).mapTo(Long.class).list());
    }

    /**
     * Gives it another name; returns the one it had.
     *
     * @throws Problem where the name is empty, or another company has it
     */
    public Optional<String> rename(long id, String name) {
        var stripped = name.strip();
        if (stripped.isEmpty()) {
            throw Problem.of("company.without-name");
        }
        return db.inTransaction(h -> {
            var taken = h.createQuery("SELECT name FROM company WHERE name = :name AND id <> :id").bind("name", stripped).bind("id", id).mapTo(String.class).findOne();
            if (taken.isPresent()) {
                throw Problem.of("company.name-taken", "company", taken.get());
            }
            var before = h.createQuery("SELECT name FROM company WHERE id = :id").bind("id", id).mapTo(String.class).findOne();
            h.createUpdate("UPDATE company SET name = :name WHERE id = :id").bind("name", stripped).bind("id", id).execute();
            return before;
        });
    }

    /**
     * Says where it sits; null: as its people and its domain say. Returns what was said before.
     *
     * @throws Problem where it is no country's code
     */
    public @Nullable String setCountry(long id, @Nullable String code) {
        var kept = Fact.COUNTRY.kept(code, null);
        return db.inTransaction(h -> {
            var before = h.createQuery("SELECT country FROM company WHERE id = :id").bind("id", id).map((row, _) -> Optional.ofNullable(row.getString("country"))).findOne();
            h.createUpdate("UPDATE company SET country = :country WHERE id = :id").bind("country", kept).bind("id", id).execute();
            return before.flatMap(each -> each).orElse(null);
        });
    }

    private static Company company(ResultSet row) throws SQLException {
        var domain = row.getString("domain");
        var said = row.getString("said");
        var ofPeople = row.getString("of_people");
        var ofDomain = domain == null ? null : CountryEndings.countryOf(domain);
        var country = said != null ? said : ofPeople != null ? ofPeople : ofDomain;
        var origin = said != null ? Origin.HAND : ofPeople != null ? Origin.COLUMN : ofDomain != null ? Origin.DOMAIN : null;
        return new Company(row.getLong("id"), row.getString("name"), domain, country, origin, row.getInt("people"));
    }

    private static String like(String part) {
        return "%" + part.strip().replace("~", "~~").replace("%", "~%").replace("_", "~_") + "%";
    }
}
