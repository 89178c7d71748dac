package app.caravel.campaign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipFile;

import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.smtp.ScriptedServer;
import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Formulas, tags, line ends and encoded words in every field of a contact: they arrive as the letters they are made of. */
class PlainTextEverywhereTest {

    /** As a file has them, and as they come in: on one line, without what cannot be seen. */
    private static final List<String[]> HOSTILE = List.of(
            same("=HYPERLINK(\"http://evil.example\",\"x\")"), same("+cmd|' /C calc'!A0"), same("-1+1"), same("@SUM(1+1)"), new String[] {"\t=1+1", "=1+1"}, new String[] {"\r\n=2+2", "=2+2"},
            same("＝1+1"), new String[] {"'=1+1", "=1+1"}, same("<script>alert(1)</script>"), same("<img src=x onerror=alert(1)>"), same("&lt;b&gt; & \"x\""),
            new String[] {"Anna\r\nBcc: x@evil.example", "Anna Bcc: x@evil.example"}, new String[] {"Anna\rX-Evil: 1", "Anna X-Evil: 1"}, same("=?utf-8?B?R3LDvMOfZQ==?="), same("a =?iso-8859-1?Q?=3Cb=3E?= b"),
            new String[] {"An\u0000na", "An na"}, new String[] {"Anna\u202Egpj.exe", "Annagpj.exe"}, same("_under_score_"), same("{{ company }} {% if %}"), same("{\"a\":1}"), same("%s %n ${x}"));

    private static String[] same(String value) {
        return new String[] {value, value};
    }

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        var result = workspace.importer().run(csv(), ImportOptions.NOTICED, "Buyers", Progress.NONE);
        assertEquals(HOSTILE.size(), result.added(), String.valueOf(result.rejects()));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path csv() throws IOException {
        var text = new StringBuilder("E-mail,Name,Company,Job title,City,Note\r\n");
        for (int i = 0; i < HOSTILE.size(); i++) {
            var quoted = "\"" + HOSTILE.get(i)[0].replace("\"", "\"\"") + "\"";
            var company = quoted.substring(0, quoted.length() - 1) + " Ltd\""; // a card called as its company names nobody
            text.append("p%02d@x.example,".formatted(i)).append(quoted).append(',').append(company).append((',' + quoted).repeat(3)).append("\r\n");
        }
        return Files.writeString(folder.resolve("hostile.csv"), text);
    }

    private static Contact person(Workspace in, int i) {
        return in.contacts().find(EmailAddress.parse("p%02d@x.example".formatted(i)).orElseThrow()).orElseThrow();
    }

    @Test
    void theyComeInOnOneLine() {
        for (int i = 0; i < HOSTILE.size(); i++) {
            var person = person(workspace, i);
            var expected = HOSTILE.get(i)[1];
            assertEquals(List.of(expected, expected + " Ltd", expected, expected), List.of(said(person.name()), said(person.company()), said(person.role()), said(person.city())));
            assertNull(person.salutation());
            assertFalse(said(person.attributes().get("Note")).contains("\u0000"));
        }
    }

    @Test
    void theyArriveInAMailAsTheyAreCalledAndAddNothingToIt() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var account = workspace.accounts().save(new Account(0, "anna", "Anna =?utf-8?Q?=3D?= \"W\"", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var list = workspace.lists().find("Buyers").orElseThrow();
            var campaign = workspace.campaigns().create("Autumn", Audience.of(list), account.id(), "Offer for {{ name }}",
                    "<html><body><p id=\"n\">{{ name }}</p><p title=\"{{ company }}\">{{ city }}</p><p id=\"o\">{{ note }}</p></body></html>", "Dear {{ name }}\n");
            assertEquals(HOSTILE.size(), workspace.runs().send(campaign, 2).counts().of(MessageState.SENT));
            for (var taken : server.taken()) {
                int i = Integer.parseInt(taken.recipient().substring(1, 3));
                arrived(new MimeMessage(null, new ByteArrayInputStream(taken.source().getBytes(StandardCharsets.UTF_8))), HOSTILE.get(i)[1]);
            }
        }
    }

    private static void arrived(MimeMessage mail, String value) throws Exception {
        assertNull(mail.getHeader("Bcc"), value);
        assertNull(mail.getHeader("X-Evil"), value);
        assertEquals(1, mail.getAllRecipients().length);
        assertEquals(value, ((InternetAddress) mail.getAllRecipients()[0]).getPersonal());
        assertEquals("Anna =?utf-8?Q?=3D?= \"W\"", ((InternetAddress) mail.getFrom()[0]).getPersonal());
        assertEquals("Offer for " + value, mail.getSubject());
        var parts = (Multipart) mail.getContent();
        assertEquals("Dear " + value, parts.getBodyPart(0).getContent().toString().strip());
        var page = Jsoup.parse(parts.getBodyPart(1).getContent().toString());
        assertTrue(page.select("script, img[onerror], b").isEmpty(), value);
        assertEquals(value, page.expectFirst("#n").wholeText());
        assertEquals(value + " Ltd", page.expectFirst("p[title]").attr("title"));
        assertEquals(value, page.expectFirst("p[title]").wholeText());
    }

    @Test
    void everyExportHoldsThemAsTextAndComesInAgainTheSame() throws Exception {
        var list = workspace.lists().find("Buyers").orElseThrow();
        for (var ending : List.of("csv", "xlsx", "json", "vcf")) {
            var file = folder.resolve("export." + ending);
            workspace.contactExport().write(list.id(), file, null);
            try (var other = Workspace.open(new Home(folder.resolve("other-" + ending)))) {
                var again = other.importer().run(file, ImportOptions.NOTICED, "Again", Progress.NONE);
                assertEquals(HOSTILE.size(), again.added(), ending + again.rejects());
                for (int i = 0; i < HOSTILE.size(); i++) {
                    var before = person(workspace, i);
                    var after = person(other, i);
                    assertEquals(List.of(said(before.name()), said(before.company()), said(before.role()), said(before.city())),
                            List.of(said(after.name()), said(after.company()), said(after.role()), said(after.city())), ending + i);
                    if (!ending.equals("vcf")) { // a card keeps the own columns in its note
                        assertEquals(new TreeMap<>(before.attributes()), new TreeMap<>(after.attributes()), ending + i);
                    }
                }
            }
        }
        assertNoFormula(folder.resolve("export.csv"));
        assertNoFormulaInWorkbook(folder.resolve("export.xlsx"));
    }

    @Test
    void theReportOfACampaignHoldsThemAsText() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var account = workspace.accounts().save(new Account(0, "anna", "Anna", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var campaign = workspace.campaigns().create("=1+1", Audience.of(workspace.lists().find("Buyers").orElseThrow()), account.id(), "Offer", "<p>x</p>", null);
            workspace.runs().send(campaign, 2);
            workspace.reportFiles().csv(campaign.id(), folder.resolve("report.csv"));
            workspace.reportFiles().xlsx(campaign.id(), folder.resolve("report.xlsx"));
            assertNoFormula(folder.resolve("report.csv"));
            assertNoFormulaInWorkbook(folder.resolve("report.xlsx"));
            assertTrue(Files.readString(folder.resolve("report.csv")).contains("<script>alert(1)</script>"));
        }
    }

    @Test
    void rowsLeftOutAreSavedMendedAndTakenInWhole() throws IOException {
        for (var ending : List.of("csv", "json")) {
            var broken = folder.resolve("broken." + ending);
            if (ending.equals("csv")) {
                Files.writeString(broken, Files.readString(csv()).replace("@x.example,", "@@x.example,"));
            } else {
                var rows = new ArrayList<Object>();
                for (int i = 0; i < HOSTILE.size(); i++) {
                    var value = HOSTILE.get(i)[0];
                    rows.add(new TreeMap<>(java.util.Map.of("address", "p%02d@@x.example".formatted(i), "name", value, "company", value, "role", value, "city", value, "Note", value)));
                }
                Files.writeString(broken, Json.write(rows));
            }
            var result = workspace.importer().run(broken, ImportOptions.NOTICED, "Broken", Progress.NONE);
            assertEquals(HOSTILE.size(), result.rejected());
            var rejects = folder.resolve("rejects." + ending);
            workspace.importer().saveRejects(broken, ImportOptions.NOTICED, result.rejects(), rejects);
            Files.writeString(rejects, Files.readString(rejects).replace("@@x.example", "@x.example"));
            try (var other = Workspace.open(new Home(folder.resolve("mended-" + ending)))) {
                var mended = other.importer().run(rejects, ImportOptions.NOTICED, "Mended", Progress.NONE);
                assertEquals(HOSTILE.size(), mended.added(), ending + mended.rejects());
                for (int i = 0; i < HOSTILE.size(); i++) {
                    assertEquals(said(person(workspace, i).name()), said(person(other, i).name()), ending + i);
                    assertEquals(said(person(workspace, i).city()), said(person(other, i).city()), ending + i);
                }
            }
        }
    }

    private static void assertNoFormula(Path csv) throws IOException {
        try (var rows = CsvReader.builder().ofCsvRecord(Files.readString(csv).substring(1))) {
            rows.forEach(row -> row.getFields().forEach(cell -> assertFalse(!cell.isEmpty() && "=+-@\t\r\n＝＋－＠".indexOf(cell.charAt(0)) >= 0, cell)));
        }
    }

    private static void assertNoFormulaInWorkbook(Path xlsx) throws IOException {
        try (var zip = new ZipFile(xlsx.toFile())) {
            var sheet = new String(zip.getInputStream(assertNotNullEntry(zip)).readAllBytes(), StandardCharsets.UTF_8);
            assertFalse(sheet.contains("<f>") || sheet.contains("<f "), "a formula");
        }
    }

    private static java.util.zip.ZipEntry assertNotNullEntry(ZipFile zip) {
        var entry = zip.getEntry("xl/worksheets/sheet1.xml");
        assertNotNull(entry);
        return entry;
    }

    private static String said(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
