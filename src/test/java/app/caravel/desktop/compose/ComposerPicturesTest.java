package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/** Compose with a mail of blocks and with a letter, in both languages and themes, for somebody to look at. */
class ComposerPicturesTest {

    @TempDir
    Path folder;

    @Test
    void composeIsDrawnInBothLanguagesAndThemes() throws Exception {
        try (var workspace = Workspace.open(new Home(folder.resolve("home")))) {
            workspace.brands().keep(new Brand("Lumitech Lighting", "", "#1d4ed8", "#1f2328", "Arial, Helvetica, sans-serif", "18 Xingye Road, Zhongshan, China", "https://www.lumitech.example", Map.of("LinkedIn", "https://www.linkedin.example/lumitech")));
            var list = workspace.lists().create("Buyers");
            workspace.database().jdbi().useHandle(h -> {
                h.execute("INSERT INTO company (id, name) VALUES (1, 'Nordlicht Handel')");
                h.execute("INSERT INTO contact (id, address, written_address, name, first_name, company_id, attributes, created_at, changed_at) VALUES (1, 'k@x.example', 'k@x.example', 'Katrin Weber', 'Katrin', 1, '{\"Last order\": \"LED panel 60x60\"}', 0, 0)");
                h.execute("INSERT INTO contact (id, address, written_address, created_at, changed_at) VALUES (2, 'info@y.example', 'info@y.example', 0, 0)");
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id());
            });
            var text = Block.of(BlockType.TEXT, Map.of("html", "<p>Dear {{ first_name | default: \"friend\" }},</p><p>last spring {{ company }} took our 60×60 panels. The new series draws <strong>36 W instead of 40</strong>, glares less and costs 8% less from 500 pcs.</p>"));
            var design = Design.empty(Design.Layout.DESIGNED, "en").withPreheader("New stock in Hamburg from 2 December, samples free of charge").withBlocks(List.of(
                    Block.of(BlockType.HEADING, Map.of("html", "Brighter. Thinner. 8% lighter on the price.", "level", "1")), text,
                    Block.of(BlockType.PRICE_TABLE, Map.of("rows", "Item\tPower\tFOB Zhongshan\nLED panel 60×60\t36 W\tUSD 11.90\nLED panel 30×120\t36 W\tUSD 13.40")),
                    Block.of(BlockType.BUTTON, Map.of("label", "See prices from 500 pcs", "href", "https://www.lumitech.example/panels")),
                    Block.of(BlockType.COLUMNS_2), Block.of(BlockType.FOOTER)));
            var draft = workspace.campaigns().create("LED panel 60×60, autumn offer", Audience.of(list), null, "{{ first_name | default: \"Hello\" }}, panel 60×60 is 8% lighter on the price", "", null, Original.design(DesignJson.write(design)));
            var letter = Design.empty(Design.Layout.LETTER, "en").withBlocks(List.of(
                    Block.of(BlockType.TEXT, Map.of("html", "<p>Dear {{ first_name | default: \"friend\" }},</p><p>I saw that {{ company }} brings LED panels into Germany. We make them in Zhongshan, for three importers you may know.</p><p>Would a sample of the 36 W panel help? I can send two this week, free of charge.</p><p>Best regards</p>")),
                    Block.of(BlockType.SIGNATURE, Map.of("html", "<p>Anna Wang<br>Lumitech Lighting, Zhongshan</p>")), Block.of(BlockType.FOOTER)));
            var letterDraft = workspace.campaigns().create("First approach, Germany", Audience.of(list), null, "36 W panels for {{ company | default: \"your shop\" }}", "", null, Original.design(DesignJson.write(letter)));
            var mjml = "<mjml>\n  <mj-head>\n    <mj-preview>New stock in Hamburg</mj-preview>\n  </mj-head>\n  <mj-body>\n    <!-- one section, one column -->\n    <mj-section background-color=\"#ffffff\">\n      <mj-column>\n        <mj-text>Dear {{ first_name | default: \"friend\" }},</mj-text>\n        <mj-button href=\"https://www.lumitech.example\">See prices</mj-button>\n      </mj-column>\n    </mj-section>\n  </mj-body>\n</mjml>\n";
            var source = workspace.campaigns().create("Fair invitation, MJML", Audience.of(list), null, "Meet us in Frankfurt", app.caravel.content.Mjml.toHtml(mjml, "en"), null, Original.mjml(mjml.replace("</mj-text>", "</mj-txt>")));
            var anna = workspace.accounts().save(new Account(0, "Lumitech", "Anna Wang", "anna@lumitech.example", "127.0.0.1", 2525, Security.NONE, null, null, 0, 0, 0, null, null));
            workspace.campaigns().saveDetails(draft.withAccount(anna.id()));
            Robot.startToolkit();
            for (var language : Language.values()) {
                for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                    shoot(workspace, language, choice, draft, text, "composer");
                    shoot(workspace, language, choice, letterDraft, letter.blocks().getFirst(), "letter");
                    shootSource(workspace, language, choice, source);
                }
            }
        }
    }

    private static void shoot(Workspace workspace, Language language, Theme.Choice choice, Campaign draft, Block block, String name) {
        try (var window = new ComposerWindow(workspace, language, choice, new TestUi.NoDesk())) {
            window.open(draft).edit(block);
            Robot.waitFor(() -> window.find(".float-bar").isVisible(), "shows the bar");
            window.save(name + ComposerWindow.look(language, choice));
        }
    }

    /** Half written MJML: the line of its mistake is marked. */
    private static void shootSource(Workspace workspace, Language language, Theme.Choice choice, Campaign draft) {
        try (var window = new ComposerWindow(workspace, language, choice, new TestUi.NoDesk())) {
            Robot.onScreen(() -> {
                window.frame.ui().go(Place.content(draft.id()));
                return true;
            });
            Robot.waitFor(() -> window.frame.lookup(".source-editor") != null, "shows the source");
            window.robot.pressOn("#subject-of-source").write(" ");
            Robot.waitFor(() -> window.frame.lookup(".wrong-line") != null, "marks the mistake");
            window.save("compose-mjml" + ComposerWindow.look(language, choice));
        }
    }
}
