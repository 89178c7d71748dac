package app.caravel.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;

/** A few of a campaign's recipients who differ most: what goes wrong in a mail goes wrong in one of theirs. */
public final class DifferentReaders {

    /** How many are chosen. */
    public static final int A_FEW = 3;

    /** What makes one differ. */
    public enum Why { LONGEST_NAME, MISSING_FIELD, OTHER_LANGUAGE, OTHER_COUNTRY, ANY }

    /** One that was chosen. */
    public record Reader(Contact contact, Why why) {}

    /** Of the mail that each gets. */
    private final ByLanguage<Set<String>> fields;
    private final Map<Why, Contact> found = new HashMap<>();
    private final List<Contact> first = new ArrayList<>();
    private final Kinds languages = new Kinds(Contact::language);
    private final Kinds countries = new Kinds(Contact::country);
    private int missing;
    private int longest;

    private DifferentReaders(ByLanguage<Set<String>> fields) {
        this.fields = fields;
    }

    /** Fewer where it goes to fewer; nobody who must not be written to. */
    public static List<Reader> of(Campaign campaign, Contacts contacts, Recipients recipients) {
        var fields = ByLanguage.of(campaign, DifferentReaders::fields);
        var not = new HashSet<Long>();
        recipients.forEach(campaign.audience(), person -> {
            if (person.suppressed() != null) {
                not.add(person.contactId());
            }
        });
        var readers = new DifferentReaders(fields);
        contacts.forEach(recipients.filter(campaign.audience()), contact -> {
            if (!not.contains(contact.id())) {
                readers.add(contact);
            }
        });
        return readers.chosen();
    }

    private static Set<String> fields(Campaign content) {
        var fields = new HashSet<>(Compiler.compile(new ContentSource(content.subject(), content.html(), content.text())).fields());
        fields.remove("unsubscribe_url");
        return fields;
    }

    private void add(Contact contact) {
        var name = contact.name();
        int length = name == null ? 0 : name.codePointCount(0, name.length());
        if (length > longest) {
            longest = length;
            found.put(Why.LONGEST_NAME, contact);
        }
        var values = contact.mergeValues();
        int lacks = (int) fields.of(contact.language()).stream().filter(field -> !values.containsKey(field)).count();
        if (lacks > missing) {
            missing = lacks;
            found.put(Why.MISSING_FIELD, contact);
        }
        languages.add(contact);
        countries.add(contact);
        if (first.size() < A_FEW * 2) {
            first.add(contact);
        }
    }

    private List<Reader> chosen() {
        var chosen = new LinkedHashMap<Long, Reader>();
        put(chosen, found.get(Why.LONGEST_NAME), Why.LONGEST_NAME);
        put(chosen, found.get(Why.MISSING_FIELD), Why.MISSING_FIELD);
        put(chosen, languages.other(chosen.keySet()), Why.OTHER_LANGUAGE);
        put(chosen, countries.other(chosen.keySet()), Why.OTHER_COUNTRY);
        first.forEach(contact -> put(chosen, contact, Why.ANY));
        return List.copyOf(chosen.values());
    }

    private static void put(Map<Long, Reader> chosen, @Nullable Contact contact, Why why) {
        if (contact != null && chosen.size() < A_FEW) {
            chosen.putIfAbsent(contact.id(), new Reader(contact, why));
        }
    }

    /** People by a kind of theirs: how many, and the first of each. */
    private static final class Kinds {
        private final Function<Contact, @Nullable String> kind;
        private final Map<String, Integer> counts = new LinkedHashMap<>();
        private final Map<String, Contact> first = new HashMap<>();

        Kinds(Function<Contact, @Nullable String> kind) {
            this.kind = kind;
        }

        void add(Contact contact) {
            var of = kind.apply(contact);
            if (of != null) {
                counts.merge(of, 1, Integer::sum);
                first.putIfAbsent(of, contact);
            }
        }

        /** One of the second most frequent kind, unless he is chosen already. */
        @Nullable Contact other(Set<Long> chosen) {
            var most = counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse("");
            return counts.entrySet().stream().filter(each -> !each.getKey().equals(most)).sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .map(each -> first.get(each.getKey())).filter(contact -> contact != null && !chosen.contains(contact.id())).findFirst().orElse(null);
        }
    }
}
