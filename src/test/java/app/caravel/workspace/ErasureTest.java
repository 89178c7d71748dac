package app.caravel.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Filter;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Notices;
import app.caravel.contact.imports.Progress;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.messagelog.LogSettings;
import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** After an erasure nothing of the person is found: not in any column of any table there is, and not in the bytes of any file. */
class ErasureTest {

    private static final String ADDRESS = "katrin.weber@nordlicht.example";
    private static final String OTHER = "kw@private.example";
    private static final String NAME = "Katrin Weberknecht";
    private static final String PHONE = "+4940555018";
    private static final String AS_WRITTEN = "+49 40 555-018";
    private static final EmailAddress WHO = new EmailAddress("Katrin.Weber@Nordlicht.example");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC);

    /** The user's own mailbox and keys, files written, and what is made of hashes. */
    private static final Set<String> NOT_OF_PEOPLE = Set.of("message_log", "message_log_file", "account", "tracker", "backup_written", "erasure", "erasure_key");

    @TempDir
    Path folder;

    private Workspace workspace;
    private long contact;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")), CLOCK);
        people("first.csv", """
                Name,E-mail,Phone,Company,Secret
                %s,"Katrin.Weber@Nordlicht.example; %s",%s,Weberknecht Handel,likes %s
                Henrik Sorensen,hs@lys.example,,Lys,his colleague is %s
                """.formatted(NAME, OTHER, AS_WRITTEN, "tea", ADDRESS));
        people("second.csv", "Name,E-mail,City\n%s,%s,Hamburg\nNobody,%s at nowhere,\n".formatted(NAME, ADDRESS, NAME));
        contact = workspace.contacts().find(WHO).orElseThrow().id();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void people(String name, String rows) throws IOException {
        workspace.importer().run(Files.writeString(folder.resolve(name), rows), ImportOptions.NOTICED, "Buyers", Progress.NONE);
    }

    private long message(String campaign, String state, long to, String address, String name) {
        var made = workspace.campaigns().find(campaign).orElseGet(() -> workspace.campaigns().saveContent(
                workspace.campaigns().create(campaign, Audience.NOBODY, null, "For " + name, "<p>Dear " + name + "</p>", null).with(new Variant("es", "Para " + name, "<p>Hola " + name + "</p>", null, Original.HTML))));
        return workspace.database().jdbi().withHandle(h -> {
            long content = h.createQuery("INSERT INTO content_version (campaign_id, subject, html, text, links, created_at) VALUES (:c, 's', :html, 't', '[{\"url\":\"https://lumitech.example/{{ address }}\"}]', 0) RETURNING id")
                    .bind("c", made.id()).bind("html", made.html()).mapTo(Long.class).one();
            long id = h.createQuery("""
                    INSERT INTO message (campaign_id, contact_id, address, recipient, recipient_name, account_id, random_id, message_id, state, since, sent_at, reply_code, reply, content_id, merge, attachments)
                    VALUES (:c, :to, :address, :address, :name, 1, randomblob(10), '<' || hex(randomblob(5)) || '@x>', :state, 1, 5, 250, '250 ok ' || :address, :content, :merge, '[{"name":"for ' || :name || '.pdf"}]') RETURNING id""")
                .bind("c", made.id()).bind("to", to).bind("address", address).bind("name", name).bind("state", state).bind("content", content)
                .bind("merge", "{\"address\":\"%s\",\"name\":\"%s\",\"phone\":\"%s\"}".formatted(address, name, PHONE)).mapTo(Long.class).one();
            h.execute("INSERT INTO transition (message_id, at, state, reply, reason) VALUES (?, 5, ?, ?, ?)", id, state, "550 no " + address, "{\"key\":\"x\",\"arguments\":{\"a\":\"" + address + "\"}}");
            return id;
        });
    }

    private void event(long message, String raw, int sequence) {
        workspace.database().jdbi().useHandle(h -> {
            h.execute("""
                    INSERT INTO event (epoch, sequence, kind, at, random_id, message_id, link, url, method, user_agent, address, network, raw)
                    SELECT 'e', ?, 'click', 9, random_id, id, 0, 'https://lumitech.example/katrin.weber%40nordlicht.example', 'GET', 'Mozilla/5.0 (Katrins iPad)', '203.0.113.77', '203.0.113.0/24', ? FROM message WHERE id = ?""",
                    sequence, raw, message);
            h.execute("INSERT OR IGNORE INTO verdict (event_id, verdict, reasons, rule) SELECT id, 'person', '[{\"key\":\"y\",\"arguments\":{\"agent\":\"Katrins iPad\"}}]', 1 FROM event WHERE sequence = ?", sequence);
        });
    }

    /** A row in every table that there is, with his address, name and phone in every text; what refers to a contact refers to him. */
    private void plant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
        }
        int n = 0;
        for (var table : tables(connection)) {
            var columns = columns(connection, table);
            if (NOT_OF_PEOPLE.contains(table) || table.equals("message") || table.equals("contact")) {
                continue;
            }
            var names = columns.stream().map(column -> "\"" + column.name + "\"").collect(Collectors.joining(", "));
            var text = "{\"n\":%d,\"address\":\"%s\",\"written_address\":\"%s\",\"name\":\"%s\",\"phone\":\"%s\",\"other_addresses\":\"[]\",\"attributes\":\"{}\"}".formatted(++n, ADDRESS, WHO.written(), NAME, PHONE);
            var values = columns.stream().map(column -> column.name.equals("contact_id") ? String.valueOf(contact)
                    : column.type.equals("INTEGER") ? column.key && column.name.equals("id") ? "NULL" : "990" + column.place : column.type.equals("BLOB") ? "x'00'" : "'" + text + "'").collect(Collectors.joining(", "));
            try (var statement = connection.createStatement()) {
                statement.execute("INSERT OR REPLACE INTO \"%s\" (%s) VALUES (%s)".formatted(table, names, values));
            }
        }
    }

    private record Column(String name, String type, boolean key, int place) {}

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'flyway%'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        var columns = new ArrayList<Column>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT name, upper(type), pk, cid FROM pragma_table_info('" + table + "')")) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getInt(3) > 0, rows.getInt(4)));
            }
        }
        return columns;
    }

    /** table.column of every place where one of these stands, looked for in every column whatever its type. */
    private Set<String> found(String... words) throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = workspace.database().ownConnection()) {
            for (var table : tables(connection)) {
                for (var column : columns(connection, table)) {
                    for (var word : words) {
                        try (var query = connection.prepareStatement("SELECT count(*) FROM \"%s\" WHERE instr(lower(CAST(\"%s\" AS TEXT)), ?) > 0".formatted(table, column.name))) {
                            query.setString(1, word.toLowerCase(Locale.ROOT));
                            try (var row = query.executeQuery()) {
                                if (row.next() && row.getInt(1) > 0) {
                                    found.add(table + "." + column.name);
                                }
                            }
                        }
                    }
                }
            }
        }
        return found;
    }

    private void assertInNoFile(String... words) throws IOException {
        try (var files = Files.walk(workspace.home().folder())) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                for (var word : words) {
                    assertFalse(bytes.contains(word.toLowerCase(Locale.ROOT)), word + " stands in " + file.getFileName());
                }
            }
        }
    }

    @Test
    void nothingOfHimIsFoundInAnyColumnOrFile() throws Exception {
        workspace.suppressions().add(WHO, SuppressionReason.UNSUBSCRIBED, "Autumn for " + NAME, CLOCK.instant());
        long sent = message("Autumn", "sent", contact, ADDRESS, NAME);
        message("Autumn", "sent", 2, "hs@lys.example", "Henrik Sorensen");
        message("For Katrin alone", "sent", contact, ADDRESS, NAME);
        event(sent, "{\"raw\":\"203.0.113.77 Katrins iPad\"}", 1);
        // an ordinary deletion long ago: its traces lie in free pages
        var file = "E-mail,Name,Remark\n" + ADDRESS + "," + NAME + "," + "x".repeat(3_000) + "\n";
        people("third.csv", file);
        workspace.deletions().delete(List.of(contact));
        people("fourth.csv", "Name,E-mail,Phone\n%s,%s,%s\n".formatted(NAME, ADDRESS, AS_WRITTEN));
        try (var connection = workspace.database().ownConnection()) {
            plant(connection);
        }
        contact = workspace.contacts().find(WHO).orElseThrow().id();
        var erased = workspace.erasure().erase(WHO);
        assertTrue(erased.cleaned());
        assertEquals(2, erased.messages());
        assertEquals(Set.of(), found(ADDRESS, OTHER, PHONE, AS_WRITTEN, "Katrins iPad", "203.0.113.77", "katrin.weber%40"));
        var named = found(NAME);
        assertEquals(new TreeSet<>(erased.stillNamed().keySet()), named, "where the name still stands a person is told");
        assertTrue(named.stream().noneMatch(place -> place.matches("(contact|contact_.*|message|note|next_step|list_member|deleted_contact|import_reject|import_change|follow_up)[.].*")), named.toString());
        // the planted rows name him in tables of no contact: they are told of, and go for the look at the bytes
        try (var connection = workspace.database().ownConnection(); var statement = connection.createStatement()) {
            statement.execute("PRAGMA foreign_keys = OFF");
            for (var place : named) {
                statement.execute("DELETE FROM \"" + place.substring(0, place.indexOf('.')) + "\" WHERE \"" + place.substring(place.indexOf('.') + 1) + "\" LIKE '%" + NAME + "%'");
            }
            statement.execute("VACUUM");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        assertInNoFile(ADDRESS, OTHER, NAME, PHONE, AS_WRITTEN, "Katrins iPad");
    }

    @Test
    void theBytesAreCleanRightAfterIt() throws Exception {
        workspace.suppressions().add(WHO, SuppressionReason.UNSUBSCRIBED, null, CLOCK.instant());
        workspace.suppressions().remove(ADDRESS, "a word on " + ADDRESS, CLOCK.instant());
        event(message("Autumn", "sent", contact, ADDRESS, NAME), "{\"agent\":\"Katrins iPad\"}", 1);
        message("Autumn", "sent", 2, "hs@lys.example", "Henrik Sorensen");
        workspace.messageLog().change(LogSettings.DEFAULT.keptFor(0));
        workspace.messageLog().complete();
        var logged = workspace.messageLog().folder().resolve("MSGTRK19700101-1.log");
        assertTrue(Files.readString(logged).contains(ADDRESS));
        workspace.deletions().delete(List.of(contact));
        workspace.erasure().erase(WHO);
        assertTrue(Files.readString(logged).contains("hs@lys.example"), "the others stay in the message log");
        assertEquals("", Files.exists(wal()) ? Files.readString(wal()) : "", "the log is cut to nothing");
        workspace.database().jdbi().useHandle(h -> h.execute("DELETE FROM campaign WHERE 0"));
        assertInNoFile(ADDRESS, OTHER, PHONE, AS_WRITTEN, "Katrins iPad");
        assertEquals("his colleague is erased@erased.invalid", workspace.contacts().find(new EmailAddress("hs@lys.example")).orElseThrow().attributes().get("Secret"));
    }

    private Path wal() {
        return workspace.home().folder().resolve("caravel.db-wal");
    }

    @Test
    void theCampaignsNumbersStayTrue() {
        long sent = message("Autumn", "sent", contact, ADDRESS, NAME);
        message("Autumn", "sent", 2, "hs@lys.example", "Henrik Sorensen");
        event(sent, "{}", 1);
        var campaign = workspace.campaigns().find("Autumn").orElseThrow();
        var before = workspace.reports().of(campaign);
        var countsBefore = workspace.runs().messages().counts(campaign.id());
        var erased = workspace.erasure().erase(WHO);
        assertEquals(1, erased.events());
        assertEquals(countsBefore, workspace.runs().messages().counts(campaign.id()));
        assertEquals(before.openedBy(), workspace.reports().of(campaign).openedBy());
        assertEquals(before.clickedBy(), workspace.reports().of(campaign).clickedBy());
        workspace.evidence().verdicts().rejudgeAll();
        assertEquals(before.clickedBy(), workspace.reports().of(campaign).clickedBy(), "and a better rule changes nothing of it");
        assertEquals("<p>Dear " + NAME + "</p>", workspace.campaigns().find("Autumn").orElseThrow().html(), "a mail to others too stays");
        assertTrue(erased.stillNamed().containsKey("campaign.html"));
    }

    @Test
    void aMailToHimAloneLosesItsContent() {
        message("A word to Katrin Weberknecht", "sent", contact, ADDRESS, NAME);
        var erased = workspace.erasure().erase(WHO);
        assertEquals(java.util.Map.of(), erased.stillNamed());
        assertEquals("", workspace.campaigns().all().getFirst().html());
    }

    @Test
    void aPictureInAMailToHimAloneGoesAndOneThatOthersShowStays() throws Exception {
        var his = "file:" + "a".repeat(64) + ".png";
        var shared = "file:" + "b".repeat(64) + ".png";
        for (var source : List.of(his, shared)) {
            Files.writeString(workspace.pictures().path(source), "pixels");
        }
        var alone = workspace.campaigns().create("For Katrin", Audience.NOBODY, null, "s", "<img src=\"" + his + "\"><img src=\"" + shared + "\">", null);
        workspace.campaigns().save(alone.withContent("s", alone.html(), null, Original.mjml("<mjml>" + his + " Katrin alone</mjml>")).with(new Variant("es", "s", "<img src=\"" + his + "\">", null, Original.HTML)));
        workspace.campaigns().create("To all", Audience.NOBODY, null, "s", "<img src=\"" + shared + "\">", null);
        message("For Katrin", "sent", contact, ADDRESS, NAME);
        workspace.erasure().erase(WHO);
        assertFalse(Files.exists(workspace.pictures().path(his)));
        assertTrue(Files.exists(workspace.pictures().path(shared)));
        assertEquals(Set.of(), found("Katrin alone"));
    }

    @Test
    void whatWaitsForHimIsCancelledAndWhatIsLeavingRefuses() {
        long waiting = message("Autumn", "queued", contact, ADDRESS, NAME);
        long doubtful = message("Winter", "in_doubt", contact, ADDRESS, NAME);
        long leaving = message("Spring", "sending", contact, ADDRESS, NAME);
        assertEquals("erasure.sending", assertThrows(Problem.class, () -> workspace.erasure().erase(WHO)).reason().key());
        assertEquals(NAME, workspace.contacts().find(WHO).orElseThrow().name(), "nothing was changed");
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE message SET state = 'sent' WHERE id = ?", leaving));
        assertEquals(1, workspace.erasure().erase(WHO).cancelled());
        var messages = workspace.runs().messages();
        assertEquals("cancelled", messages.find(waiting).orElseThrow().state().toString().toLowerCase(Locale.ROOT));
        workspace.runs().decide(messages.find(doubtful).orElseThrow(), app.caravel.campaign.Ledger.Decision.SEND_AGAIN);
        assertEquals("suppressed", messages.find(doubtful).orElseThrow().state().toString().toLowerCase(Locale.ROOT), "nothing goes to nobody");
    }

    @Test
    void whoComesBackIsImportedAndNeverWrittenTo() throws Exception {
        workspace.erasure().erase(WHO);
        assertTrue(workspace.suppressions().isSuppressed(WHO), "before he is back");
        assertEquals(SuppressionReason.ERASED, workspace.suppressions().find(new EmailAddress(OTHER)).orElseThrow().reason(), "his other address too");
        var file = Files.writeString(folder.resolve("again.csv"), "E-mail\n" + ADDRESS + "\nnew@x.example\n");
        assertEquals(1, workspace.importer().check(file, ImportOptions.NOTICED, Progress.NONE).result().notices().of(Notices.Kind.SUPPRESSED).count());
        var result = workspace.importer().run(file, ImportOptions.NOTICED, "Again", Progress.NONE);
        assertEquals(2, result.added());
        assertEquals(1, result.notices().of(Notices.Kind.SUPPRESSED).count());
        assertEquals(List.of(ADDRESS), workspace.contacts().page(Filter.EVERYONE.withSuppressed(SuppressionReason.ERASED), 0, 9).stream().map(row -> row.address().written()).toList());
        assertEquals(CLOCK.instant(), workspace.suppressions().find(WHO).orElseThrow().since());
        assertEquals("suppression.erased-for-good", assertThrows(Problem.class, () -> workspace.suppressions().remove(ADDRESS, "please", CLOCK.instant())).reason().key());
        workspace.erasure().erase(WHO);
        assertEquals(Set.of(), found(ADDRESS));
        assertTrue(workspace.suppressions().isSuppressed(WHO));
    }

    @Test
    void signsThatTheTrackerHandsOverLaterNameNobody() throws Exception {
        long sent = message("Autumn", "sent", contact, ADDRESS, NAME);
        message("Autumn", "sent", 2, "hs@lys.example", "Henrik Sorensen");
        var random = workspace.database().jdbi().withHandle(h -> h.createQuery("SELECT random_id FROM message WHERE id = " + sent).mapTo(byte[].class).one());
        workspace.erasure().erase(WHO);
        workspace.database().jdbi().useHandle(h -> h.execute("""
                INSERT INTO event (epoch, sequence, kind, at, random_id, method, user_agent, address, network, raw)
                VALUES ('e', 7, 'open', 9, ?, 'GET', 'Katrins iPad', '203.0.113.77', '203.0.113.0/24', 'Katrins iPad')""", random));
        assertEquals(Set.of(), found("Katrins iPad", "203.0.113"));
    }

    @Test
    void whoIsUnknownIsSaidAndWhoWasErasedBeforeToo() {
        assertEquals("erasure.unknown", assertThrows(Problem.class, () -> workspace.erasure().erase(new EmailAddress("x@unknown.example"))).reason().key());
        workspace.erasure().erase(WHO);
        assertEquals("erasure.before", assertThrows(Problem.class, () -> workspace.erasure().erase(WHO)).reason().key());
    }

    /** His address stands so often in a text that what stands for it takes more room than there is. */
    @Test
    void whereThereIsNoRoomNothingIsErasedAndWithRoomAllIs() {
        workspace.database().jdbi().useHandle(h -> h.execute("INSERT INTO note (contact_id, at, text) SELECT id, 1, ? FROM contact WHERE address = 'hs@lys.example'", (OTHER + " ").repeat(20_000)));
        var before = rows();
        var full = new Erasure(workspace.home(), workspace.database(), () -> limited("PRAGMA max_page_count = 10"), () -> {}, CLOCK);
        assertEquals("erasure.no-room", assertThrows(Problem.class, () -> full.erase(WHO)).reason().key());
        assertEquals(before, rows());
        assertTrue(workspace.erasure().erase(WHO).cleaned());
    }

    private Connection limited(String limit) {
        var connection = workspace.database().ownConnection();
        try (var statement = connection.createStatement()) {
            statement.execute(limit);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return connection;
    }

    private java.util.List<java.util.Map<String, Object>> rows() {
        return workspace.database().jdbi().withHandle(h -> h.createQuery("SELECT address, other_addresses, phone, attributes FROM contact UNION ALL SELECT text, at, '', '' FROM note ORDER BY 1").mapToMap().list());
    }

    @Test
    void filesThatStillHoldHimAreNamed() throws Exception {
        var backup = folder.resolve("elsewhere/backup.caravel");
        Backup.write(workspace, backup, null);
        var older = Files.copy(workspace.home().database(), workspace.home().folder().resolve("caravel.db.before-version-12-from-8"));
        Files.writeString(older, "Mail: " + ADDRESS.toUpperCase(Locale.ROOT));
        Files.writeString(workspace.home().folder().resolve("harmless.txt"), "hs@lys.example");
        assertEquals(List.of(older.toString(), backup.toString()), workspace.erasure().erase(WHO).copies().stream().map(Path::toString).toList());
        workspace.database().jdbi().useHandle(h -> assertNotEquals(List.of(), h.createQuery("SELECT path FROM backup_written").mapTo(String.class).list()));
    }

    @Test
    void aMailboxOfAFunctionIsNotErasedWithHim() throws Exception {
        people("shared.csv", "E-mail\n\"anna@lys.example; info@lys.example\"\n");
        workspace.erasure().erase(new EmailAddress("anna@lys.example"));
        assertFalse(workspace.suppressions().isSuppressed(new EmailAddress("info@lys.example")));
    }

    @Test
    void whoWasMergedIntoHimIsHeToo() throws Exception {
        people("double.csv", "Name,E-mail,Phone\nKaty Weberknecht,katy@nordlicht.example,+49 40 777 8899\n");
        long other = workspace.contacts().find(new EmailAddress("katy@nordlicht.example")).orElseThrow().id();
        workspace.merges().merge(contact, List.of(other), java.util.Map.of());
        workspace.erasure().erase(WHO);
        assertEquals(Set.of(), found("katy@nordlicht.example", "Katy Weberknecht", ADDRESS, NAME));
        assertTrue(workspace.suppressions().isSuppressed(new EmailAddress("katy@nordlicht.example")));
    }

    @Test
    void noNewerContactGetsHisId() throws Exception {
        people("last.csv", "E-mail\nlast@x.example\n");
        long last = workspace.contacts().find(new EmailAddress("last@x.example")).orElseThrow().id();
        var campaign = workspace.campaigns().create("Autumn", Audience.NOBODY, null, "S", "<p>x</p>", null);
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE campaign SET audience = json_object('to', json_array(), 'not', json_array(), 'without', json_array(?, 2)) WHERE id = ?", last, campaign.id()));
        workspace.erasure().erase(new EmailAddress("last@x.example"));
        people("next.csv", "E-mail\nnext@x.example\n");
        assertTrue(workspace.contacts().find(new EmailAddress("next@x.example")).orElseThrow().id() > last);
        assertEquals("[2]", workspace.database().jdbi().withHandle(h -> h.createQuery("SELECT audience ->> '$.without' FROM campaign").mapTo(String.class).one()));
    }
}
