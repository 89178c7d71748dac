package app.caravel.campaign;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import biweekly.Biweekly;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.invitation.Invitation;
import app.caravel.content.CheckFinding;
import app.caravel.reason.Problem;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files that go along, sent to a scripted server and read as a mail program reads them. */
class FilesSendTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Path quotes;

    @BeforeEach
    void open() throws Exception {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        quotes = Files.createDirectories(folder.resolve("quotes"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void everyoneGetsTheFileThatHisOwnNumberNames() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server, "1001", "1002", "A-3");
            quote("quote-1001.pdf", "for one");
            quote("quote-1002.pdf", "for two");
            quote("QUOTE-a-3.PDF", "for three");
            quote("quote-9999.pdf", "for nobody");
            workspace.eachFiles().add(campaign.id(), quotes, "quote-{{ customer_no }}.pdf");
            assertEquals(List.of(), stops(campaign));
            workspace.runs().send(campaign, 1);
            assertEquals(Map.of("quote-1001.pdf", "for one"), files(server, 0));
            assertEquals(Map.of("quote-1002.pdf", "for two"), files(server, 1));
            assertEquals(Map.of("QUOTE-a-3.PDF", "for three"), files(server, 2));
        }
    }

    @Test
    void whoLacksHisFileIsNamedAndNobodyIsQueued() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server, "1001", "1002", "");
            quote("quote-1001.pdf", "for one");
            workspace.eachFiles().add(campaign.id(), quotes, "quote-{{ customer_no }}.pdf");
            var lacking = stops(campaign).getFirst();
            assertEquals("own-file-missing", lacking.kind());
            assertEquals(List.of("p1@x.example", "p2@x.example"), lacking.recipients());
            assertEquals("quote-1002.pdf", lacking.text().arguments().get("file"));
            assertEquals("files.lacking", assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1)).reason().key());
            assertEquals(0, workspace.runs().messages().counts(campaign.id()).all());
            var without = workspace.campaigns().save(campaign.withAudience(campaign.audience().without(ids("p1@x.example", "p2@x.example"))));
            assertEquals(1, workspace.runs().send(without, 1).counts().of(MessageState.SENT));
        }
    }

    @Test
    void noValueOfAContactLeadsOutOfTheFolder() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            Files.writeString(folder.resolve("secret.pdf"), "secret");
            Files.createDirectories(quotes.resolve("inner"));
            Files.writeString(quotes.resolve("inner/secret.pdf"), "secret");
            var campaign = campaign(server, "../secret", "/etc/passwd", "inner/secret", "..\\secret", "x\0secret", "..", ".", folder.resolve("secret").toString());
            workspace.eachFiles().add(campaign.id(), quotes, "{{ customer_no }}.pdf");
            assertEquals(8, stops(campaign).getFirst().recipients().size());
            assertThrows(Problem.class, () -> workspace.eachFiles().add(campaign.id(), folder, "quotes/{{ customer_no }}.pdf"));
            assertThrows(Problem.class, () -> workspace.eachFiles().add(campaign.id(), quotes, "quote.pdf"));
        }
    }

    @Test
    void whatWasQueuedIsSentHoweverTheFolderChangesMeanwhile() throws Exception {
        try (var server = ScriptedServer.start((command, mails) -> {
            if (command.startsWith("DOT") && mails == 1) {
                quote("quote-1002.pdf", "another one");
            }
            return null;
        })) {
            var campaign = campaign(server, "1001", "1002");
            quote("quote-1001.pdf", "for one");
            quote("quote-1002.pdf", "for two");
            workspace.eachFiles().add(campaign.id(), quotes, "quote-{{ customer_no }}.pdf");
            workspace.runs().send(campaign, 1);
            assertEquals(Map.of("quote-1002.pdf", "for two"), files(server, 1));
            var row = workspace.database().jdbi().withHandle(h -> h.createQuery("SELECT attachments FROM message WHERE address = 'p1@x.example'").mapTo(String.class).one());
            assertTrue(row.contains("quote-1002.pdf") && row.contains("sha256"), row);
        }
    }

    @Test
    void aSharedFilesNameSpeaksToItsReaderAndIsNeverAPath() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server, "1001", "../../1\r\nX-Evil: 1", "报价");
            var file = Files.writeString(folder.resolve("prices.txt"), "USD 4.58");
            workspace.attachments().add(campaign.id(), file);
            workspace.attachments().rename(workspace.attachments().attached(campaign.id()).getFirst().id(), "Prices for {{ customer_no | default: \"you\" }}.txt");
            workspace.runs().send(campaign, 1);
            assertEquals(Map.of("Prices for 1001.txt", "USD 4.58"), files(server, 0));
            var tricked = files(server, 1).keySet().iterator().next();
            assertTrue(tricked.matches("Prices for [^/\\\\\\r\\n]*\\.txt"), tricked);
            assertEquals(Map.of("Prices for 报价.txt", "USD 4.58"), files(server, 2));
        }
    }

    @Test
    void aRemovedFileComesBackAndAnAppointmentGoesAlong() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server, "1001");
            workspace.attachments().add(campaign.id(), Files.writeString(folder.resolve("prices.txt"), "USD 4.58"));
            var attached = workspace.attachments().attached(campaign.id()).getFirst();
            workspace.attachments().remove(attached.id());
            assertEquals(List.of(), workspace.attachments().of(campaign.id()));
            workspace.attachments().put(campaign.id(), attached.kept());
            workspace.invitations().put(campaign.id(), new Invitation("Canton Fair, \"hall\" 14.2; stand K07, 展位", "广州, China", "line one\nline, two",
                    LocalDateTime.parse("2026-10-15T10:00"), LocalDateTime.parse("2026-10-15T10:30"), ZoneId.of("Asia/Shanghai"), true));
            workspace.runs().send(campaign, 1);
            var files = files(server, 0);
            assertEquals("USD 4.58", files.get("prices.txt"));
            var calendar = Biweekly.parse(files.get("invitation.ics")).first();
            assertEquals("REQUEST", calendar.getMethod().getValue());
            var event = calendar.getEvents().getFirst();
            assertEquals("Canton Fair, \"hall\" 14.2; stand K07, 展位", event.getSummary().getValue());
            assertEquals("广州, China", event.getLocation().getValue());
            assertEquals("line one\nline, two", event.getDescription().getValue());
            assertEquals(Instant.parse("2026-10-15T02:00:00Z"), event.getDateStart().getValue().toInstant());
            assertEquals(Instant.parse("2026-10-15T02:30:00Z"), event.getDateEnd().getValue().toInstant());
            assertEquals("anna@lumitech.example", event.getOrganizer().getEmail());
            assertEquals("p0@x.example", event.getAttendees().getFirst().getEmail());
            assertTrue(calendar.validate(biweekly.ICalVersion.V2_0).isEmpty(), String.valueOf(calendar.validate(biweekly.ICalVersion.V2_0)));
            assertTrue(server.taken().getFirst().source().contains("text/calendar; method=REQUEST"));
        }
    }

    @Test
    void onePersonsFileShowsThePatternOfAll() {
        List<Map<String, Object>> people = List.of(Map.of("customer_no", "1001", "country", "DE"), Map.of("customer_no", "1002", "company", "Quote"));
        assertEquals("quote-{{ customer_no }}.pdf", EachFiles.proposed("quote-1002.pdf", people));
        assertEquals("prices.pdf", EachFiles.proposed("prices.pdf", people));
    }

    private List<CheckFinding> stops(Campaign campaign) {
        return workspace.check().run(campaign, _ -> {}, () -> false).findings().stream().filter(finding -> finding.severity() == CheckFinding.Severity.STOP).toList();
    }

    private List<Long> ids(String... addresses) {
        return java.util.Arrays.stream(addresses).map(address -> workspace.contacts().find(new app.caravel.contact.EmailAddress(address)).orElseThrow().id()).toList();
    }

    private void quote(String name, String content) {
        try {
            Files.writeString(quotes.resolve(name), content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The files of one person's mail by their names. */
    private static Map<String, String> files(ScriptedServer server, int person) throws Exception {
        System.setProperty("mail.mime.decodeparameters", "true");
        var source = server.taken().stream().filter(mail -> mail.recipient().equals("p" + person + "@x.example")).findFirst().orElseThrow().source();
        var message = new MimeMessage(null, new ByteArrayInputStream(source.getBytes(StandardCharsets.ISO_8859_1)));
        var parts = (Multipart) message.getContent();
        var files = new HashMap<String, String>();
        for (int i = 1; i < parts.getCount(); i++) {
            files.put(parts.getBodyPart(i).getFileName(), new String(parts.getBodyPart(i).getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    private Campaign campaign(ScriptedServer server, String... numbers) {
        var account = workspace.accounts().save(new Account(0, "anna", "Anna Wang", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < numbers.length; i++) {
                h.createUpdate("INSERT INTO contact (address, written_address, name, attributes, created_at, changed_at) VALUES (:a, :a, :name, :attributes, 0, 0)")
                        .bind("a", "p" + i + "@x.example").bind("name", "Person" + i).bind("attributes", app.caravel.store.Json.write(Map.of("Customer no", numbers[i]))).execute();
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact WHERE address = ?", list.id(), "p" + i + "@x.example");
            }
        });
        return workspace.campaigns().create("Quotes", Audience.of(list), account.id(), "Your quotation", "<p>Dear {{ name }}</p>", null);
    }
}
