package app.caravel.desktop.compose;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.AccountTest;
import app.caravel.account.Security;
import app.caravel.account.SizeLimit;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.campaign.invitation.Invitation;
import app.caravel.content.Original;
import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.content.pictures.PictureStore;
import app.caravel.desktop.kit.InlineBackground;
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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What goes along with a mail, in the window under the canvas; and its pictures. */
class FilesBarTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Workspace workspace;
    private Campaign draft;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZoneOffset.UTC));
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (int i = 0; i < 12; i++) {
                h.execute("INSERT INTO contact (address, written_address, name, first_name, attributes, created_at, changed_at) VALUES (?, ?, ?, ?, ?, 0, 0)",
                        "p" + i + "@x.example", "p" + i + "@x.example", "Katrin Weber", "Katrin", app.caravel.store.Json.write(Map.of("Customer no", "10" + (40 + i))));
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
            }
        });
        draft = workspace.campaigns().create("Autumn offer", Audience.of(list), null, "LED panels for autumn", "<p>Dear {{ first_name }},</p><p>our panels are lighter this autumn.</p>", null);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private FilesViewModel model() {
        var model = new FilesViewModel(workspace, new InlineBackground());
        model.about(draft);
        return model;
    }

    private static FilesViewModel.Shown shown(FilesViewModel model) {
        var shown = model.shown().get();
        assertNotNull(shown);
        return shown;
    }

    @Test
    void aFileThatWasTakenOffComesBack() throws Exception {
        var model = model();
        model.add(List.of(Files.writeString(folder.resolve("prices.pdf"), "x".repeat(1_000))));
        var file = shown(model).files().getFirst();
        assertTrue(shown(model).luggage().whole() > 1_300, "encoded, it weighs a third more");
        model.remove(file);
        assertEquals(List.of(), shown(model).files());
        model.putBack(file);
        assertEquals("prices.pdf", shown(model).files().getFirst().kept().name());
    }

    @Test
    void onePersonsFileProposesThePatternAndWhoLacksHisIsCounted() throws Exception {
        var quotes = Files.createDirectories(folder.resolve("quotes"));
        var example = Files.writeString(quotes.resolve("quote-1042.pdf"), "q");
        Files.writeString(quotes.resolve("quote-1043.pdf"), "q");
        var model = model();
        model.propose(example, pattern -> assertEquals("quote-{{ customer_no }}.pdf", pattern));
        model.tryPattern(quotes, "quote-{{ customer_no }}.pdf", luggage -> assertEquals(10, luggage.lacking().size()));
        model.addEach(quotes, "quote-{{ customer_no }}.pdf");
        assertEquals(10, shown(model).luggage().lacking().size());
        assertEquals(12, shown(model).luggage().recipients());
    }

    @Test
    void aMailThatIsHeavierThanItsAccountTakesIsSaidWhileWritingAndInTheCheck() throws Exception {
        var accounts = workspace.accounts();
        var gmail = accounts.save(new Account(0, "anna@gmail.com", "Anna", "anna@gmail.com", "smtp.gmail.com", 465, Security.TLS, "anna@gmail.com", null, 0, 0, 0, null, null));
        assertEquals(35_882_577, accounts.sizeLimit(gmail).orElseThrow().bytes(), "the provider's, while nothing was learned");
        accounts.keepTest(gmail.id(), new AccountTest.Result.Fine(List.of(), 1_000L));
        draft = workspace.campaigns().save(draft.withAccount(gmail.id()));
        var model = model();
        assertEquals(new SizeLimit(1_000, "anna@gmail.com"), shown(model).luggage().limit());
        assertFalse(workspace.check().run(draft, _ -> {}, () -> false).findings().stream().anyMatch(each -> each.kind().equals("over-account-limit")));
        model.add(List.of(Files.writeString(folder.resolve("prices.pdf"), "x".repeat(1_000))));
        assertTrue(workspace.check().run(draft, _ -> {}, () -> false).findings().stream().anyMatch(each -> each.kind().equals("over-account-limit")
                && "anna@gmail.com".equals(each.text().arguments().get("address"))));
        accounts.keepTest(gmail.id(), new AccountTest.Result.Fine(List.of(), 150_000_000L));
        assertEquals(35_882_577, accounts.sizeLimit(gmail).orElseThrow().bytes(), "whichever is less");
        accounts.save(new Account(gmail.id(), "anna@gmail.com", "Anna", "anna@gmail.com", "smtp.other.example", 465, Security.TLS, null, null, 0, 0, 0, null, null));
        assertTrue(accounts.sizeLimit(accounts.find(gmail.id()).orElseThrow()).isEmpty(), "another server takes something else");
    }

    @Test
    void picturesInTheHtmlAreEmbeddedOnDemand() throws Exception {
        var compose = new ComposeViewModel(workspace, new InlineBackground());
        compose.open(draft.id());
        compose.source.set("<p>Hello</p><img src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(lamp()) + "\">");
        compose.keep();
        assertEquals(1, shown(compose.files).luggage().within().count());
        compose.embed(pictures -> assertEquals(1, pictures));
        assertEquals(1, PictureStore.in(workspace.campaigns().named("Autumn offer").html()).size());
        assertEquals(0, shown(compose.files).luggage().within().count());
    }

    @Test
    void picturesInABlocksHtmlAreEmbeddedToo() throws Exception {
        var raw = Block.of(BlockType.RAW_HTML, Map.of("html", "<img src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(lamp()) + "\">"));
        var design = DesignJson.write(new Design(Design.Layout.DESIGNED, "en", "", List.of(raw)));
        var made = workspace.campaigns().create("Blocks", Audience.NOBODY, null, "s", "", null, Original.design(design));
        var compose = new ComposeViewModel(workspace, new InlineBackground());
        compose.open(made.id());
        assertEquals(1, shown(compose.files).luggage().within().count());
        compose.embed(pictures -> assertEquals(1, pictures));
        var kept = workspace.campaigns().named("Blocks");
        assertEquals(1, PictureStore.in(kept.html()).size());
        assertEquals(1, PictureStore.in(String.valueOf(kept.original().source())).size());
        assertEquals(0, shown(compose.files).luggage().within().count());
    }

    @Test
    void anAppointmentIsKeptAndTakenOff() {
        var model = model();
        model.invite(fair());
        assertEquals(fair(), shown(model).invitation());
        model.invite(null);
        assertNull(shown(model).invitation());
    }

    @Test
    void thePreviewShowsAKeptPicture() throws Exception {
        var lamp = workspace.pictures().keep(lamp(), "lamp.png");
        workspace.campaigns().save(draft.withContent("Lamps", "<p>Hello {{ first_name }}</p><img src=\"" + lamp.source() + "\" width=\"400\" height=\"240\">", null));
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.content(draft.id()));
        Robot.waitFor(() -> blue(Snapshots.of(robot.scene())) > 5_000, "shows the picture");
        end(frame, robot);
    }

    @Test
    void itsPicturesAreDrawn() throws Exception {
        var quotes = Files.createDirectories(folder.resolve("quotes"));
        for (int i = 0; i < 9; i++) {
            Files.writeString(quotes.resolve("quote-10" + (40 + i) + ".pdf"), "q".repeat(60_000));
        }
        workspace.attachments().add(draft.id(), Files.write(folder.resolve("LED panels price list 2026-11.pdf"), new byte[1_240_000]));
        workspace.attachments().add(draft.id(), Files.write(folder.resolve("产品目录.pdf"), new byte[420_000]));
        workspace.eachFiles().add(draft.id(), quotes, "quote-{{ customer_no }}.pdf");
        workspace.invitations().put(draft.id(), fair());
        var account = workspace.accounts().save(new Account(0, "anna@lumitech.example", "Anna", "anna@lumitech.example", "smtp.lumitech.example", 465, Security.TLS, null, null, 0, 0, 0, null, null));
        workspace.accounts().keepTest(account.id(), new AccountTest.Result.Fine(List.of(), 2_000_000L));
        workspace.campaigns().save(draft.withAccount(account.id()));
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                go(frame, Place.content(draft.id()));
                picture(frame, robot, "compose-files" + look);
                robot.press(fair().title());
                picture(frame, robot, "compose-invitation" + look);
                end(frame, robot);
            }
        }
    }

    private Frame frame(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
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

    private static Invitation fair() {
        return new Invitation("Canton Fair, hall 14.2, stand K07", "Guangzhou", "", LocalDateTime.parse("2027-04-15T10:00"), LocalDateTime.parse("2027-04-15T11:00"), ZoneId.of("Asia/Shanghai"), false);
    }

    private static int blue(BufferedImage picture) {
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                count += (picture.getRGB(x, y) & 0xffffff) == 0x1133ee ? 1 : 0;
            }
        }
        return count;
    }

    private static byte[] lamp() throws Exception {
        var image = new BufferedImage(400, 240, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 400 * 240; i++) {
            image.setRGB(i % 400, i / 400, 0x1133ee);
        }
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, "png", out));
        return out.toByteArray();
    }
}
