package app.caravel.campaign;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.SuppressionReason;
import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every mail of a run looked at, in a real workspace. */
class CampaignAuditTest {

    private static final String HTML = "<p>Dear {{ first_name }},</p><p>Our <a href=\"https://www.lumitech.example/p\">panel</a> is lighter.</p><p><a href=\"{{ unsubscribe_url }}\">No more mails</a></p>";

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    /** @param rows address, first name, name, company */
    private Campaign campaign(String html, String... rows) {
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (var row : rows) {
                var cells = row.split(",", -1);
                h.execute("INSERT OR IGNORE INTO company (name) VALUES (?)", cells[3]);
                h.execute("""
                        INSERT INTO contact (address, written_address, first_name, name, company_id, created_at, changed_at)
                        VALUES (?, ?, nullif(?, ''), nullif(?, ''), (SELECT id FROM company WHERE name = ?), 0, 0)""", cells[0], cells[0], cells[1], cells[2], cells[3]);
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
            }
        });
        return workspace.campaigns().create("Panels", Audience.of(list), null, "Panel", html, null);
    }

    private Map<String, CheckFinding> found(Campaign campaign) {
        return workspace.check().run(campaign, _ -> {}, () -> false).findings().stream().collect(Collectors.toMap(CheckFinding::kind, finding -> finding, (one, _) -> one));
    }

    @Test
    void whoHasNoFirstNameWouldBeGreetedAsNobody() {
        var found = found(campaign(HTML, "a@one.example,Anna,Anna Weber,Weber", "b@two.example,,,Two"));
        assertEquals(List.of("b@two.example"), Objects.requireNonNull(found.get("empty-salutation")).recipients());
        assertEquals("Dear ,", Objects.requireNonNull(found.get("empty-salutation")).where());
        assertEquals(List.of("b@two.example"), Objects.requireNonNull(found.get("empty-field")).recipients());
        assertEquals(Severity.WARN, Objects.requireNonNull(found.get("empty-salutation")).severity());
    }

    @Test
    void whereTheSenderSignsHimselfNobodySeesTheWordsThatWaitForHim() {
        var html = DesignHtml.of(new Design(Design.Layout.DESIGNED, "en", "", List.of(Block.of(BlockType.SIGNATURE, Map.of("html", "<p>Best regards,<br>[your name]</p>")))), Brand.PLAIN, DesignHtml.Pictures.AS_WRITTEN);
        var anna = workspace.accounts().save(new Account(0, "anna", "Anna", "anna@own.example", "127.0.0.1", 25, Security.NONE, null, null, 0, 0, 0, null, null));
        var draft = campaign(html, "a@one.example,Anna,,One");
        var campaign = workspace.campaigns().create("By anna", draft.audience(), anna.id(), "Panel", html, null);
        assertTrue(found(campaign).containsKey("placeholder"));
        workspace.signatureTexts().put(anna.id(), "Anna Lee\nSales");
        assertFalse(found(campaign).containsKey("placeholder"));
    }

    @Test
    void theSamePersonUnderTwoAddressesIsFoundTheSecondTime() {
        var found = found(campaign(HTML, "anna.weber@gmail.com,Anna,Anna Weber,Weber", "a@weber.example,Anna,Anna Weber,Weber", "a.weber@weber.example,Anna,Anna Weber,Weber", "annaweber+fair@gmail.com,Anna,A. Weber,Weber"));
        assertEquals(List.of("a.weber@weber.example", "annaweber+fair@gmail.com"), Objects.requireNonNull(found.get("twice")).recipients());
    }

    @Test
    void moreThanThreeMailsToOneCompanyAreTooMany() {
        var found = found(campaign(HTML, "a@cedar.example,Anna,,Cedar", "b@cedar.example,Ben,,Cedar", "c@cedar.example,Carl,,Cedar", "d@cedar.example,Dora,,Cedar", "e@cedar.example,Emil,,Cedar", "f@other.example,Finn,,Other"));
        assertEquals(List.of("d@cedar.example", "e@cedar.example"), Objects.requireNonNull(found.get("many-at-company")).recipients());
    }

    @Test
    void whoIsSuppressedIsToldAndLeftOut() throws Exception {
        var campaign = campaign(HTML, "a@one.example,Anna,,One", "b@two.example,Ben,,Two");
        workspace.suppressions().add(EmailAddress.parse("b@two.example").orElseThrow(), SuppressionReason.UNSUBSCRIBED, null, Instant.now());
        var checked = workspace.check().run(campaign, _ -> {}, () -> false);
        assertEquals(1, checked.mails());
        assertEquals(List.of("b@two.example"), checked.findings().stream().filter(finding -> finding.kind().equals("suppressed")).findFirst().orElseThrow().recipients());
    }

    @Test
    void aFileThatIsGoneStops() throws Exception {
        var campaign = campaign(HTML, "a@one.example,Anna,,One");
        var file = folder.resolve("prices.pdf");
        Files.writeString(file, "prices");
        var kept = workspace.attachments().add(campaign.id(), file);
        assertFalse(found(campaign).containsKey("attachment-missing"));
        Files.delete(workspace.home().attachments().resolve(kept.sha256()));
        assertEquals(Severity.STOP, Objects.requireNonNull(found(campaign).get("attachment-missing")).severity());
    }

    @Test
    void theLinksOfAllMailsAreCollectedOnceAndTheWayToUnsubscribeIsNone() {
        var checked = workspace.check().run(campaign(HTML + "<a href=\"https://www.lumitech.example/for?c={{ company }}\">yours</a>", "a@one.example,Anna,,One", "b@two.example,Ben,,Two"), _ -> {}, () -> false);
        assertEquals(List.of("https://www.lumitech.example/p", "https://www.lumitech.example/for?c=One"), checked.references().stream().map(each -> each.url()).toList());
        assertTrue(checked.findings().stream().noneMatch(finding -> finding.kind().equals("bad-destination")), checked.findings().toString());
    }

    @Test
    void adviceOnTheLetterAndOnItsHourIsToldAndCanBeSwitchedOff() {
        var letter = "<p>Dear Sir or Madam,</p><p>the new panels of our series are here and you can have two samples of them for your office in Berlin. May I send them to you?</p><p>Best regards<br>Anna</p><a href=\"{{ unsubscribe_url }}\">no more</a>";
        var campaign = campaign(letter, "a@one.example,Anna,,One", "b@two.example,Ben,,Two");
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE contact SET country = 'DE', time_zone = 'Europe/Berlin'"));
        var checked = workspace.check().run(campaign, _ -> {}, () -> false);
        var greeting = checked.findings().stream().filter(finding -> finding.kind().equals("salutation-nobody")).findFirst().orElseThrow();
        assertTrue(greeting.isAdvice());
        assertEquals(Severity.ADVICE, greeting.severity());
        assertEquals("Dear Sir or Madam", greeting.where());
        var night = checked.leaving(Instant.parse("2026-11-24T02:00:00Z")).findings().stream().filter(finding -> finding.kind().equals("arrival")).toList();
        assertEquals(2, night.getFirst().text().arguments().get("night"));
        assertTrue(checked.leaving(Instant.parse("2026-11-24T09:00:00Z")).findings().stream().noneMatch(finding -> finding.kind().equals("arrival")));
        workspace.advice().switchOff("salutation-nobody");
        workspace.advice().switchOff("arrival");
        var quiet = workspace.check().run(campaign, _ -> {}, () -> false).leaving(Instant.parse("2026-11-24T02:00:00Z"));
        assertTrue(quiet.findings().stream().noneMatch(CheckFinding::isAdvice), quiet.findings().toString());
        workspace.advice().switchOn("salutation-nobody");
        assertEquals(java.util.Set.of("arrival"), workspace.advice().off());
        assertTrue(found(campaign).containsKey("salutation-nobody"));
    }
}
