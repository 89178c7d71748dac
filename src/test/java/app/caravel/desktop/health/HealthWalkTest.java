package app.caravel.desktop.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.Audience;
import app.caravel.contact.EmailAddress;
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

/** A person mends a list in the real window: after its import, and where an audience is chosen. */
class HealthWalkTest {

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
        // answered before, so that no test asks the Internet
        for (var domain : List.of("gmial.com", "hotmial.com", "closed-long-ago.de")) {
            answered(domain, "none");
        }
        for (var domain : List.of("gmail.com", "hotmail.com", "mailinator.com")) {
            answered(domain, "found");
        }
    }

    private void answered(String domain, String state) {
        workspace.database().jdbi().useHandle(h -> h.execute("INSERT INTO mail_domain (domain, state, hosts, at) VALUES (?, ?, '[]', ?)", domain, state, workspace.clock().millis()));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path file() throws IOException {
        return Files.writeString(folder.resolve("buyers_autumn_2026.csv"), """
                Name,Company,E-mail
                Katrin Weber,Nordlicht,k.weber@nordlicht.example
                Nordlicht,Nordlicht,info@nordlicht.example
                Sales,Gulf Bright,sales@gulf-bright.example
                Anna Lang,,anna.lang@gmial.com
                Bo Nilsson,,bo@hotmial.com
                X,,x@mailinator.com
                Hans Alt,Closed,hans@closed-long-ago.de
                Katrin Weber,Nordlicht,katrin@nordlicht.example;k.weber@nordlicht.example
                Nobody,,no address at all
                """);
    }

    private Frame frame(Theme.Choice choice, Language language) {
        return Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
    }

    private static void go(Frame frame, Place place) {
        Robot.onScreen(() -> {
            frame.ui().go(place);
            return true;
        });
    }

    private static void end(Frame frame, Robot robot) {
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    private boolean there(String address) {
        return workspace.contacts().find(new EmailAddress(address)).isPresent();
    }

    private int listSize() {
        return workspace.lists().get("buyers autumn 2026").size();
    }

    @Test
    void anImportedListIsMendedGroupByGroupWithTheWayBack() throws IOException {
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.importOf(file()));
        robot.waitForText("Import 8 people").press("Import 8 people");
        robot.waitForText("List health").waitForText("8 people, 4 can be written to").waitForText("Looks mistyped");
        robot.waitForText("anna.lang@gmial.com, probably anna.lang@gmail.com, and 1 other");
        robot.press("Correct").waitForText("2 addresses corrected");
        assertTrue(there("anna.lang@gmail.com") && there("bo@hotmail.com"));
        robot.press("Undo").waitForText("Looks mistyped");
        assertTrue(there("anna.lang@gmial.com") && there("bo@hotmial.com"));
        robot.waitForText("hans@closed-long-ago.de").press("Leave out").waitForText("1 person taken out of the list");
        assertEquals(7, listSize());
        end(frame, robot);
    }

    @Test
    void theAudienceStepTellsTheHealthOfItsList() throws IOException {
        workspace.importer().run(file(), app.caravel.contact.imports.ImportOptions.NOTICED, "Buyers", app.caravel.contact.imports.Progress.NONE);
        var campaign = workspace.campaigns().createDraft("Autumn");
        workspace.campaigns().saveDetails(campaign.withAudience(Audience.of(workspace.lists().get("Buyers"))));
        var frame = frame(Theme.Choice.LIGHT, Language.ENGLISH);
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        go(frame, Place.campaignStep(campaign.id(), "audience"));
        robot.waitForText("8 people, 4 can be written to").waitForText("Role mailbox, like info@");
        robot.waitForText("How many will come back is not known yet: it can be told from 200 sent mails on.");
        robot.press("Leave out").waitForText("1 person left out of this campaign").waitForText("Picked out by hand").waitForText("7 people, 4 can be written to");
        assertEquals(1, workspace.campaigns().named("Autumn").audience().without().size());
        assertEquals(8, workspace.lists().get("Buyers").size(), "the list stays whole");
        robot.press("Undo").waitForText("8 people, 4 can be written to");
        end(frame, robot);
    }

    @Test
    void bothPlacesAreDrawn() throws IOException {
        int n = 0;
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                var frame = frame(choice, language);
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                go(frame, Place.importOf(file()));
                robot.waitForText(frame.ui().text("contacts.import-people", "n", 8)).press(frame.ui().text("contacts.import-people", "n", 8));
                robot.waitForText(frame.ui().text("health.title"));
                picture(frame, robot, "health-import" + look);
                var campaign = workspace.campaigns().createDraft("Autumn " + ++n);
                workspace.campaigns().saveDetails(campaign.withAudience(Audience.of(workspace.lists().get("buyers autumn 2026"))));
                go(frame, Place.campaignStep(campaign.id(), "audience"));
                picture(frame, robot, "health-audience" + look);
                end(frame, robot);
            }
        }
    }

    private static void picture(Frame frame, Robot robot, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        var picture = Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.write(picture, Path.of("target/screens/" + name + ".png"));
        assertEquals(1280, (int) picture.getWidth());
    }
}
