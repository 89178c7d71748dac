package app.caravel.desktop.compose;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Original;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A product's block is filled from the catalogue, in the window; and its pictures. */
class ProductChoiceTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Campaign draft;

    @BeforeEach
    void open() throws Exception {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")));
        workspace.products().take(Files.writeString(folder.resolve("list.csv"), """
                Item No.,English name,中文品名,FOB Zhongshan USD 500+,1000 pcs,MOQ,Lead time,Link
                LP-6060,LED panel 60x60,面板灯 60x60,4.98,4.58,500,25,https://www.lumitech.example/lp
                DL-090,Downlight 90 mm,筒灯 90,2.40,2.25,1000,15,https://www.lumitech.example/dl
                """));
        var design = new Design(Design.Layout.DESIGNED, "en", "", List.of(Block.of(BlockType.TEXT, Map.of("html", "<p>Dear friend,</p>"))));
        draft = workspace.campaigns().create("Panels", Audience.NOBODY, null, "Panels", "", null, Original.design(DesignJson.write(design)));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Frame frame(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
    }

    private void choose(Robot robot, Frame frame, String tile) {
        Robot.onScreen(() -> {
            frame.ui().go(Place.content(draft.id()));
            return true;
        });
        Snapshots.settle(frame.ui().background());
        robot.press(tile);
        Snapshots.settle(frame.ui().background());
    }

    @Test
    void aProductOfTheCataloguefillsTheBlock() {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        choose(robot, frame, "Product");
        robot.waitForText("Downlight 90 mm").write("panel");
        Robot.waitFor(() -> !robot.shows("Downlight 90 mm"), "narrows to what fits");
        robot.type(KeyCode.ENTER);
        Robot.waitFor(() -> product().get("item").equals("LP-6060"), "keeps the product in the mail");
        var filled = product();
        assertEquals("LED panel 60x60 | from USD 4.58 FOB Zhongshan, MOQ 500, 25 days | https://www.lumitech.example/lp", filled.get("name") + " | " + filled.get("price") + " | " + filled.get("href"));
        end(frame, robot);
    }

    private Block product() {
        return DesignJson.read(Objects.requireNonNull(workspace.campaigns().named("Panels").original().source())).all().stream().filter(each -> each.type() == BlockType.PRODUCT).findFirst()
                .orElse(Block.of(BlockType.PRODUCT));
    }

    @Test
    void itsPicturesAreDrawn() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                choose(robot, frame, language == Language.CHINESE ? "产品" : "Product");
                Snapshots.settle(frame.ui().background());
                Robot.onScreen(() -> Snapshots.of(robot.scene()));
                Snapshots.settle(frame.ui().background());
                Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/compose-product" + (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "") + ".png"));
                end(frame, robot);
            }
        }
    }

    private static void end(Frame frame, Robot robot) {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }
}
