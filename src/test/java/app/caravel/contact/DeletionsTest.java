package app.caravel.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Importer;
import app.caravel.contact.imports.Progress;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeletionsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Database database;
    private Contacts contacts;
    private Lists lists;
    private Importer importer;
    private Deletions deletions;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("caravel.db"));
        contacts = new Contacts(database);
        lists = new Lists(database, CLOCK);
        importer = new Importer(database, lists, CLOCK);
        deletions = new Deletions(database, CLOCK);
        imported("Katrin Weber,k@nordlicht.example,Nordlicht,+494055501870", "Rashid,r@gulf.example,Gulf Bright,", "Ken,ken@hikari.example,Hikari,");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private void imported(String... rows) throws IOException {
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail,Company,Phone\n" + String.join("\n", rows) + "\n");
        importer.run(file, ImportOptions.NOTICED, "Buyers", Progress.NONE);
    }

    private Contact found(String address) {
        return contacts.find(new EmailAddress(address)).orElseThrow();
    }

    private void message(long contact, String address, String state) {
        database.jdbi().useHandle(h -> {
            h.execute("INSERT OR IGNORE INTO campaign (id, name, state, created_at, changed_at) VALUES (1, 'Autumn', 'finished', 0, 0)");
            h.execute("INSERT INTO message (campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, merge) "
                    + "VALUES (1, ?, ?, ?, 1, randomblob(10), hex(randomblob(8)), ?, 0, '{\"name\":\"Katrin Weber\"}')", contact, address, address, state);
        });
    }

    @Test
    void aDeletedContactComesBackWithAllThatItWas() {
        var katrin = found("k@nordlicht.example");
        var before = lists.get("Buyers").size();
        var deleted = deletions.delete(List.of(katrin.id()));
        assertEquals(1, deleted.deleted());
        assertTrue(contacts.find(katrin.id()).isEmpty());
        assertEquals(before - 1, lists.get("Buyers").size());
        assertEquals(1, deletions.undo(deleted.id()));
        assertEquals(katrin, found("k@nordlicht.example"));
        assertEquals(before, lists.get("Buyers").size());
        assertEquals(0, deletions.undo(deleted.id()), "a second undo has nothing to bring back");
    }

    @Test
    void whatWasSentStaysAsItWasAndTheAddressStaysSuppressed() {
        var katrin = found("k@nordlicht.example");
        message(katrin.id(), "k@nordlicht.example", "sent");
        var suppressions = new Suppressions(database);
        suppressions.add(katrin.address(), SuppressionReason.UNSUBSCRIBED, null, CLOCK.instant());
        deletions.delete(List.of(katrin.id()));
        assertEquals("{\"name\":\"Katrin Weber\"}", database.jdbi().withHandle(h -> h.createQuery("SELECT merge FROM message").mapTo(String.class).one()));
        assertTrue(suppressions.isSuppressed(katrin.address()));
    }

    @Test
    void nobodyNewerGetsTheIdOfADeletedOne() throws IOException {
        var ken = found("ken@hikari.example");
        message(ken.id(), "ken@hikari.example", "sent");
        deletions.delete(List.of(ken.id()));
        imported("Henrik,h@lys.example,Lysgrossisten,");
        assertNotEquals(ken.id(), found("h@lys.example").id());
        database.jdbi().useHandle(h -> h.execute("DELETE FROM deletion")); // as after 30 days
        imported("Piotr,p@hurt.example,Hurt,");
        assertNotEquals(ken.id(), found("p@hurt.example").id());
    }

    @Test
    void whoWasImportedAnewMeanwhileStaysTheNewerOne() throws IOException {
        var katrin = found("k@nordlicht.example");
        var deleted = deletions.delete(LongStream.rangeClosed(1, 3).boxed().toList());
        assertEquals(3, deleted.deleted());
        imported("Katrin Weber-Meyer,k@nordlicht.example,Nordlicht,");
        assertEquals(2, deletions.undo(deleted.id()));
        assertEquals("Katrin Weber-Meyer", found("k@nordlicht.example").name());
        assertNotEquals(katrin.id(), found("k@nordlicht.example").id());
        assertEquals(3, lists.get("Buyers").size());
    }

    @Test
    void whomMailWaitsForStays() {
        var katrin = found("k@nordlicht.example");
        message(katrin.id(), "k@nordlicht.example", "queued");
        var deleted = deletions.delete(LongStream.rangeClosed(1, 3).boxed().toList());
        assertEquals(2, deleted.deleted());
        assertEquals(1, deleted.kept());
        assertFalse(contacts.find(katrin.id()).isEmpty());
    }

    @Test
    void anImportIsTakenBackBesideADeletion() throws IOException {
        var katrin = found("k@nordlicht.example");
        imported("Katrin Weber,k@nordlicht.example,Nordlicht,", "New,n@new.example,New,");
        var deleted = deletions.delete(List.of(katrin.id()));
        assertEquals(1, importer.undo(2).removed());
        deletions.undo(deleted.id());
        assertEquals("+494055501870", found("k@nordlicht.example").phone());
    }
}
