package app.caravel.desktop.campaigns;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Checked;
import app.caravel.contact.Contact;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Fact;
import app.caravel.content.CheckFinding;
import app.caravel.content.Mend;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the check found is mended where it stands, looked at anew, and can be taken back. */
class MendViewModelTest {

    @TempDir
    Path folder;

    private final List<MendViewModel.Act> done = new ArrayList<>();
    private Workspace workspace;
    private Campaign campaign;
    private DraftViewModel draft;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder), Clock.fixed(CampaignData.NOW, ZoneOffset.UTC));
        var data = new CampaignData(workspace);
        long account = data.account().id();
        campaign = data.draft("Draft", data.list("Buyers", 120), account);
        var first = contact(buyer(0));
        workspace.edits().set(first.id(), Fact.FIRST_NAME, "RASHID");
        workspace.edits().set(first.id(), Fact.NAME, "RASHID AL MANSOORI");
        draft = new DraftViewModel(workspace, new InlineBackground());
        draft.open(campaign.id(), "check");
        draft.check.run();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private String buyer(int n) {
        return "buyer" + n + "@" + Integer.toHexString("Buyers".hashCode()) + ".example";
    }

    private Contact contact(String address) {
        return EmailAddress.parse(address).flatMap(workspace.contacts()::find).orElseThrow();
    }

    private Checked checked() {
        return Objects.requireNonNull(draft.check.checked().get());
    }

    private CheckFinding finding(String kind) {
        return checked().findings().stream().filter(each -> each.kind().equals(kind)).findFirst().orElseThrow(() -> new AssertionError(kind + " is not among " + checked().findings()));
    }

    private boolean has(String kind) {
        return checked().findings().stream().anyMatch(each -> each.kind().equals(kind));
    }

    @Test
    void thePeopleOfAFindingAreLeftOutAndLetInAgain() {
        assertEquals(120, checked().mails());
        var greeting = finding("empty-salutation");
        assertEquals(2, greeting.count());
        draft.mends.leaveOut(greeting.recipients(), done::add);
        assertEquals(118, checked().mails());
        assertTrue(!has("empty-salutation"));
        assertEquals(2, workspace.campaigns().named("Draft").audience().without().size());
        done.getFirst().undo().run();
        assertEquals(120, checked().mails());
        assertTrue(has("empty-salutation"));
    }

    @Test
    void oneOfAFindingIsLeftOutAndTheNextMailStaysInView() {
        draft.check.choose(finding("empty-salutation"));
        var people = draft.check.samples.people();
        draft.mends.leaveOut(List.of(people.getFirst()), done::add);
        assertEquals("empty-salutation", Objects.requireNonNull(draft.check.chosen().get()).kind());
        assertEquals(List.of(people.getLast()), draft.check.samples.people());
        assertEquals(people.getLast(), Objects.requireNonNull(draft.check.samples.sample.value()).contact().address().canonical());
    }

    @Test
    void namesInCapitalsAreWrittenInTheUsualWayAndBack() {
        assertInstanceOf(Mend.Names.class, finding("name-capitals").mend());
        draft.mends.names(finding("name-capitals"), names -> {
            assertEquals(List.of("Rashid", "Rashid al Mansoori"), names.stream().map(MendViewModel.NewName::after).toList());
            draft.mends.write(names, done::add);
        });
        assertEquals("Rashid", contact(buyer(0)).firstName());
        assertTrue(!has("name-capitals"));
        assertEquals(1, done.getFirst().count());
        done.getFirst().undo().run();
        assertEquals("RASHID AL MANSOORI", contact(buyer(0)).name());
        assertTrue(has("name-capitals"));
    }

    @Test
    void aStandInIsWrittenIntoTheContentAndTakenOutAgain() {
        var field = assertInstanceOf(Mend.StandIn.class, checked().findings().stream().filter(each -> each.kind().equals("empty-field") && each.mend().equals(new Mend.StandIn("first_name"))).findFirst().orElseThrow().mend());
        draft.mends.write(null, written -> written.withStandIn(field.field(), "friend"), done::add);
        assertTrue(workspace.campaigns().named("Draft").html().contains("Dear {{ first_name | default: 'friend' }},"));
        assertTrue(!has("empty-salutation"));
        done.getFirst().undo().run();
        assertEquals(CampaignData.HTML, workspace.campaigns().named("Draft").html());
    }

    @Test
    void aMailOfBlocksIsMendedInItsBlocksAndMadeAnew() {
        var text = Block.of(BlockType.TEXT, Map.of("html", "<p>Dear {{ first_name }},</p>"));
        var before = Original.design(DesignJson.write(Design.empty(Design.Layout.LETTER, "en").withBlocks(List.of(text))));
        workspace.campaigns().saveContent(Objects.requireNonNull(draft.campaign().get()).withContent("For {{ first_name }}", "<p>Dear {{ first_name }},</p>", null, before));
        draft.reread();
        assertTrue(draft.mends.holds(null, "Dear"));
        assertTrue(!draft.mends.holds(null, "Hello"));
        draft.mends.write(null, written -> written.withStandIn("first_name", "friend"), done::add);
        var mended = workspace.campaigns().named("Draft");
        assertEquals("For {{ first_name | default: 'friend' }}", mended.subject());
        assertTrue(mended.html().contains("Dear {{ first_name | default: 'friend' }},"));
        assertEquals("<p>Dear {{ first_name | default: 'friend' }},</p>", DesignJson.read(Objects.requireNonNull(mended.original().source())).blocks().getFirst().get("html"));
        done.getFirst().undo().run();
        assertEquals(before, workspace.campaigns().named("Draft").original());
    }

    @Test
    void whatIsMendedInOneLanguageLeavesTheOthers() {
        var spanish = new Variant("es", "Para {{ first_name }}", "<p>Hola {{ first_name }},</p>", null, Original.HTML);
        workspace.campaigns().saveContent(Objects.requireNonNull(draft.campaign().get()).with(spanish));
        draft.reread();
        assertTrue(draft.mends.holds("es", "Hola"));
        assertTrue(!draft.mends.holds("es", "Dear"));
        draft.mends.write("es", written -> written.withStandIn("first_name", "amigo"), done::add);
        assertEquals("<p>Hola {{ first_name | default: 'amigo' }},</p>", workspace.campaigns().named("Draft").variant("es").orElseThrow().html());
        assertEquals(CampaignData.HTML, workspace.campaigns().named("Draft").html());
        done.getFirst().undo().run();
        assertEquals(List.of(spanish), workspace.campaigns().named("Draft").variants());
    }

    @Test
    void theMailsOfAFindingTheLongestAndAnyCanBeLeafedThrough() {
        draft.check.choose(finding("empty-salutation"));
        assertEquals(SamplesViewModel.Which.HIT, draft.check.samples.which().get());
        assertEquals("Dear ,", draft.check.samples.words());
        draft.check.samples.leaf(1);
        assertEquals(buyer(104), Objects.requireNonNull(draft.check.samples.sample.value()).contact().address().canonical());
        draft.check.samples.choose(SamplesViewModel.Which.LONGEST);
        assertEquals(20, draft.check.samples.people().size());
        draft.check.choose(finding("name-capitals"));
        assertEquals("RASHID", draft.check.samples.words());
    }

    @Test
    void pagesAreAskedForAfterTheMailsWereReadAndNotAgainAfterAMend() {
        var seen = Objects.requireNonNull(checked().seen());
        assertEquals(4, seen.links().all());
        assertEquals(4, seen.links().unknown()); // an example leads nowhere: nothing is said to be bad
        draft.mends.leaveOut(List.of(buyer(3)), done::add);
        assertEquals(seen, checked().seen());
        assertNotNull(draft.check.chosen().get());
    }

    @Test
    void whatAnotherScreenChangedIsNotTakenForAMend() {
        workspace.campaigns().saveContent(Objects.requireNonNull(draft.campaign().get()).withContent("Another", CampaignData.HTML + " ", null));
        workspace.database().jdbi().useHandle(h -> h.execute("UPDATE campaign SET changed_at = changed_at + 1"));
        draft.reread();
        assertNull(draft.check.checked().get());
    }
}
