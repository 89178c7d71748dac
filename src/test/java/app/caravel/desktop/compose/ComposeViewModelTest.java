package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
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
        model.html.set("<p>Dear {{ first_name | default: \"friend\" }}, <a href=\"https://www.lumitech.example/a\">panel</a></p>");
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
    void aMailThatDoesNotParseSaysWhereAndThePreviewStaysAtItsLastGoodState() {
        model.html.set("<p>good</p>");
        model.keep();
        model.html.set("<p>{{ first_name</p>");
        model.keep();
        assertNotNull(model.wrong().get());
        assertTrue(shown().mail().html().contains("good"));
        model.html.set("<p>better</p>");
        model.keep();
        assertEquals(null, model.wrong().get());
        assertTrue(shown().mail().html().contains("better"));
    }

    @Test
    void leavingKeepsWhatWasTypedLastAndTakesNothingElseBack() {
        model.html.set("<p>typed last</p>");
        workspace.campaigns().saveDetails(workspace.campaigns().named("Autumn").withName("Winter"));
        model.close();
        assertEquals("<p>typed last</p>", workspace.campaigns().named("Winter").html());
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }
}
