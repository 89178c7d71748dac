package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ComposeViewModelTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private ComposeViewModel model;
    private Campaign draft;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            h.execute("INSERT INTO contact (id, address, written_address, name, first_name, created_at, changed_at) VALUES (1, 'k@x.example', 'k@x.example', 'Katrin Weber', 'Katrin', 0, 0)");
            h.execute("INSERT INTO contact (id, address, written_address, created_at, changed_at) VALUES (2, 'info@y.example', 'info@y.example', 0, 0)");
            h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id());
        });
        draft = workspace.campaigns().create("Autumn", Audience.of(list), null, "", "", null);
        model = new ComposeViewModel(workspace, new InlineBackground());
        model.open(draft.id());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void whatIsTypedIsKeptAndShownAsARecipientGetsIt() {
        model.subject.set("For {{ first_name | default: \"you\" }}");
        model.source.set("<p>Dear {{ first_name | default: \"friend\" }}, <a href=\"https://www.lumitech.example/a\">panel</a></p>");
        assertEquals(ComposeViewModel.Kept.TYPING, model.kept().get());
        model.keep();
        assertEquals(ComposeViewModel.Kept.SAVED, model.kept().get());
        assertTrue(workspace.campaigns().named("Autumn").html().contains("panel"));
        model.find("katrin");
        assertEquals("For Katrin", shown().mail().subject());
        model.leaf(1);
        assertEquals("For you", shown().mail().subject());
        assertEquals(1, shown().missing().get("first_name"));
        assertEquals("https://www.lumitech.example/a", shown().links().getFirst().urlTemplate());
    }

    @Test
    void whatIsTypedIsShownBeforeItIsKept() {
        model.source.set("<p>typed</p>");
        model.look();
        assertTrue(shown().mail().html().contains("typed"));
        assertEquals("", workspace.campaigns().named("Autumn").html());
        assertEquals(ComposeViewModel.Kept.TYPING, model.kept().get());
    }

    @Test
    void whatWasBegunEarlierIsNotShownOverWhatIsNewer() {
        var look = new LiveLook(workspace, new InlineBackground());
        var written = new DraftKeeping.Written("", "", "", null);
        look.look(written, 0, () -> {
            look.look(written, 0, () -> new DraftKeeping.Done(draft.withContent("newer", "", null, Original.HTML), null));
            return new DraftKeeping.Done(draft.withContent("earlier", "", null, Original.HTML), null);
        });
        assertEquals("newer", Objects.requireNonNull(look.shown().get()).mail().subject());
    }

    @Test
    void aMailThatDoesNotParseSaysWhereAndThePreviewStaysAtItsLastGoodState() {
        model.source.set("<p>good</p>");
        model.keep();
        model.source.set("<p>{{ first_name</p>");
        model.keep();
        assertNotNull(model.wrong().get());
        assertTrue(shown().mail().html().contains("good"));
        model.source.set("<p>better</p>");
        model.keep();
        assertEquals(null, model.wrong().get());
        assertTrue(shown().mail().html().contains("better"));
    }

    @Test
    void theMailboxIsChosenWhereTheMailIsWrittenAndWhatIsTypedStays() {
        var anna = workspace.accounts().save(new Account(0, "Lumitech", "Anna", "anna@lumitech.example", "127.0.0.1", 2525, Security.NONE, null, null, 0, 0, 0, null, null));
        model.open(draft.id());
        assertEquals(List.of(anna), model.accounts().get());
        model.source.set("<p>typed</p>");
        model.leaveBy(anna);
        model.keep();
        assertEquals(anna.id(), workspace.campaigns().named("Autumn").accountId());
        assertEquals("<p>typed</p>", workspace.campaigns().named("Autumn").html());
        assertTrue(model.canTest());
    }

    @Test
    void whatWasWrittenEarlierAndArrivesLaterIsNotKeptOverIt() {
        var keeping = new DraftKeeping(workspace);
        keeping.keep(draft, new DraftKeeping.Written("later", "<p>later</p>", "", null), 2);
        keeping.keep(draft, new DraftKeeping.Written("earlier", "<p>earlier</p>", "", null), 1);
        assertEquals("<p>later</p>", workspace.campaigns().named("Autumn").html());
    }

    @Test
    void mjmlStaysMjmlAndAMistakeInItIsToldWithItsLineAndStopsTheCheck() {
        var good = "<mjml><mj-body><mj-section><mj-column><mj-text>Dear {{ first_name }}</mj-text></mj-column></mj-section></mj-body></mjml>";
        var mail = workspace.campaigns().create("Fair", Audience.NOBODY, null, "Hello", app.caravel.content.Mjml.toHtml(good, "en"), null, Original.mjml(good));
        model.open(mail.id());
        assertEquals(good, model.source.get());
        model.subject.set("Hello there");
        model.keep();
        assertEquals(Original.mjml(good), workspace.campaigns().named("Fair").original());
        model.source.set(good.replace("<mj-text>", "\n<mj-text>").replace("</mj-text>", "</mj-txt>"));
        model.keep();
        assertEquals(2, Objects.requireNonNull(model.wrong().get()).arguments().get("line"));
        assertEquals(ComposeViewModel.Kept.SAVED, model.kept().get());
        assertEquals("unreadable", workspace.check().run(workspace.campaigns().named("Fair"), _ -> {}, () -> false).findings().getFirst().kind());
        model.source.set(good);
        model.keep();
        assertEquals(null, model.wrong().get());
    }

    @Test
    void aBlockThatIsHalfWrittenIsKeptAndStopsTheCheck() {
        var raw = Block.of(BlockType.RAW_MJML, Map.of("mjml", "<mj-section></mj-section>"));
        var mail = workspace.campaigns().create("Raw", Audience.NOBODY, null, "Hello", "", null, Original.design(DesignJson.write(Design.empty(Design.Layout.DESIGNED, "en").withBlocks(List.of(raw)))));
        model.open(mail.id());
        Objects.requireNonNull(model.editor().get()).set(raw.id(), "mjml", "<mj-section><mj-colum></mj-section>");
        model.keep();
        assertNotNull(model.wrong().get());
        assertEquals("<mj-section><mj-colum></mj-section>", DesignJson.read(Objects.requireNonNull(workspace.campaigns().named("Raw").original().source())).blocks().getFirst().get("mjml"));
        assertEquals("unreadable", workspace.check().run(workspace.campaigns().named("Raw"), _ -> {}, () -> false).findings().getFirst().kind());
    }

    @Test
    void aChangedSubjectKeepsWhatTheHtmlIsMadeFrom() {
        var text = Block.of(BlockType.TEXT, Map.of("html", "<p>One</p>"));
        var mail = workspace.campaigns().create("Blocks", Audience.NOBODY, null, "Hello", "", null, Original.design(DesignJson.write(Design.empty(Design.Layout.LETTER, "en").withBlocks(List.of(text)))));
        model.open(mail.id());
        assertTrue(workspace.campaigns().named("Blocks").html().contains("One"), "its HTML is made as soon as it is opened");
        model.subject.set("Hello there");
        Objects.requireNonNull(model.editor().get()).typed(text.id(), "html", "<p>Two</p>");
        model.keep();
        var kept = workspace.campaigns().named("Blocks");
        assertTrue(kept.html().contains("Two"));
        assertEquals("<p>Two</p>", DesignJson.read(Objects.requireNonNull(kept.original().source())).blocks().getFirst().get("html"));
    }

    @Test
    void leavingKeepsWhatWasTypedLastAndTakesNothingElseBack() {
        model.source.set("<p>typed last</p>");
        workspace.campaigns().saveDetails(workspace.campaigns().named("Autumn").withName("Winter"));
        model.close();
        assertEquals("<p>typed last</p>", workspace.campaigns().named("Winter").html());
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }
}
