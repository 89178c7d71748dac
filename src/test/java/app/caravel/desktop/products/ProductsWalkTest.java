package app.caravel.desktop.products;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The product library in the real window: a price list comes in, a product is edited and deleted and comes back; and its pictures. */
class ProductsWalkTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String LIST = """
            Item No.,Product name,中文品名,Specification,FOB Zhongshan USD 500+,1000 pcs,5000 pcs,MOQ,Lead time,Valid until,Category,Link
            LP-6060,LED panel 60x60,面板灯 60x60,"36 W, 4000 K, UGR < 19",4.98,4.58,4.20,500,25 days,2026-12-31,Panels,https://www.lumitech.example/lp-6060
            LP-1230,LED panel 120x30,面板灯 120x30,"40 W, 4000 K",5.40,5.10,4.90,500,25 days,2026-11-30,Panels,
            LP-3030,LED panel 30x30,面板灯 30x30,18 W,3.10,2.95,,1000,20 days,2026-10-31,Panels,
            DL-090,Downlight 90 mm,筒灯 90,"9 W, CRI 90",2.40,2.25,2.10,1000,15 days,2027-03-31,Downlights,
            DL-150,Downlight 150 mm,筒灯 150,15 W,3.30,3.10,,1000,15 days,,Downlights,
            HB-100,High bay UFO,工矿灯,"100 W, IP65, 150 lm/W, driver by Mean Well with five years of guarantee",21.50,,,50,30-35 days,2027-03-31,High bays,
            TR-020,Track light,轨道灯,20 W,,,,200,20 days,,Track lights,
            """;

    @TempDir
    Path folder;

    private Workspace workspace;
    private TestUi.NoDesk desk;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        desk = new TestUi.NoDesk();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Frame frame(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), desk, ZONE));
    }

    private void fill() throws Exception {
        workspace.products().take(Files.writeString(folder.resolve("price list.csv"), LIST));
        workspace.products().take(Files.writeString(folder.resolve("exw.csv"), "Item No.,Name,Price USD,MOQ\nAC-001,Driver 36 W,1.80,500\n"));
        var pictures = Files.createDirectories(folder.resolve("pictures"));
        for (var item : List.of("LP-6060", "LP-1230", "DL-090", "HB-100")) {
            var image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 90_000; i++) {
                int x = i % 300 - 150;
                int y = i / 300 - 150;
                boolean lamp = item.startsWith("LP") ? Math.abs(x) < 110 && Math.abs(y) < (item.endsWith("30") ? 40 : 110) : x * x + y * y < 9_000;
                image.setRGB(i % 300, i / 300, lamp ? 0xfdf6d8 - (Math.abs(x) + Math.abs(y)) / 8 * 0x010101 : 0xc9ced6);
            }
            assertTrue(ImageIO.write(image, "png", pictures.resolve(item + ".png").toFile()));
        }
        workspace.products().takePictures(pictures);
    }

    @Test
    void aPriceListComesInAProductIsEditedAndDeletedAndComesBack() throws Exception {
        desk.chosen = Files.writeString(folder.resolve("list.csv"), LIST + "LP-6060,again,,,,,,,,,,\n");
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.PRODUCTS);
        robot.waitForText("No products yet").press("Import price list");
        robot.waitForText("7 products added, 0 changed").press("See them");
        robot.waitForText("Line 9: item LP-6060 stands on line 2 already").press("Close");
        robot.press("LED panel 60x60");
        robot.waitForText("from USD 4.20 FOB Zhongshan, MOQ 500, 25 days");
        enter(robot, "Zhongshan", "Ningbo");
        robot.waitForText("from USD 4.20 FOB Ningbo, MOQ 500, 25 days");
        assertEquals("Ningbo", workspace.products().named("LP-6060").orElseThrow().port());
        enter(robot, "2026-12-31", "soon");
        Snapshots.settle(frame.ui().background());
        assertEquals("2026-12-31", String.valueOf(workspace.products().named("LP-6060").orElseThrow().validUntil()));
        robot.press("Delete").waitForText("LP-6060 deleted");
        assertTrue(workspace.products().named("LP-6060").isEmpty());
        Robot.waitFor(() -> !robot.shows("LED panel 60x60"), "takes it off");
        end(frame, robot);
    }

    @Test
    void aProductIsMadeByHandRenumberedDuplicatedAndUndone() throws Exception {
        fill();
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.PRODUCTS);
        make(robot);
        robot.press("Undo");
        Robot.waitFor(() -> workspace.products().named("SP-001").isEmpty(), "takes it back");
        make(robot);
        enter(robot, "SP-001", "LP-6060");
        robot.waitForText("There is an item LP-6060 already. Choose another number.");
        enter(robot, "SP-001", "SP-100");
        Robot.waitFor(() -> workspace.products().named("SP-100").isPresent(), "has the other number");
        picture(frame, robot, "products-new");
        robot.press("Duplicate").waitForText("SP-100-2 added");
        assertTrue(workspace.products().named("SP-100").isPresent() && workspace.products().named("SP-100-2").isPresent());
        end(frame, robot);
    }

    private static void make(Robot robot) {
        robot.press("New product").waitForText("Create");
        Robot.onScreen(() -> {
            ((TextField) robot.scene().lookup("#new-item")).setText("SP-001");
            return true;
        });
        robot.press("Create").waitForText("SP-001 added");
    }

    @Test
    void aChangeTakenBackLeavesWhatWasChangedBesides() throws Exception {
        fill();
        var model = new ProductsViewModel(workspace, new app.caravel.desktop.kit.InlineBackground());
        var before = workspace.products().named("LP-6060").orElseThrow();
        var renamed = workspace.products().save(before.withNames(java.util.Map.of("en", "Panel")));
        workspace.products().save(renamed.withPrices(List.of()));
        model.takeBack(before, renamed, back -> assertEquals("LED panel 60x60", back.name("en")));
        assertEquals(List.of(), workspace.products().named("LP-6060").orElseThrow().prices());
    }

    @Test
    void itsPicturesAreDrawn() throws Exception {
        var empty = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var window = Robot.show(empty.ui().theme(), () -> empty);
        go(empty, Place.PRODUCTS);
        picture(empty, window, "products-empty");
        end(empty, window);
        fill();
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                go(frame, Place.PRODUCTS);
                picture(frame, robot, "products" + look);
                robot.press("LP-6060");
                picture(frame, robot, "products-open" + look);
                end(frame, robot);
            }
        }
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var scene = Robot.onScreen(() -> Snapshots.scene(frame, 1920, 1080, frame.ui().theme()));
        go(frame, Place.PRODUCTS);
        Robot.onScreen(() -> Snapshots.of(scene));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(scene)), Path.of("target/screens/products-1920.png"));
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
    }

    private static void enter(Robot robot, String before, String text) {
        Robot.onScreen(() -> {
            var field = robot.scene().getRoot().lookupAll(".text-field").stream().map(TextField.class::cast).filter(each -> before.equals(each.getText())).findFirst().orElseThrow();
            field.requestFocus();
            field.setText(text);
            return true;
        });
        robot.type(KeyCode.ENTER);
    }

    private static void go(Frame frame, Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
        Snapshots.settle(frame.ui().background());
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), Path.of("target/screens/" + name + ".png"));
    }

    private static void end(Frame frame, Robot robot) {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }
}
