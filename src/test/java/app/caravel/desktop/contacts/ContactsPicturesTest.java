package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.Scene;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Filter;
import app.caravel.desktop.kit.PagedTable;
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

/** Pictures of Contacts in both languages and both themes, to be looked at. */
class ContactsPicturesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() throws IOException {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.fixed(Instant.parse("2026-11-24T08:12:00Z"), ZONE));
        ContactsData.fill(workspace, folder, 300);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void everyFaceIsDrawn() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                draw(language, choice, (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : ""));
            }
        }
    }

    /** Names as long as customs data has them, more people than anyone scrolls through, and a tag, so that the filters need their room. */
    @Test
    void manyPeopleWithLongNamesAreDrawn() throws IOException {
        var rows = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            rows.append("\"Aktiengesellschaft für Beleuchtungstechnik und Elektrogroßhandel Norddeutschland ").append(i / 3).append("\",\"Maria Magdalena von Hohenstein-Wartenberg ").append(i)
                    .append("\",maria.magdalena.hohenstein").append(i).append("@beleuchtungstechnik-norddeutschland").append(i / 3).append(".example,\"Leiterin Einkauf und Produktmanagement International\",United Arab Emirates,Llanfairpwllgwyngyll,,English,A\n");
        }
        ContactsData.imported(workspace, folder, rows.toString(), "Zollstatistik 2026: Einfuhr von Leuchten und Lampen, alle Länder");
        workspace.tags().add(workspace.tags().create("Trifft uns auf der Messe in Frankfurt im Frühjahr").id(), workspace.contacts().ids(Filter.ofList(3)).subList(0, 1_500));
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var look = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
                var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
                var robot = Robot.show(frame.ui().theme(), () -> frame);
                var window = new Window(frame, robot.scene());
                window.go(Place.CONTACTS);
                window.filter(Filter.EVERYONE.orderedBy(Filter.Order.ADDED, true));
                window.picture("contacts-many" + look);
                window.filter(Filter.ofList(3).withTag(1L).withCountry("AE").withLanguage("en"));
                window.choose(2);
                window.picture("contacts-long-person" + look);
                window.choose(1, 2);
                window.picture("contacts-long-chosen" + look);
                window.go(Place.COMPANIES);
                window.picture("companies-long" + look);
                Robot.onScreen(() -> {
                    frame.end();
                    return true;
                });
                robot.close();
            }
        }
    }

    private void draw(Language language, Theme.Choice choice, String look) {
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(choice, language), new TestUi.NoDesk(), ZONE));
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        var window = new Window(frame, robot.scene());
        window.go(Place.CONTACTS);
        window.filter(Filter.ofList(1));
        window.picture("contacts-list" + look);
        window.choose(6);
        window.picture("contacts-person" + look);
        robot.press(frame.ui().text("contacts.correct"));
        window.picture("contacts-correct" + look);
        window.filter(Filter.EVERYONE);
        window.choose(0, 2, 3);
        window.picture("contacts-chosen" + look);
        window.filter(Filter.EVERYONE.withCountry("DE").withWho(Filter.Who.WRITABLE));
        window.picture("contacts-filtered" + look);
        window.filter(Filter.EVERYONE.withWords("zebra"));
        window.picture("contacts-nobody-fits" + look);
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    private record Window(Frame frame, Scene scene) {

        void go(Place place) {
            Robot.onScreen(() -> {
                frame.ui().go(place);
                return true;
            });
            Snapshots.settle(frame.ui().background());
        }

        void filter(Filter filter) {
            Robot.onScreen(() -> {
                ((ContactsView) scene.lookup(".contacts-view")).filter(filter);
                return true;
            });
            Snapshots.settle(frame.ui().background());
        }

        void choose(int... places) {
            Robot.onScreen(() -> {
                table().getSelectionModel().clearSelection();
                for (int place : places) {
                    table().getSelectionModel().select(place);
                }
                return true;
            });
            Snapshots.settle(frame.ui().background());
        }

        PagedTable<?> table() {
            return (PagedTable<?>) scene.lookup(".contacts-table");
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
