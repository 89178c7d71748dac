package app.caravel.campaign;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.contact.EmailAddress;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.reason.Problem;
import app.caravel.report.CampaignReport;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One campaign in several languages: who gets which, and that every later look at it knows. */
class VariantsTest {

    private static final Variant SPANISH = new Variant("es", "Paneles para {{ first_name | default: 'usted' }}", page("Estimado {{ first_name }},", "producto"), null, Original.HTML);
    private static final Variant BRAZILIAN = new Variant("pt-BR", "Painéis", page("Prezado {{ first_name | default: 'cliente' }},", "produto"), null, Original.HTML);

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

    private static String page(String greeting, String says) {
        return "<html lang=\"en\"><body><p>" + greeting + "</p><a href=\"https://www.lumitech.example/p\">" + says + "</a> <a href=\"https://www.lumitech.example/" + says + "\">more</a>"
                + "<a href=\"{{ unsubscribe_url }}\">no more</a></body></html>";
    }

    /** @param people address, first name, language */
    private Campaign campaign(int port, String... people) {
        var account = workspace.accounts().save(new Account(0, "anna", "Anna Wang", "anna@lumitech.example", "127.0.0.1", port, Security.NONE, null, null, 0, 0, 0, null, null));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (var row : people) {
                var cells = row.split(",", -1);
                h.execute("INSERT INTO contact (address, written_address, first_name, language, created_at, changed_at) VALUES (?, ?, nullif(?, ''), nullif(?, ''), 0, 0)", cells[0], cells[0], cells[1], cells[2]);
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
            }
        });
        var draft = workspace.campaigns().create("Panels", Audience.of(list), account.id(), "Panels", page("Dear {{ first_name | default: 'friend' }},", "product"), null);
        return workspace.campaigns().saveContent(draft.withVariants(List.of(SPANISH, BRAZILIAN)));
    }

    private static final String[] PEOPLE = {"a@one.example,Anna,en", "b@two.example,Blanca,es", "c@three.example,Carlos,es-MX", "d@four.example,Davi,pt", "e@five.example,,", "f@six.example,Farid,ar"};

    private static String mailTo(ScriptedServer server, String address) {
        return server.taken().stream().filter(mail -> mail.recipient().equals(address)).findFirst().orElseThrow().source();
    }

    private Message message(Campaign campaign, String address) {
        return List.of(MessageState.values()).stream().flatMap(state -> workspace.runs().messages().inState(campaign.id(), state).stream())
                .filter(each -> each.address().equals(address)).findFirst().orElseThrow();
    }

    @Test
    void eachGetsHisLanguageAndEveryoneElseTheMailItself() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server.port(), PEOPLE);
            workspace.runs().send(campaign, 2);
            assertTrue(mailTo(server, "a@one.example").contains("Dear Anna,"));
            assertTrue(mailTo(server, "b@two.example").contains("Subject: Paneles para Blanca"));
            assertTrue(mailTo(server, "b@two.example").contains("Estimado Blanca,"));
            assertTrue(mailTo(server, "c@three.example").contains("Estimado Carlos,"), "es-MX is Spanish");
            assertTrue(mailTo(server, "d@four.example").contains("Prezado Davi,"), "pt is nearest to pt-BR");
            assertTrue(mailTo(server, "e@five.example").contains("Dear friend,"));
            assertTrue(mailTo(server, "f@six.example").contains("Dear Farid,"));
            assertEquals(message(campaign, "b@two.example").contentId(), message(campaign, "c@three.example").contentId());
            assertEquals(3, new HashSet<>(workspace.runs().messages().inState(campaign.id(), MessageState.SENT).stream().map(Message::contentId).toList()).size());
            assertTrue(workspace.sentMails().of(message(campaign, "c@three.example")).orElseThrow().html().contains("Estimado Carlos,"));
        }
    }

    @Test
    void whatIsLeftAfterAPauseIsMadeOfTheVariantAsItIsThenAndWhatWasSentStaysWhatItWas() {
        var taken = new AtomicInteger();
        try (var server = ScriptedServer.start((command, _) -> command.startsWith("RCPT") && taken.incrementAndGet() > 3 ? ScriptedServer.CUT : null)) {
            var campaign = campaign(server.port(), PEOPLE);
            assertThrows(Problem.class, () -> workspace.runs().send(campaign, 1));
            assertEquals(CampaignState.PAUSED, workspace.campaigns().named("Panels").state());
        }
        var before = workspace.campaigns().named("Panels");
        var sent = workspace.runs().messages().inState(before.id(), MessageState.SENT).stream().collect(Collectors.toMap(Message::address, message -> Objects.requireNonNull(message.contentId())));
        assertEquals(Set.of("a@one.example", "b@two.example", "c@three.example"), sent.keySet());
        try (var server = ScriptedServer.start((_, _) -> null)) {
            workspace.database().jdbi().useHandle(h -> {
                h.execute("UPDATE account SET smtp_port = ?", server.port());
                h.execute("UPDATE campaign SET variants = replace(variants, 'Prezado', 'Caro'), html = replace(html, 'Dear', 'Hello')");
            });
            workspace.runs().send(workspace.campaigns().named("Panels"), 1);
            assertEquals(3, server.taken().size(), "nobody gets two");
            assertTrue(mailTo(server, "d@four.example").contains("Caro Davi,"));
            assertTrue(mailTo(server, "f@six.example").contains("Hello Farid,"));
        }
        assertEquals(sent.get("b@two.example"), message(before, "b@two.example").contentId());
        assertTrue(workspace.sentMails().of(message(before, "a@one.example")).orElseThrow().html().contains("Dear Anna,"));
        assertNotEquals(message(before, "a@one.example").contentId(), message(before, "f@six.example").contentId());
    }

    @Test
    void theCheckReadsEachMailInItsLanguageAndSaysWhichItIsAbout() {
        var campaign = campaign(1, "a@one.example,,en", "b@two.example,,es", "c@three.example,Carlos,es-MX");
        var checked = workspace.check().run(campaign, _ -> {}, () -> false);
        assertEquals(3, checked.mails());
        assertEquals(List.of(Map.entry("", 1), Map.entry("es", 2), Map.entry("pt-BR", 0)), List.copyOf(checked.languages().entrySet()));
        var empty = checked.findings().stream().filter(finding -> finding.kind().equals("empty-salutation")).toList();
        assertEquals(1, empty.size(), "the English one has a stand-in");
        assertEquals("es", empty.getFirst().language());
        assertEquals(List.of("b@two.example"), empty.getFirst().recipients());
        assertEquals(List.of("https://www.lumitech.example/p", "https://www.lumitech.example/product", "https://www.lumitech.example/producto"), checked.references().stream().map(each -> each.url()).toList());
        assertTrue(workspace.check().run(campaign.withVariants(List.of()), _ -> {}, () -> false).findings().stream().allMatch(finding -> finding.language() == null));
    }

    @Test
    void aVariantThatIsEmptyOrCannotBeReadStopsByItsName() {
        var campaign = campaign(1, PEOPLE);
        var begun = workspace.check().run(campaign.with(new Variant("es", "", "<html><body></body></html>", null, Original.HTML)), _ -> {}, () -> false)
                .findings().stream().filter(finding -> finding.severity() == Severity.STOP).findFirst().orElseThrow();
        assertEquals("variant-empty es", begun.kind() + " " + begun.language());
        var broken = workspace.check().run(campaign.with(new Variant("es", "", "{% if %}", null, Original.HTML)), _ -> {}, () -> false).findings().getFirst();
        assertEquals("unreadable es", broken.kind() + " " + broken.language());
    }

    @Test
    void aLookAtOnePersonsMailIsInHisLanguage() {
        var campaign = campaign(1, PEOPLE);
        var contact = workspace.contacts().find(EmailAddress.parse("c@three.example").orElseThrow()).orElseThrow();
        assertEquals("Paneles para Carlos", workspace.check().sample(campaign, contact).subject());
        assertTrue(new String(workspace.testMails().raw(campaign, contact), java.nio.charset.StandardCharsets.UTF_8).contains("Estimado Carlos,"));
        assertEquals(Map.of("en", 1, "es", 1, "es-MX", 1, "pt", 1, "", 1, "ar", 1), workspace.check().readers(campaign));
    }

    @Test
    void aMailOfBlocksIsAsGoodForItsOwnReadersAsAVariantIs() {
        var blocks = Original.design(DesignJson.write(Design.empty(Design.Layout.LETTER, "pt-PT")));
        var campaign = campaign(1, PEOPLE).withContent("Painéis", "<html lang=\"pt-PT\"></html>", null, blocks);
        assertEquals("pt-BR", campaign.languageFor("pt-BR"));
        assertEquals(null, campaign.languageFor("pt-PT"));
        assertEquals("pt-BR", campaign.languageFor("pt"));
    }

    @Test
    void aDestinationThatSeveralLanguagesLeadToIsCountedOnce() {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var campaign = campaign(server.port(), PEOPLE);
            workspace.runs().send(campaign, 1);
            click(campaign, "a@one.example", 0);
            click(campaign, "b@two.example", 0);
            click(campaign, "c@three.example", 0);
            click(campaign, "c@three.example", 1);
            var links = workspace.reports().of(campaign).links().stream().collect(Collectors.toMap(CampaignReport.Link::url, CampaignReport.Link::clickedBy));
            assertEquals(Map.of("https://www.lumitech.example/p", 3, "https://www.lumitech.example/product", 0, "https://www.lumitech.example/producto", 1, "https://www.lumitech.example/produto", 0), links);
        }
    }

    private void click(Campaign campaign, String address, int link) {
        workspace.database().jdbi().useHandle(h -> {
            h.execute("""
                    INSERT INTO event (epoch, sequence, kind, at, random_id, message_id, link, method, raw)
                    VALUES ('e', (SELECT count(*) FROM event), 'click', 0, x'00', ?, ?, 'GET', '')""", message(campaign, address).id(), link);
            h.execute("INSERT INTO verdict (event_id, verdict, reasons, rule) VALUES (last_insert_rowid(), 'person', '[]', 1)");
        });
    }

    @Test
    void aCopyIsInAllLanguagesAndALaterEditOfOneLeavesTheOthers() {
        var campaign = campaign(1, PEOPLE);
        var copy = workspace.campaigns().duplicate(campaign);
        assertEquals(List.of(SPANISH, BRAZILIAN), copy.variants());
        var edited = workspace.campaigns().saveContent(copy.with(new Variant("es", "Otra", SPANISH.html(), null, Original.HTML)));
        assertEquals(List.of("Otra", "Painéis"), edited.variants().stream().map(Variant::subject).toList());
        assertEquals(List.of(BRAZILIAN), workspace.campaigns().saveContent(edited.without("es")).variants());
        assertEquals(List.of(SPANISH, BRAZILIAN), workspace.campaigns().find(campaign.id()).orElseThrow().variants());
    }
}
