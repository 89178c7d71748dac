package app.caravel.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.reason.Problem;
import app.caravel.store.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PersonDataTest {

    private static final EmailAddress WHO = new EmailAddress("katrin@nordlicht.example");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        var file = Files.writeString(folder.resolve("buyers.csv"), "Name,E-mail,Company,Grade\nKatrin Weber,katrin@nordlicht.example,Nordlicht,A\nHenrik,hs@lys.example,Lys,B\n");
        workspace.importer().run(file, ImportOptions.NOTICED, "Buyers", Progress.NONE);
        long contact = workspace.contacts().find(WHO).orElseThrow().id();
        workspace.notes().add(contact, "Wants DALI versions");
        workspace.suppressions().add(WHO, SuppressionReason.UNSUBSCRIBED, "Autumn", workspace.clock().instant());
        var campaign = workspace.campaigns().create("Autumn", Audience.NOBODY, null, "For {{ name }}", "<p>Dear {{ name }}</p>", null);
        workspace.database().jdbi().useHandle(h -> {
            h.execute("INSERT INTO content_version (id, campaign_id, subject, html, text, links, created_at) VALUES (1, ?, 'For {{ name }}', '<p>Dear {{ name }}</p>', 'Dear {{ name }}', '[]', 0)", campaign.id());
            h.execute("""
                    INSERT INTO message (id, campaign_id, contact_id, address, recipient, recipient_name, account_id, random_id, message_id, state, since, sent_at, content_id, merge)
                    VALUES (1, ?, ?, 'katrin@nordlicht.example', 'katrin@nordlicht.example', 'Katrin Weber', 1, randomblob(10), '<a@b>', 'sent', 1, 1790000000000, 1, '{"name":"Katrin Weber"}')""",
                    campaign.id(), contact);
            h.execute("INSERT INTO transition (message_id, at, state, reply) VALUES (1, 5, 'sent', '250 ok')");
            h.execute("INSERT INTO event (epoch, sequence, kind, at, random_id, message_id, method, user_agent, raw) VALUES ('e', 1, 'open', 9, x'00', 1, 'GET', 'Katrins iPad', '{}')");
            h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (1, 'person', '[]', 1)");
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> first(Map<String, Object> of, String key) {
        return ((List<Map<String, Object>>) Objects.requireNonNull(of.get(key), key)).getFirst();
    }

    @Test
    void everythingThatIsKnownOfHimIsInOneFile() throws IOException {
        var file = folder.resolve("katrin.json");
        assertEquals(1, workspace.personData().write(WHO, file));
        var text = Files.readString(file);
        assertTrue(text.lines().count() > 40, "readable");
        var data = Json.object(text);
        var person = first(data, "person");
        assertEquals("Nordlicht", person.get("company"));
        assertEquals(Map.of("Grade", "A"), person.get("attributes"));
        assertEquals("Buyers", first(data, "lists").get("name"));
        assertEquals("buyers.csv", first(data, "imports").get("file"));
        assertEquals("Wants DALI versions", first(data, "note").get("text"));
        assertEquals("unsubscribed", first(data, "suppressed").get("reason"));
        var mail = first(data, "mails");
        assertEquals("For Katrin Weber", mail.get("subject"), "as it was sent");
        assertEquals("Dear Katrin Weber", mail.get("text"));
        assertEquals("person", first(mail, "signs").get("verdict"));
        assertFalse(text.contains("Henrik"), "nobody else");
    }

    @Test
    void aZipHoldsTheSame() throws IOException {
        var file = folder.resolve("katrin.zip");
        workspace.personData().write(WHO, file);
        try (var zip = new ZipFile(file.toFile()); var in = zip.getInputStream(zip.getEntry("data.json"))) {
            assertTrue(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).contains("Katrin Weber"));
        }
    }

    @Test
    void whoIsUnknownIsSaid() {
        assertEquals("erasure.unknown", assertThrows(Problem.class, () -> workspace.personData().write(new EmailAddress("x@y.example"), folder.resolve("x.json"))).reason().key());
        assertFalse(Files.exists(folder.resolve("x.json")));
    }
}
