package app.caravel.contact;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.contact.Duplicates.Pair;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** Companies that are likely one: shown, merged when somebody says so, and two again when it is taken back. */
public final class CompanyMerges {

    /** So many companies at one mail domain are a mail provider or a group that its people know better. */
    private static final int MOST = 8;

    private static final String DOMAIN = "substr(address, length(rtrim(address, replace(address, '@', ''))) + 1)";

    private final Jdbi db;
    private final Companies companies;
    private final Clock clock;

    public CompanyMerges(Database database, Companies companies, Clock clock) {
        this.db = database.jdbi();
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * Companies that are likely one.
     *
     * @param companies the one with the most people first
     * @param sameDomain whether their people have a mail domain in common; else their names are the same but for the legal form
     */
    public record Alike(List<Company> companies, boolean sameDomain) {

        public Alike {
            companies = List.copyOf(companies);
        }
    }

    /** All groups; of companies with people alone. */
    public List<Alike> find() {
        var byName = new LinkedHashMap<String, Set<Long>>();
        var byDomain = new LinkedHashMap<String, Set<Long>>();
        db.useHandle(h -> {
            h.createQuery("SELECT id, name FROM company WHERE name IS NOT domain AND EXISTS (SELECT 1 FROM contact WHERE company_id = company.id) ORDER BY id")
                    .map((row, _) -> byName.computeIfAbsent(Likeness.company(row.getString("name")), _ -> new java.util.TreeSet<>()).add(row.getLong("id"))).list();
            h.createQuery("SELECT DISTINCT company_id, " + DOMAIN + " AS domain FROM contact WHERE company_id IS NOT NULL ORDER BY company_id").map((row, _) -> {
                var domain = row.getString("domain");
                return !FreeMail.isDomain(domain) && byDomain.computeIfAbsent(domain, _ -> new java.util.TreeSet<>()).add(row.getLong("company_id"));
            }).list();
        });
        var apart = new HashSet<>(db.withHandle(h -> h.createQuery("SELECT first, second FROM not_the_same WHERE kind = 'company'")
                .map((row, _) -> new Pair(row.getLong("first"), row.getLong("second"))).list()));
        var groups = new LinkedHashMap<Set<Long>, Boolean>();
        byName.values().forEach(ids -> put(groups, ids, false, apart));
        byDomain.values().forEach(ids -> put(groups, ids, true, apart));
        return groups.entrySet().stream().map(each -> new Alike(each.getKey().stream().flatMap(id -> companies.find(id).stream())
                .sorted(Comparator.comparing(Company::people).reversed().thenComparing(Company::id)).toList(), each.getValue())).filter(alike -> alike.companies().size() > 1).toList();
    }

    private static void put(Map<Set<Long>, Boolean> groups, Set<Long> ids, boolean sameDomain, Set<Pair> apart) {
        if (ids.size() < 2 || ids.size() > MOST || groups.containsKey(ids)) {
            return;
        }
        long first = ids.iterator().next();
        var together = ids.stream().filter(id -> !apart.contains(Pair.of(first, id))).collect(Collectors.toCollection(java.util.TreeSet::new));
        if (together.size() > 1) {
            groups.putIfAbsent(together, sameDomain);
        }
    }

    private record Other(long id, String name, @Nullable String domain, @Nullable String country, List<Long> people) {}

    /**
     * Gives the people of others to one.
     *
     * @return the merge, to be taken back with
     */
    public long merge(long stays, List<Long> others) {
        return db.inTransaction(h -> {
            var before = row(h, stays);
            var kept = new ArrayList<Other>();
            for (long other : others) {
                kept.add(row(h, other));
                h.createUpdate("UPDATE contact SET company_id = :stays WHERE company_id = :other").bind("stays", stays).bind("other", other).execute();
                h.execute("DELETE FROM company WHERE id = ?", other);
            }
            var domain = kept.stream().map(Other::domain).filter(java.util.Objects::nonNull).findFirst().orElse(null);
            h.createUpdate("UPDATE company SET domain = coalesce(domain, :domain) WHERE id = :stays").bind("domain", domain).bind("stays", stays).execute();
            return h.createQuery("INSERT INTO company_merge (at, company_id, before, others) VALUES (:at, :stays, :before, :others) RETURNING id")
                    .bind("at", clock.millis()).bind("stays", stays).bind("before", Json.write(before)).bind("others", Json.write(kept)).mapTo(Long.class).one();
        });
    }

    private static Other row(Handle h, long id) {
        var people = h.createQuery("SELECT id FROM contact WHERE company_id = :id ORDER BY id").bind("id", id).mapTo(Long.class).list();
        return h.createQuery("SELECT * FROM company WHERE id = :id").bind("id", id)
                .map((row, _) -> new Other(id, row.getString("name"), row.getString("domain"), row.getString("country"), people)).findOne()
                .orElseThrow(() -> Problem.of("duplicates.company-gone"));
    }

    /** Takes a merge back: people who went to yet another company meanwhile stay there. */
    public void undo(long merge) {
        db.useTransaction(h -> {
            var found = h.createQuery("SELECT company_id, before, others FROM company_merge WHERE id = :merge").bind("merge", merge)
                    .map((row, _) -> Map.entry(Json.read(row.getString("before"), Other.class), List.of(Json.read(row.getString("others"), Other[].class)))).findOne();
            if (found.isEmpty()) {
                return;
            }
            var stayed = found.get().getKey();
            h.createUpdate("UPDATE company SET domain = :domain WHERE id = :id").bind("domain", stayed.domain()).bind("id", stayed.id()).execute();
            for (var other : found.get().getValue()) {
                h.createUpdate("INSERT OR IGNORE INTO company (id, name, domain, country) VALUES (:id, :name, :domain, :country)").bind("id", other.id())
                        .bind("name", other.name()).bind("domain", other.domain()).bind("country", other.country()).execute();
                h.createUpdate("""
                        UPDATE contact SET company_id = (SELECT id FROM company WHERE name = :name)
                        WHERE company_id = :stayed AND id IN (SELECT value FROM json_each(:people))""")
                    .bind("name", other.name()).bind("stayed", stayed.id()).bind("people", Json.write(other.people())).execute();
            }
            h.createUpdate("DELETE FROM company_merge WHERE id = :merge").bind("merge", merge).execute();
        });
    }

    /** They are two and are not shown as one again. */
    public void notTheSame(List<Long> ids) {
        db.useTransaction(h -> Duplicates.pairs(ids).forEach(pair -> h.execute("INSERT OR IGNORE INTO not_the_same (kind, first, second) VALUES ('company', ?, ?)", pair.first(), pair.second())));
    }

    /** Takes {@link #notTheSame} back. */
    public void perhapsTheSame(List<Long> ids) {
        db.useTransaction(h -> Duplicates.pairs(ids).forEach(pair -> h.execute("DELETE FROM not_the_same WHERE kind = 'company' AND first = ? AND second = ?", pair.first(), pair.second())));
    }
}
