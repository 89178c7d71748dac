package app.caravel.desktop.person;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.audience.QueryParser;
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

/** Pictures of a person's page and the companies in both languages and both themes, to be looked at. */
class PersonPicturesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Workspace workspace;
    private long segment;

    @BeforeEach
    void open() throws IOException {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZONE));
        PersonData.fill(workspace, folder);
        segment = workspace.segments().create("Active VIPs", QueryParser.parse("stage:active tag:VIP -stage:lapsed,none").get()).id();
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void everyFaceIsDrawn() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                draw(language, choice, (choice == Theme.Choice.DARK ? "-dark" : "") + (language == Language.CHINESE ? "-zh" : ""));
            }
        }
    }

    private void draw(Language language, Theme.Choice choice, String look) {
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        var window = new Window(frame, robot.scene());
        window.picture(Place.person(PersonData.KATRIN), "person" + look);
        robot.pressOn("#fact-country");
        window.picture("person-choosing" + look);
        robot.type(KeyCode.ESCAPE).type(KeyCode.ESCAPE).press("k.weber@nordlicht.de").type(KeyCode.SHORTCUT, KeyCode.A).write("brandt@nordlicht.de").type(KeyCode.ENTER);
        window.picture("person-taken" + look);
        window.picture(Place.person(PersonData.GONE), "person-suppressed" + look);
        window.picture(Place.person(PersonData.NOBODY_WROTE), "person-new" + look);
        window.picture(Place.person(3), "person-long" + look);
        window.picture(Place.company(workspace.companies().ofContact(PersonData.KATRIN).orElseThrow().id()), "company" + look);
        window.picture(Place.COMPANIES, "companies" + look);
        window.picture(Place.CONTACTS, "contacts-groups" + look);
        window.picture(Place.segment(segment), "segment-stage" + look);
        window.picture(Place.TODAY, "today-follow-up" + look);
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    private record Window(Frame frame, Scene scene) {

        void picture(Place place, String name) {
            Robot.onScreen(() -> {
                frame.ui().go(place);
                return true;
            });
            picture(name);
        }

        void picture(String name) {
            Snapshots.settle(frame.ui().background());
            Robot.onScreen(() -> Snapshots.of(scene));
            Snapshots.settle(frame.ui().background());
            var picture = Robot.onScreen(() -> Snapshots.of(scene));
            Snapshots.write(picture, Path.of("target/screens/" + name + ".png"));
            assertEquals(1280, picture.getWidth());
        }
    }
}
