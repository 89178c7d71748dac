package app.caravel.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import javafx.scene.web.WebView;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.imports.ImportOptions;
import app.caravel.contact.imports.Progress;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.FinishingFace;
import app.caravel.desktop.shell.FirstRun;
import app.caravel.desktop.shell.Frame;
import app.caravel.desktop.shell.LeaveQuestion;
import app.caravel.reason.Reason;
import app.caravel.sandbox.Rehearsal;
import app.caravel.sandbox.Sandbox;
import app.caravel.texts.Texts;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** The doors, the offer after the first report, and leaving, in both languages and themes. */
class FirstHourPicturesTest {

    private static final Path SCREENS = Path.of("target/screens/first-hour");

    @TempDir
    Path folder;

    @Test
    void theyAreDrawnInEveryLook() throws Exception {
        Robot.startToolkit();
        try (var sandbox = Sandbox.open(new Home(folder.resolve("sandbox")))) {
            var file = Files.writeString(folder.resolve("own.csv"), "Name,Mail,Company\nKatrin Weber,katrin@nordlicht.example,Nordlicht GmbH\nRashid Al Mansoori,rashid@gulf.example,Gulf Bright\n");
            sandbox.ownLists().keep(file, ImportOptions.NOTICED, "Own", sandbox.workspace().importer().run(file, ImportOptions.NOTICED, "Own", Progress.NONE));
            var outcome = new Rehearsal(sandbox).run(sandbox.readyCampaigns(sandbox.workspace().lists().get("Own")).getFirst());
            for (var language : Language.values()) {
                for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                    sandbox.workspace().settings().remove("sandbox.report-opened");
                    draw(sandbox, outcome.report().campaignId(), language, choice);
                }
            }
        }
    }

    private static void draw(Sandbox sandbox, long campaign, Language language, Theme.Choice choice) {
        var suffix = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
        var theme = Robot.onScreen(() -> new Theme(choice, language));
        picture("doors" + suffix, theme, 960, 600, () -> new FirstRun(theme, new NoDoors()));
        picture("doors-problem" + suffix, theme, 960, 600, () -> {
            var doors = new FirstRun(theme, new NoDoors());
            doors.tell(Reason.of("backup.not-one", "file", "holiday.caravel"));
            return doors;
        });
        picture("finishing" + suffix, theme, 1280, 720, () -> new FinishingFace(Texts.in(language)));
        var frame = Robot.onScreen(() -> new Frame(sandbox.workspace(), "", theme, new TestUi.NoDesk() {
            @Override
            public boolean sandbox() {
                return true;
            }
        }, ZoneId.of("Asia/Shanghai")));
        var robot = Robot.show(theme, () -> {
            frame.ui().go(Place.CAMPAIGNS);
            return frame;
        });
        write(robot, frame, "steps" + suffix);
        Robot.onScreen(() -> {
            frame.ui().go(Place.SANDBOX_INBOX);
            return true;
        });
        robot.press("Katrin Weber");
        Robot.waitFor(() -> robot.scene().getRoot().lookupAll("WebView").stream().anyMatch(view -> ((WebView) view).getEngine().getDocument() != null), "shows the mail");
        write(robot, frame, "inbox" + suffix);
        Robot.onScreen(() -> {
            frame.ui().go(Place.campaign(campaign));
            return true;
        });
        Robot.waitFor(() -> sandbox.firstSteps().reportOpened(), "opened the report");
        write(robot, frame, "offer" + suffix);
        Robot.onScreen(() -> {
            LeaveQuestion.ask(frame.ui(), "shell.leave.close", 1_284, () -> { }, () -> { });
            return true;
        });
        write(robot, frame, "leave" + suffix);
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    private static void write(Robot robot, Frame frame, String name) {
        Snapshots.settle(frame.ui().background());
        Robot.onScreen(() -> Snapshots.of(robot.scene()));
        Snapshots.settle(frame.ui().background());
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), SCREENS.resolve(name + ".png"));
    }

    private static void picture(String name, Theme theme, int width, int height, Callable<Parent> root) {
        Snapshots.write(Robot.onScreen(() -> Snapshots.of(Snapshots.scene(root.call(), width, height, theme))), SCREENS.resolve(name + ".png"));
        assertTrue(Files.exists(SCREENS.resolve(name + ".png")));
    }

    private static final class NoDoors implements FirstRun.Doors {
        @Override
        public void ownList(Path file) {}

        @Override
        public void sample() {}

        @Override
        public void real() {}

        @Override
        public void restore(Path backup) {}

        @Override
        public @Nullable Path choose(String title, List<FileKind> kinds) {
            return null;
        }
    }
}
