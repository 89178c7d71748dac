package app.caravel.contact;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.MessageOwners;
import app.caravel.contact.Duplicate.Why;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Likely duplicates, merged and taken back. */
class MergesTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    Database database;
    Contacts contacts;
    Duplicates duplicates;
    Merges merges;
    Suppressions suppressions;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        contacts = new Contacts(database);
        duplicates = new Duplicates(database);
        merges = new Merges(database, new MessageOwners(), clock);
        suppressions = new Suppressions(database);
        database.jdbi().useHandle(h -> {
            h.execute("INSERT INTO company (id, name) VALUES (1, 'Nordlicht GmbH'), (2, 'Nordlicht GmbH & Co. KG')");
            h.execute("INSERT INTO list (id, name, created_at) VALUES (1, 'Fair', 0), (2, 'Web', 0)");
        });
        add(1, "k.weber@nordlicht.example", "Katrin Weber", 1L, null, "{\"Grade\":\"A\",\"Source\":\"Fair\"}");
        add(2, "katrin.weber@nordlicht.example", "Weber, Katrin", 2L, "+4940123456", "{\"Grade\":\"B\"}");
        add(3, "j.smith@gmail.com", "John Smith", null, "+12025550123", "{}");
        add(4, "js@work.example", "Dr. John SMITH", null, "+12025550123", "{}");
        add(5, "ann.lee@gmail.com", "Ann Lee", null, null, "{}");
        add(6, "annlee+fair@googlemail.com", null, null, null, "{}");
        add(7, "x@gmail.com", "Wang Wei", null, null, "{}");
        add(8, "y@gmail.com", "Wang Wei", null, null, "{}");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void likelyDuplicatesAreShownWithTheReasonAndNamesakesElsewhereAreNot() {
        assertEquals(List.of(
                new Duplicate(List.of(5L, 6L), EnumSet.of(Why.SAME_MAILBOX)),
                new Duplicate(List.of(3L, 4L), EnumSet.of(Why.SAME_NAME_AND_PHONE)),
                new Duplicate(List.of(1L, 2L), EnumSet.of(Why.SAME_NAME_AND_COMPANY))), duplicates.find());
    }

    @Test
    void whoWasSaidToBeTwoIsNotShownAgainUntilThatIsTakenBack() {
        duplicates.notTheSame(List.of(2L, 1L));
        assertFalse(duplicates.find().stream().anyMatch(each -> each.contacts().contains(1L)));
        duplicates.perhapsTheSame(List.of(1L, 2L));
        assertTrue(duplicates.find().stream().anyMatch(each -> each.contacts().contains(1L)));
    }

    @Test
    void aPlaceholderInTheNameColumnIsNoPerson() {
        for (int i = 100; i < 120; i++) {
            add(i, "p" + i + "@big.example", "Purchasing", null, null, "{}");
        }
        assertEquals(3, duplicates.find().size());
    }

    /** The one that came over goes back to him it came from; the one that was said since stays with him it was said of. */
    @Test
    void aNextStepSaidAfterTheMergeIsKeptWhenItIsTakenBack() {
        var steps = new NextSteps(database, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC));
        database.jdbi().useHandle(h -> h.execute("INSERT INTO next_step (contact_id, day, word, set_at) VALUES (2, '2026-12-01', 'call', 9)"));
        long merge = merges.merge(1, List.of(2L), Map.of());
        assertEquals("call", steps.of(1).orElseThrow().word());
        steps.set(1, LocalDate.of(2026, 12, 8), "send the samples");
        assertTrue(merges.undo(merge));
        assertEquals(new NextStep(1, LocalDate.of(2026, 12, 8), "send the samples"), steps.of(1).orElseThrow());
        assertEquals("call", steps.of(2).orElseThrow().word());
        long again = merges.merge(1, List.of(2L), Map.of());
        steps.set(1, LocalDate.of(2026, 12, 9), "ring him");
        assertTrue(merges.undo(again));
        assertEquals("ring him", steps.of(1).orElseThrow().word(), "his own one, changed since");
    }

    @Test
    void theOneWhoStaysGetsWhatTheOtherHadAndUndoMakesTwoOfThemAgain() {
        database.jdbi().useHandle(h -> {
            h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (1, 1, 5), (1, 2, 6), (2, 2, 7)");
            h.execute("INSERT INTO tag (id, name, created_at) VALUES (1, 'VIP', 0)");
            h.execute("INSERT INTO contact_tag VALUES (1, 2, 3)");
            h.execute("INSERT INTO note (contact_id, at, text) VALUES (2, 9, 'likes panels')");
            h.execute("INSERT INTO next_step (contact_id, day, word, set_at) VALUES (2, '2026-12-01', 'call', 9)");
        });
        mail(1, 1, 2, "sent");
        var before = dump();
        long merge = merges.merge(1, List.of(2L), Map.of(Fact.COMPANY, 2L));
        var one = contacts.find(1).orElseThrow();
        assertTrue(contacts.find(2).isEmpty());
        assertEquals("Katrin Weber", one.name());
        assertEquals("Nordlicht GmbH & Co. KG", one.company());
        assertEquals("+4940123456", one.phone());
        assertEquals(List.of("katrin.weber@nordlicht.example"), one.otherAddresses().stream().map(EmailAddress::written).toList());
        assertEquals(Map.of("Grade", "A", "Source", "Fair", "Grade (2)", "B"), one.attributes());
        assertEquals(List.of(1L, 2L), numbers("SELECT list_id FROM list_member WHERE contact_id = 1 ORDER BY 1"));
        assertEquals(List.of(1L), numbers("SELECT contact_id FROM contact_tag"));
        assertEquals(List.of(1L), numbers("SELECT contact_id FROM note"));
        assertEquals(List.of(1L), numbers("SELECT contact_id FROM next_step"));
        assertEquals(List.of(1L), numbers("SELECT contact_id FROM message"));
        assertEquals(1L, merges.mergedInto(new EmailAddress("Katrin.Weber@nordlicht.example")).orElseThrow());
        assertEquals(List.of(new Merges.Past(merge, NOW, "Katrin Weber", 2)), merges.all());
        assertEquals(List.of(), new Deletions(database, Clock.fixed(NOW, ZoneOffset.UTC)).all(), "who was merged was not deleted");
        assertTrue(merges.undo(merge));
        assertEquals(List.of(), merges.all());
        assertEquals(before, dump());
        assertFalse(merges.undo(merge));
    }

    /** Else the next import of the same file would make two of them again. */
    @Test
    void whoComesInUnderAnAddressThatWasMergedAwayIsTheOneWhoStayed() throws java.io.IOException {
        merges.merge(1, List.of(2L), Map.of());
        var file = java.nio.file.Files.writeString(folder.resolve("again.csv"), "E-mail,Name,City\nKatrin.Weber@nordlicht.example,Katrin Weber,Hamburg\n");
        var importer = new app.caravel.contact.imports.Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC());
        var result = importer.run(file, app.caravel.contact.imports.ImportOptions.NOTICED, "Again", app.caravel.contact.imports.Progress.NONE);
        assertEquals(1, result.merged());
        assertEquals("Hamburg", contacts.find(1).orElseThrow().city());
        assertEquals(1, contacts.find(1).orElseThrow().otherAddresses().size());
    }

    @Test
    void anImportIsTakenBackAsAWholeAfterAMergeOfItsPeopleWasTakenBack() throws java.io.IOException {
        var file = java.nio.file.Files.writeString(folder.resolve("fair.csv"), "E-mail,Name,Phone\nli@a.example,Li Wei,\nwei.li@b.example,Li Wei,+86 20 8888 9999\n");
        var later = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
        var importer = new app.caravel.contact.imports.Importer(database, new Lists(database, later), later);
        new Derivations(database).run();
        var before = dump();
        long id = importer.run(file, app.caravel.contact.imports.ImportOptions.NOTICED, "Fair of this year", app.caravel.contact.imports.Progress.NONE).importId();
        long stays = contacts.find(new EmailAddress("li@a.example")).orElseThrow().id();
        assertTrue(merges.undo(merges.merge(stays, List.of(contacts.find(new EmailAddress("wei.li@b.example")).orElseThrow().id()), Map.of())));
        assertEquals(new app.caravel.contact.imports.Importer.Undone(2, 0, 0), importer.undo(id));
        assertEquals(before, dump());
    }

    @Test
    void whoWasChangedAfterAMergeStaysWhenItAndTheImportAreTakenBack() throws java.io.IOException {
        var file = java.nio.file.Files.writeString(folder.resolve("fair.csv"), "E-mail,Name\nli@a.example,Li Wei\nwei.li@b.example,Li Wei\n");
        var importer = new app.caravel.contact.imports.Importer(database, new Lists(database, Clock.systemUTC()), Clock.fixed(NOW, ZoneOffset.UTC));
        long id = importer.run(file, app.caravel.contact.imports.ImportOptions.NOTICED, "Fair of this year", app.caravel.contact.imports.Progress.NONE).importId();
        long stays = contacts.find(new EmailAddress("li@a.example")).orElseThrow().id();
        long merge = merges.merge(stays, List.of(contacts.find(new EmailAddress("wei.li@b.example")).orElseThrow().id()), Map.of());
        new Edits(database, Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC)).set(stays, Fact.ROLE, "Buyer");
        assertTrue(merges.undo(merge));
        assertEquals(new app.caravel.contact.imports.Importer.Undone(1, 0, 1), importer.undo(id));
        assertEquals("Buyer", contacts.find(stays).orElseThrow().role());
    }

    @Test
    void ofACampaignThatBothGotEachKeepsHisOwn() {
        mail(1, 1, 1, "sent");
        mail(2, 1, 2, "sent");
        long merge = merges.merge(1, List.of(2L), Map.of());
        assertEquals(List.of(1L, 2L), numbers("SELECT contact_id FROM message ORDER BY id"));
        assertTrue(merges.undo(merge));
        assertEquals(List.of(1L, 2L), numbers("SELECT contact_id FROM message ORDER BY id"));
    }

    @Test
    void whoUnsubscribedUnderOneAddressIsNotWrittenToUnderTheOtherAndADeadMailboxIsNoWish() {
        suppressions.add(new EmailAddress("js@work.example"), SuppressionReason.UNSUBSCRIBED, "Autumn", NOW);
        long merge = merges.merge(3, List.of(4L), Map.of());
        assertTrue(suppressions.isSuppressed(new EmailAddress("j.smith@gmail.com")));
        merges.undo(merge);
        assertFalse(suppressions.isSuppressed(new EmailAddress("j.smith@gmail.com")));
        assertTrue(suppressions.isSuppressed(new EmailAddress("js@work.example")));
        suppressions.add(new EmailAddress("katrin.weber@nordlicht.example"), SuppressionReason.HARD_BOUNCE, null, NOW);
        merges.merge(1, List.of(2L), Map.of());
        assertFalse(suppressions.isSuppressed(new EmailAddress("k.weber@nordlicht.example")));
    }

    @Test
    void whoUnsubscribesHimselfAfterTheMergeStaysSoWhenItIsTakenBack() {
        suppressions.add(new EmailAddress("js@work.example"), SuppressionReason.MANUAL, null, NOW);
        long merge = merges.merge(3, List.of(4L), Map.of());
        suppressions.add(new EmailAddress("j.smith@gmail.com"), SuppressionReason.UNSUBSCRIBED, "Autumn", NOW.plusSeconds(60));
        merges.undo(merge);
        assertEquals(SuppressionReason.UNSUBSCRIBED, suppressions.find(new EmailAddress("j.smith@gmail.com")).orElseThrow().reason());
    }

    @Test
    void aNoteThatWasEditedSinceStaysWithTheOneWhoHasIt() {
        database.jdbi().useHandle(h -> h.execute("INSERT INTO note (contact_id, at, text) VALUES (2, 9, 'likes panels')"));
        long merge = merges.merge(1, List.of(2L), Map.of());
        database.jdbi().useHandle(h -> h.execute("UPDATE note SET text = 'likes DALI', edited_at = ? WHERE contact_id = 1", NOW.plusSeconds(60).toEpochMilli()));
        merges.undo(merge);
        assertEquals(List.of(1L, 2L), numbers("SELECT contact_id FROM note ORDER BY 1"));
    }

    @Test
    void nobodyIsMergedWhileMailWaitsForHimOrWhenHeIsGone() {
        mail(1, 1, 2, "queued");
        var before = dump();
        assertEquals("duplicates.mail-waits", assertThrows(Problem.class, () -> merges.merge(1, List.of(2L), Map.of())).reason().key());
        assertEquals("duplicates.gone", assertThrows(Problem.class, () -> merges.merge(1, List.of(99L), Map.of())).reason().key());
        assertEquals(before, dump());
    }

    @Test
    void whatWasChangedSinceStaysWhenTheMergeIsTakenBack() {
        long merge = merges.merge(1, List.of(2L), Map.of());
        database.jdbi().useHandle(h -> h.execute("UPDATE contact SET role = 'Buyer', phone = '+491' WHERE id = 1"));
        merges.undo(merge);
        assertEquals("Buyer", contacts.find(1).orElseThrow().role());
        assertEquals("+491", contacts.find(1).orElseThrow().phone());
        assertEquals("+4940123456", contacts.find(2).orElseThrow().phone());
    }

    @Test
    void companiesOfOneNameButForTheirLegalFormOrOfOneMailDomainAreShownAndMerged() {
        var companies = new Companies(database);
        var same = new CompanyMerges(database, companies, Clock.fixed(NOW, ZoneOffset.UTC));
        assertEquals(List.of(List.of("Nordlicht GmbH", "Nordlicht GmbH & Co. KG")),
                same.find().stream().map(each -> each.companies().stream().map(Company::name).toList()).toList());
        long merge = same.merge(1, List.of(2L));
        assertEquals(2, companies.find(1).orElseThrow().people());
        assertEquals(List.of(), same.find());
        same.undo(merge);
        assertEquals("Nordlicht GmbH & Co. KG", contacts.find(2).orElseThrow().company());
        same.notTheSame(List.of(1L, 2L));
        assertEquals(List.of(), same.find());
    }

    @Test
    void namesAreComparedWithoutTitlesOrderCaseAndAccents() {
        assertEquals(Likeness.name("Dr. José Muñoz"), Likeness.name("MUNOZ, Jose"));
        assertEquals(Likeness.company("广州明亮照明有限公司"), Likeness.company("广州明亮照明股份有限公司"));
        assertEquals(Likeness.company("Gulf Bright Trading L.L.C"), Likeness.company("GULF BRIGHT TRADING LLC"));
        assertFalse(Likeness.company("Group Holding Ltd").isEmpty());
    }

    private void add(long id, String address, @Nullable String name, @Nullable Long company, @Nullable String phone, String attributes) {
        database.jdbi().useHandle(h -> h.execute("INSERT INTO contact (id, address, written_address, name, company_id, phone, attributes, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1, 1)",
                id, address, address, name, company, phone, attributes));
    }

    private void mail(long id, long campaign, long contact, String state) {
        database.jdbi().useHandle(h -> {
            h.execute("INSERT OR IGNORE INTO campaign (id, name, state, created_at, changed_at) VALUES (?, ?, 'finished', 0, 0)", campaign, "C" + campaign);
            h.execute("INSERT INTO message (id, campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since) VALUES (?, ?, ?, 'a', 'a', 1, ?, ?, ?, 0)",
                    id, campaign, contact, new byte[] {(byte) id}, "<" + id + ">", state);
        });
    }

    private List<Long> numbers(String sql) {
        return database.jdbi().withHandle(h -> h.createQuery(sql).mapTo(Long.class).list());
    }

    /** Everything about people, but for numbers of rows. */
    private Map<String, List<Map<String, Object>>> dump() {
        var all = new TreeMap<String, List<Map<String, Object>>>();
        for (var table : List.of("contact", "list_member", "contact_tag", "note", "next_step", "message", "suppression", "merged_address", "merge", "deleted_contact")) {
            all.put(table, database.jdbi().withHandle(h -> h.createQuery("SELECT * FROM " + table + " ORDER BY 1, 2").mapToMap().list()).stream().map(row -> {
                var kept = new TreeMap<String, Object>(row);
                kept.keySet().removeAll(List.of("derived", "random_id"));
                if (table.equals("note")) {
                    kept.remove("id");
                }
                kept.values().removeIf(java.util.Objects::isNull);
                return (Map<String, Object>) kept;
            }).toList());
        }
        return all;
    }
}
