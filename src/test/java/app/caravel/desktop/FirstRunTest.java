package app.caravel.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.campaign.MessageState;
import app.caravel.contact.Filter;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.Theme;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Backup;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A new salesperson opens Caravel for the first time and goes through each door. */
class FirstRunTest {

    private static final Path SCREENS = Path.of("target/screens/first-run");

    @TempDir
    Path folder;

    private final Answers answers = new Answers();
    private Home home;
    private Stage stage;
    private StageDesk desk;
    private Robot robot;

    @BeforeEach
    void open() {
        home = new Home(folder.resolve("home"));
        Robot.startToolkit();
        stage = Robot.onScreen(Stage::new);
        desk = Robot.onScreen(() -> new StageDesk(stage, home, new Theme(Theme.Choice.LIGHT, Language.ENGLISH), answers));
        robot = Robot.in(stage);
        Robot.onScreen(() -> {
            desk.firstRun();
            return true;
        });
    }

    @AfterEach
    void close() throws Exception {
        if (answers.exited.getCount() > 0) {
            Robot.onScreen(() -> {
                desk.quit();
                return true;
            });
            assertTrue(answers.exited.await(40, TimeUnit.SECONDS), "the window closed");
        }
        robot.close();
    }

    private Workspace workspace() {
        Robot.waitFor(() -> desk.workspace() != null, "opened a workspace");
        return Objects.requireNonNull(Robot.onScreen(desk::workspace));
    }

    private void picture(String name) {
        Snapshots.settle(Objects.requireNonNull(Robot.onScreen(desk::ui)).background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(stage.getScene())), SCREENS.resolve(name + ".png"));
    }

    private void go(Place place) {
        Robot.onScreen(() -> {
            Objects.requireNonNull(desk.ui()).go(place);
            return true;
        });
    }

    @Test
    void theOwnListIsImportedSentReadReportedAndTakenOverIntoTheRealWorkspace() throws Exception {
        var rows = new StringBuilder("公司,姓名,邮箱,国家\n");
        for (int i = 1; i <= 12; i++) {
            rows.append("Lichthaus ").append(i).append(" GmbH,Katrin Weber ").append(i).append(",katrin").append(i).append("@lichthaus").append(i).append(".example,Germany\n");
        }
        answers.file = Files.writeString(folder.resolve("own_buyers.csv"), rows + "Nobody,Nobody,not an address,Germany\n");
        robot.press("Choose a file").waitForText("Import 12 people").waitForText("Four steps to your first report");
        picture("own-1-import");
        robot.press("Import 12 people").waitForText("12 people imported");
        robot.press("Write to them with a ready campaign").waitForText("Send it");
        picture("own-2-campaign");
        var rehearsed = Sandbox.of(workspace()).orElseThrow();
        robot.press("Send it").waitForText("Send to 12 people");
        while (robot.shows("Read them")) {
            robot.press("Read them").press("Go on to send").waitForText("Send to 12 people");
        }
        robot.press("Send to 12 people").waitForText("Undo");
        rehearsed.clock().advanceTo(rehearsed.clock().instant().plus(Duration.ofSeconds(11)));
        Robot.waitFor(() -> rehearsed.workspace().campaigns().all().stream().anyMatch(campaign -> rehearsed.workspace().runs().messages().counts(campaign.id()).of(MessageState.SENT) == 12),
                "sent 12 mails");
        robot.press("Let the customers read").waitForText("Sandbox inbox");
        picture("own-3-inbox");
        assertFalse(robot.shows("Open the first report"));
        rehearsed.readers().play(rehearsed.caught().all(), Duration.ZERO, () -> true, _ -> { });
        rehearsed.clock().advanceTo(rehearsed.clock().instant().plus(Duration.ofMinutes(1)));
        rehearsed.workspace().evidence().sync().pullAndSettle();
        go(Place.CONTACTS);
        picture("own-4-read");
        robot.press("Open the first report");
        Robot.waitFor(() -> robot.textThat(text -> text.startsWith("A robot opened this one ") && text.endsWith(" after sending; it does not count.")) != null, "points at the robot");
        Robot.waitFor(() -> !robot.shows("Four steps to your first report"), "has no steps any more");
        picture("own-5-report");
        robot.press("Take my list over to the real workspace");
        Robot.waitFor(() -> !desk.sandbox() && desk.workspace() != null, "opened the real workspace");
        robot.waitForText("12 people taken over").waitForText("1 row left out, as in the rehearsal");
        picture("own-6-real");
        assertEquals(12, workspace().lists().get("own buyers").size());
        assertEquals(12, workspace().contacts().count(Filter.EVERYONE));
        assertTrue(workspace().campaigns().all().isEmpty());
        Robot.onScreen(() -> {
            desk.openSandbox();
            return true;
        });
        Robot.waitFor(() -> desk.sandbox() && desk.workspace() != null, "opened the sandbox again");
        robot.waitForText("Open the sandbox inbox");
        Snapshots.settle(Objects.requireNonNull(Robot.onScreen(desk::ui)).background());
        assertFalse(robot.shows("Take my list over to the real workspace"));
    }

    @Test
    void theSampleListStandsReadyWithTwoCampaigns() {
        picture(robot, "doors");
        robot.press("Begin").waitForText("Sample list").waitForText("Send it");
        assertEquals(2, workspace().campaigns().all().size());
        assertTrue(desk.sandbox());
        assertFalse(home.exists(), "nothing is written into the real workspace");
        picture("sample");
    }

    private void picture(Robot shown, String name) {
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(shown.scene())), SCREENS.resolve(name + ".png"));
    }

    @Test
    void whoHasAMailboxIsAskedForItInTheRealWorkspace() {
        robot.press("I have a mailbox and want to send for real").waitForText("Which mailbox shall send?");
        assertFalse(desk.sandbox());
        assertTrue(home.exists());
    }

    @Test
    void aBackupIsRestoredAndSaysWhatCameBack() {
        answers.file = backup();
        robot.press("Restore a backup");
        Robot.waitFor(() -> robot.textThat(text -> text.startsWith("Restored the workspace of ")) != null, "says what came back");
        assertEquals("old computer", workspace().settings().get("mark").orElseThrow());
        assertFalse(desk.sandbox());
    }

    @Test
    void aFileThatIsNoBackupIsSaidAtTheDoorAndNothingIsMade() throws Exception {
        answers.file = Files.writeString(folder.resolve("holiday.caravel"), "no backup");
        robot.press("Restore a backup");
        Robot.waitFor(() -> robot.textThat(text -> text.contains("is no backup of Caravel")) != null, "says that it is none");
        assertTrue(robot.shows("Rehearse with my own list"));
        assertFalse(home.exists());
        picture(robot, "doors-no-backup");
        answers.exited.countDown();
    }

    @Test
    void restoredFromTheSandboxItGoesIntoTheRealWorkspaceWhichIsSetAsideAndTheRehearsalStays() throws Exception {
        try (var real = Workspace.open(home)) {
            real.settings().put("mark", "mine");
        }
        robot.press("Begin").waitForText("Sample list");
        int rehearsed = workspace().contacts().count(Filter.EVERYONE);
        answers.file = backup();
        go(Place.settings("backup"));
        robot.waitForText("Put a backup in place of your real workspace");
        picture("sandbox-restore");
        robot.press("Choose a file").waitForText("Your real workspace is set aside in a folder of its own; this rehearsal stays as it is. What was sent since the backup is not in it: running and planned campaigns wait for you.");
        robot.press("Restore");
        Robot.waitFor(() -> !desk.sandbox() && desk.workspace() != null, "opened the real workspace");
        Robot.waitFor(() -> robot.textThat(text -> text.startsWith("What stood there before is in before-restore-")) != null, "says where the old one lies");
        assertEquals("old computer", workspace().settings().get("mark").orElseThrow());
        try (var files = Files.list(home.folder())) {
            assertEquals(1, files.filter(file -> file.getFileName().toString().startsWith("before-restore-") && Files.exists(file.resolve("caravel.db"))).count());
        }
        Robot.onScreen(() -> {
            desk.openSandbox();
            return true;
        });
        Robot.waitFor(() -> desk.sandbox() && desk.workspace() != null, "opened the sandbox again");
        assertEquals(rehearsed, workspace().contacts().count(Filter.EVERYONE));
    }

    @Test
    void aRestoreThatFailsInTheSandboxBringsTheSandboxBack() throws Exception {
        try (var real = Workspace.open(home)) {
            real.settings().put("mark", "mine");
        }
        robot.press("Begin").waitForText("Sample list");
        workspace();
        var broken = Files.writeString(folder.resolve("broken.caravel"), "no backup");
        Robot.onScreen(() -> {
            desk.restore(broken, null);
            return true;
        });
        Robot.waitFor(() -> robot.textThat(text -> text.contains("is no backup of Caravel")) != null, "says that it is none");
        assertTrue(desk.sandbox());
        try (var real = Workspace.open(home)) {
            assertEquals("mine", real.settings().get("mark").orElseThrow());
        }
    }

    private Path backup() {
        try (var old = Workspace.open(new Home(folder.resolve("old")), Clock.systemUTC())) {
            old.settings().put("mark", "old computer");
            return Backup.write(old, folder.resolve("old.caravel"), null).file();
        }
    }

    @Test
    void theDoorsSpeakBothLanguagesAtOnce() {
        robot.waitForText("Try it with no mail leaving this computer").press("简体中文").waitForText("先演练一遍，邮件不会发出这台电脑");
        assertEquals(List.of(), answers.asked);
        answers.exited.countDown();
    }
}
