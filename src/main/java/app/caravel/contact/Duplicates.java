package app.caravel.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jdbi.v3.core.Jdbi;

import app.caravel.contact.Duplicate.Why;
import app.caravel.contact.Likeness.Key;
import app.caravel.contact.Likeness.Row;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** Contacts that are likely one person: shown for merging, never merged by themselves. */
public final class Duplicates {

    /** So many of one name at one company are no people but a word in the name's column. */
    private static final int MOST = 12;

    private final Jdbi db;

    public Duplicates(Database database) {
        this.db = database.jdbi();
    }

    /**
     * All groups, the surest first. Reads every contact twice: first only the hashes of what they could share are kept, so
     * that a million fit into little memory.
     */
    public List<Duplicate> find() {
        var shared = shared();
        if (shared.isEmpty()) {
            return List.of();
        }
        var holders = new LinkedHashMap<Key, List<Long>>();
        rows(row -> Likeness.of(row).stream().distinct().filter(key -> shared.contains(hash(key))).forEach(key -> holders.computeIfAbsent(key, _ -> new ArrayList<>()).add(row.id())));
        var apart = apart();
        var groups = new Groups();
        holders.forEach((key, ids) -> {
            if (ids.size() > 1 && (ids.size() <= MOST || key.why() == Why.SAME_MAILBOX)) {
                groups.join(ids, key.why(), apart);
            }
        });
        return groups.all();
    }

    private Set<Long> shared() {
        var hashes = new Hashes();
        rows(row -> Likeness.of(row).stream().distinct().forEach(key -> hashes.add(hash(key))));
        return hashes.repeated();
    }

    private void rows(Consumer<Row> action) {
        db.useHandle(h -> {
            try (var rows = h.createQuery("SELECT id, address, other_addresses, name, company_id, phone FROM contact ORDER BY id").map((row, _) -> {
                var others = row.getString("other_addresses");
                long company = row.getLong("company_id");
                return new Row(row.getLong("id"), row.getString("address"),
                        others.equals("[]") ? List.of() : Json.array(others).stream().map(each -> new EmailAddress(each).canonical()).toList(),
                        row.getString("name"), company == 0 ? null : company, row.getString("phone"));
            }).stream()) {
                rows.forEach(action);
            }
        });
    }

    private static long hash(Key key) {
        long hash = key.why().ordinal() + 0x9E3779B97F4A7C15L;
        for (int i = 0; i < key.text().length(); i++) {
            hash = (hash ^ key.text().charAt(i)) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /** They are two and are not shown as one again. */
    public void notTheSame(List<Long> contacts) {
        db.useTransaction(h -> {
            var batch = h.prepareBatch("INSERT OR IGNORE INTO not_the_same (kind, first, second) VALUES ('contact', :first, :second)");
            pairs(contacts).forEach(pair -> batch.bind("first", pair.first()).bind("second", pair.second()).add());
            batch.execute();
        });
    }

    /** Takes {@link #notTheSame} back. */
    public void perhapsTheSame(List<Long> contacts) {
        db.useTransaction(h -> {
            var batch = h.prepareBatch("DELETE FROM not_the_same WHERE kind = 'contact' AND first = :first AND second = :second");
            pairs(contacts).forEach(pair -> batch.bind("first", pair.first()).bind("second", pair.second()).add());
            batch.execute();
        });
    }

    /** The smaller id first. */
    record Pair(long first, long second) {
        static Pair of(long one, long other) {
            return new Pair(Math.min(one, other), Math.max(one, other));
        }
    }

    static List<Pair> pairs(List<Long> contacts) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < contacts.size(); i++) {
            for (int j = i + 1; j < contacts.size(); j++) {
                pairs.add(Pair.of(contacts.get(i), contacts.get(j)));
            }
        }
        return pairs;
    }

    private Set<Pair> apart() {
        return new HashSet<>(db.withHandle(h -> h.createQuery("SELECT first, second FROM not_the_same WHERE kind = 'contact'")
                .map((row, _) -> new Pair(row.getLong("first"), row.getLong("second"))).list()));
    }

    /** Numbers in little room, and which of them came more than once. */
    private static final class Hashes {
        private long[] all = new long[1024];
        private int size;

        void add(long hash) {
            if (size == all.length) {
                all = Arrays.copyOf(all, size * 2);
            }
            all[size++] = hash;
        }

        Set<Long> repeated() {
            Arrays.sort(all, 0, size);
            var repeated = new HashSet<Long>();
            for (int i = 1; i < size; i++) {
                if (all[i] == all[i - 1]) {
                    repeated.add(all[i]);
                }
            }
            return repeated;
        }
    }

    /** Joins those who share something; whoever is joined to somebody of a group is in it. */
    private static final class Groups {
        private final Map<Long, Long> parents = new HashMap<>();
        private final Map<Long, Set<Why>> whys = new HashMap<>();

        void join(List<Long> ids, Why why, Set<Pair> apart) {
            for (int i = 0; i < ids.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (!apart.contains(Pair.of(ids.get(i), ids.get(j)))) {
                        long root = root(ids.get(j));
                        parents.put(root(ids.get(i)), root);
                        whys.computeIfAbsent(ids.get(i), _ -> EnumSet.noneOf(Why.class)).add(why);
                        break;
                    }
                }
            }
        }

        private long root(long id) {
            long at = id;
            for (long up = parents.getOrDefault(at, at); up != at; up = parents.getOrDefault(at, at)) {
                at = up;
            }
            return at;
        }

        List<Duplicate> all() {
            var members = new LinkedHashMap<Long, List<Long>>();
            var reasons = new HashMap<Long, Set<Why>>();
            whys.forEach((id, why) -> reasons.computeIfAbsent(root(id), _ -> EnumSet.noneOf(Why.class)).addAll(why));
            var everyone = new java.util.TreeSet<>(parents.keySet());
            everyone.addAll(parents.values());
            everyone.forEach(id -> members.computeIfAbsent(root(id), _ -> new ArrayList<>()).add(id));
            return members.entrySet().stream().filter(each -> each.getValue().size() > 1)
                    .map(each -> new Duplicate(each.getValue(), reasons.getOrDefault(each.getKey(), EnumSet.of(Why.SAME_MAILBOX))))
                    .sorted(java.util.Comparator.comparing((Duplicate each) -> each.whys().iterator().next()).thenComparing(each -> each.contacts().getFirst()))
                    .toList();
        }
    }
}
