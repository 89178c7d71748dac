package app.caravel.contact;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Filter.Order;
import app.caravel.contact.Filter.Who;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.store.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ContactsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    Database database;
    Contacts contacts;
    Lists lists;
    Suppressions suppressions;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        contacts = new Contacts(database);
        lists = new Lists(database, Clock.systemUTC());
        suppressions = new Suppressions(database);
        add(1, "k.weber@nordlicht.example", "Katrin Weber", "Nordlicht", "DE");
        add(2, "r@gulf.example", "Rashid Al Mansoori", "Gulf Bright 50%", "AE");
        add(3, "ken@hikari.example", "佐藤 健", "Hikari Denzai", "JP");
        add(4, "nobody@hikari.example", null, "Hikari Denzai", null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void add(long id, String address, @Nullable String name, String company, @Nullable String country) {
        database.jdbi().useHandle(h -> {
            h.execute("INSERT OR IGNORE INTO company (name) VALUES (?)", company);
            h.execute("""
                    INSERT INTO contact (id, address, written_address, name, company_id, country, attributes, created_at, changed_at)
                    VALUES (?, ?, ?, ?, (SELECT id FROM company WHERE name = ?), ?, '{"Grade":"A"}', 0, 0)""", id, address, address, name, company, country);
        });
    }

    private List<Long> ids(Filter filter) {
        return contacts.page(filter, 0, 10).stream().map(ContactRow::id).toList();
    }

    @Test
    void aContactIsFoundByItsAddressWhateverTheCase() {
        var found = contacts.find(new EmailAddress("K.Weber@Nordlicht.example")).orElseThrow();
        assertEquals("Nordlicht", found.company());
        assertEquals(Map.of("Grade", "A"), found.attributes());
        assertTrue(contacts.find(99).isEmpty());
    }

    @Test
    void everyWordIsSoughtInNameCompanyAndAddress() {
        assertEquals(List.of(3L, 4L), ids(Filter.EVERYONE.withWords("hikari").orderedBy(Order.ADDED, false)));
        assertEquals(List.of(3L), ids(Filter.EVERYONE.withWords("佐藤 hika")));
        assertEquals(List.of(2L), ids(Filter.EVERYONE.withWords("50%")));
        assertEquals(0, contacts.count(Filter.EVERYONE.withWords("_")));
    }

    @Test
    void theTableIsSortedByWhatItShows() {
        assertEquals(List.of(1L, 4L, 2L, 3L), ids(Filter.EVERYONE));
        assertEquals(List.of(3L, 2L, 4L, 1L), ids(Filter.EVERYONE.orderedBy(Order.NAME, true)));
        assertEquals(List.of(2L, 1L, 3L, 4L), ids(Filter.EVERYONE.orderedBy(Order.COUNTRY, false)));
        assertEquals(List.of(3L, 1L, 2L, 4L), ids(Filter.EVERYONE.orderedBy(Order.COUNTRY, true)));
        assertEquals(List.of(4L, 2L), contacts.page(Filter.EVERYONE, 1, 2).stream().map(ContactRow::id).toList());
    }

    private void set(long id, String header, String value) {
        database.jdbi().useHandle(h -> h.execute("UPDATE contact SET attributes = ? WHERE id = ?", Json.write(Map.of(header, value)), id));
    }

    @Test
    void aColumnOfTheirOwnSortsNumbersByWorthAndTextsByLettersTheEmptyOnesLast() {
        var header = "Pieces \"a year\" / 年用量.x";
        set(1, header, "1,200");
        set(2, header, "900");
        set(3, header, " ");
        set(4, header, "many");
        var up = Filter.EVERYONE.orderedByAttribute(header, false);
        assertEquals(List.of(2L, 1L, 4L, 3L), ids(up));
        assertEquals(List.of(1L, 2L, 4L, 3L), ids(Filter.EVERYONE.orderedByAttribute(header, true)));
        assertEquals(4, contacts.count(up));
        assertEquals(List.of(2L, 1L, 4L, 3L), contacts.ids(up));
        assertEquals(List.of(4L, 3L), ids(up.withWords("hikari")));
        var seen = new ArrayList<Long>();
        contacts.forEachRow(up, row -> seen.add(row.id()));
        assertEquals(List.of(2L, 1L, 4L, 3L), seen);
        assertEquals(up, up.withCountry("DE").cleared());
    }

    @Test
    void thousandsWithAPointSortAsThousands() {
        var header = "Menge";
        set(1, header, "1.200");
        set(2, header, "900");
        set(3, header, "1.100,50");
        set(4, header, "2026.3.18");
        assertEquals(List.of(2L, 3L, 1L, 4L), ids(Filter.EVERYONE.orderedByAttribute(header, false)));
    }

    @Test
    void peopleAreSortedByStageAndByWhetherTheyMayBeWrittenTo() {
        database.jdbi().useHandle(h -> h.execute("UPDATE contact SET stage = CASE id WHEN 1 THEN 'lapsed' WHEN 3 THEN 'prospect' WHEN 4 THEN 'active' END"));
        assertEquals(List.of(3L, 4L, 1L, 2L), ids(Filter.EVERYONE.orderedBy(Order.STAGE, false)));
        assertEquals(List.of(1L, 4L, 3L, 2L), ids(Filter.EVERYONE.orderedBy(Order.STAGE, true)));
        suppressions.add(new EmailAddress("ken@hikari.example"), SuppressionReason.MANUAL, null, Instant.EPOCH);
        assertEquals(List.of(3L, 1L, 2L, 4L), ids(Filter.EVERYONE.orderedBy(Order.STATE, false)));
        assertEquals(List.of(4L, 2L, 1L, 3L), ids(Filter.EVERYONE.orderedBy(Order.STATE, true)));
    }

    @Test
    void aTagNarrowsAListAndASearch() {
        var list = lists.create("Fair");
        lists.add(list.id(), List.of(1L, 3L, 4L));
        var tags = new Tags(database, Clock.systemUTC());
        var tag = tags.create("VIP");
        tags.add(tag.id(), List.of(2L, 3L, 4L));
        var both = Filter.ofList(list.id()).withTag(tag.id());
        assertEquals(List.of(4L, 3L), ids(both));
        assertEquals(List.of(3L), ids(both.withWords("ken@")));
    }

    @Test
    void aListKnowsItsPeople() {
        var list = lists.create("Canton Fair");
        assertEquals(3, lists.add(list.id(), List.of(1L, 2L, 3L)));
        assertEquals(0, lists.add(list.id(), List.of(1L)));
        assertEquals(1, lists.remove(list.id(), List.of(2L)));
        assertEquals(2, lists.find("canton fair").orElseThrow().size());
        assertEquals(list.id(), lists.create("CANTON FAIR").id());
        assertEquals(List.of(1L, 3L), ids(Filter.ofList(list.id())));
        var seen = new ArrayList<Long>();
        contacts.forEachOfList(list.id(), contact -> seen.add(contact.id()));
        assertEquals(List.of(1L, 3L), seen);
        assertEquals(List.of("Canton Fair"), lists.ofContact(1).stream().map(ContactList::name).toList());
        assertThrows(Problem.class, () -> lists.get("Nowhere"));
        lists.delete(list.id());
        assertEquals(4, contacts.count(Filter.EVERYONE));
    }

    @Test
    void takingBackDoNotWriteLeavesWhoUnsubscribedMeanwhile() {
        var stays = new EmailAddress("stays@gulf.example");
        var goes = new EmailAddress("goes@gulf.example");
        suppressions.add(stays, SuppressionReason.MANUAL, null, NOW);
        suppressions.add(goes, SuppressionReason.MANUAL, null, NOW);
        assertFalse(suppressions.add(stays, SuppressionReason.UNSUBSCRIBED, "Autumn offer", NOW.plusSeconds(5)));
        suppressions.takeBack(java.util.List.of(stays.canonical(), goes.canonical()));
        assertTrue(suppressions.isSuppressed(stays));
        assertEquals(SuppressionReason.UNSUBSCRIBED, suppressions.find(stays).orElseThrow().reason());
        assertFalse(suppressions.isSuppressed(goes));
    }

    @Test
    void aSuppressedAddressKeepsItsFirstReason() {
        var address = new EmailAddress("R@Gulf.example");
        assertTrue(suppressions.add(address, SuppressionReason.UNSUBSCRIBED, "Autumn offer", NOW));
        assertFalse(suppressions.add(address, SuppressionReason.MANUAL, null, NOW.plusSeconds(1)));
        assertTrue(suppressions.isSuppressed(new EmailAddress("r@gulf.example")));
        assertEquals(new Suppression("r@gulf.example", SuppressionReason.UNSUBSCRIBED, "Autumn offer", NOW, false), suppressions.all().getFirst());
        assertEquals(Map.of(SuppressionReason.UNSUBSCRIBED, 1), suppressions.counts());
        assertEquals(List.of(2L), ids(Filter.EVERYONE.withWho(Who.SUPPRESSED)));
        assertEquals(SuppressionReason.UNSUBSCRIBED, contacts.page(Filter.EVERYONE.withSuppressed(SuppressionReason.UNSUBSCRIBED), 0, 1).getFirst().suppressed());
        assertEquals(3, contacts.count(Filter.EVERYONE.withWho(Who.WRITABLE)));
        assertEquals(SuppressionReason.UNSUBSCRIBED, suppressions.remove(address.canonical(), "asked for it again by phone", NOW.plusSeconds(9)).reason());
        assertEquals(0, suppressions.count());
    }

    @Test
    void aContactIsCorrectedByHand() {
        new Derivations(database).run();
        var before = contacts.find(1).orElseThrow();
        contacts.correct(1, new Correction("Katrin Meyer", "Katrin", "Meyer", "Nordlicht GmbH", " Purchasing ", "DE", "Hamburg", "040 5550 1870", "de"), NOW);
        var after = contacts.find(1).orElseThrow();
        assertEquals("Katrin Meyer", after.name());
        assertEquals("Meyer", after.lastName());
        assertEquals("Nordlicht GmbH", after.company());
        assertEquals("Purchasing", after.role());
        assertEquals("+494055501870", after.phone());
        assertEquals(before.attributes(), after.attributes());
        contacts.correct(1, Correction.of(before), NOW);
        assertEquals(before, contacts.find(1).orElseThrow());
        assertThrows(Problem.class, () -> contacts.correct(1, new Correction(null, null, null, null, null, null, null, "call me", null), NOW));
    }

    @Test
    void peopleAreCountedAndSoughtByCountryAndLanguage() {
        assertEquals(Map.of("DE", 1, "AE", 1, "JP", 1, "", 1), contacts.countries());
        assertEquals(Map.of("", 4), contacts.languages());
        contacts.correct(3, new Correction("佐藤 健", null, null, "Hikari Denzai", null, "JP", null, null, "ja"), NOW);
        assertEquals(List.of(3L), ids(Filter.EVERYONE.withLanguage("ja")));
        assertEquals(3, contacts.count(Filter.EVERYONE.withLanguage("")));
        assertTrue(Filter.EVERYONE.withWords(" ").fitsAll());
        assertFalse(Filter.EVERYONE.withLanguage("").fitsAll());
        assertEquals(List.of(1L, 3L), contacts.idsAt(Filter.EVERYONE, List.of(0, 3, 9)));
        var seen = new ArrayList<Long>();
        contacts.forEach(Filter.EVERYONE.withWords("hikari").orderedBy(Order.COMPANY, true), contact -> seen.add(contact.id()));
        contacts.forEach(List.of(2L, 1L, 77L), contact -> seen.add(contact.id()));
        assertEquals(List.of(4L, 3L, 1L, 2L), seen);
    }
}
