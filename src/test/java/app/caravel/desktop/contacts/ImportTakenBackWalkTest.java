package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import app.caravel.contact.Filter;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A person without a mouse imports a file, takes it back, imports it again, merges two people of it, takes that back, and then the import. */
class ImportTakenBackWalkTest {

    private static final int PEOPLE = 6;

    @TempDir
    Path folder;

    private final TestUi.NoDesk desk = new TestUi.NoDesk();
    private Workspace workspace;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        workspace = Workspace.open(new Home(folder.resolve("home")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void allIsAsBefore(Language language) throws IOException {
        desk.chosen = Files.writeString(folder.resolve(language == Language.CHINESE ? "香港灯饰展.csv" : "fair_hong_kong.csv"), """
                公司名称,联系人,E-Mail,国家,电话,客户等级
                Nordlicht GmbH,Katrin Weber,k.weber@nordlicht.example,Germany,,A
                Nordlicht GmbH,"Weber, Katrin",katrin.weber@nordlicht.example,Germany,+49 40 5550 1870,B
                广州明亮照明有限公司,王敏,wangmin@mingliang.example,中国,,A
                Sato Trading,Ken Sato,sato@sato.example,Japan,,C
                Northgate Ltd,John Smith,john@northgate.example,UK,,B
                Gulf Bright LLC,Rashid Al Mansoori,rashid@gulfbright.example,UAE,,A
                Gulf Bright LLC,Nobody,info@@gulf,UAE,,C
                """, StandardCharsets.UTF_8);
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", new Theme(Theme.Choice.LIGHT, language), desk, ZoneId.of("Asia/Shanghai")));
        var robot = Robot.show(frame.ui().theme(), () -> frame);
        var walk = new Walk(frame, robot, language == Language.CHINESE ? "-zh" : "");
        walk.importFile("import-walk-1");
        walk.takeImportBack();
        walk.picture("import-walk-2-taken-back");
        assertEquals(0, people());
        walk.importFile("import-walk-3");
        walk.mergeTwo();
        walk.takeMergeBack();
        walk.undoFromHistory();
        assertEquals(List.of(), rows("SELECT id FROM contact UNION ALL SELECT id FROM company UNION ALL SELECT id FROM list UNION ALL SELECT contact_id FROM list_member"
                + " UNION ALL SELECT contact_id FROM deleted_contact UNION ALL SELECT id FROM merge"), "nothing of either import is left");
        Robot.onScreen(() -> {
            frame.end();
            return true;
        });
        robot.close();
    }

    private int people() {
        return workspace.contacts().count(Filter.EVERYONE);
    }

    private List<Map<String, Object>> rows(String sql) {
        try (var database = app.caravel.store.Database.open(workspace.home().database())) {
            return database.jdbi().withHandle(h -> h.createQuery(sql).mapToMap().list());
        }
    }

    private record Steps(Frame frame, Robot robot) {}

    private final class Walk {
        private final Steps at;
        private final String look;

        Walk(Frame frame, Robot robot, String look) {
            this.at = new Steps(frame, robot);
            this.look = look;
        }

        private String text(String key, Object... arguments) {
            return at.frame.ui().text(key, arguments);
        }

        private void press(String key, Object... arguments) {
            at.robot.pressByKeys(text(key, arguments));
        }

        private void sees(String key, Object... arguments) {
            at.robot.waitForText(text(key, arguments));
        }

        void importFile(String picture) {
            Snapshots.settle(at.frame.ui().background());
            at.robot.type(KeyCode.CONTROL, KeyCode.I);
            press("contacts.import-choose");
            sees("imports.before-written");
            sees("contacts.import-people", "n", PEOPLE);
            assertEquals(0, people(), "the dry run writes nothing");
            picture(picture + "-dry-run");
            press("contacts.import-people", "n", PEOPLE);
            sees("contacts.imported", "n", PEOPLE);
            assertEquals(PEOPLE, people());
            picture(picture + "-imported");
        }

        void takeImportBack() {
            press("contacts.import-undo");
            sees("contacts.import-undone");
            sees("contacts.import-undone-sum", "removed", PEOPLE, "restored", 0);
        }

        void mergeTwo() {
            at.robot.type(KeyCode.CONTROL, KeyCode.DIGIT2);
            press("duplicates.find");
            sees("duplicates.count", "n", 1);
            at.robot.reach(node -> node instanceof ListView<?> list && list.getStyleClass().contains("alike-list"), "is in the list");
            picture("import-walk-4-two-side-by-side");
            press("duplicates.merge", "n", 2);
            sees("duplicates.merged", "n", 2);
            assertEquals(PEOPLE - 1, people());
            picture("import-walk-5-merged");
        }

        void takeMergeBack() {
            at.robot.type(KeyCode.CONTROL, KeyCode.I);
            press("imports.history");
            sees("duplicates.past", "someone", "Katrin Weber", "n", 2);
            press("duplicates.part");
            sees("duplicates.parted");
            assertEquals(PEOPLE, people());
            picture("import-walk-6-two-again");
        }

        void undoFromHistory() {
            press("contacts.import-undo");
            sees("contacts.import-undone-sum", "removed", PEOPLE, "restored", 0);
            assertEquals(0, people());
            picture("import-walk-7-history");
        }

        void picture(String name) {
            Snapshots.settle(at.frame.ui().background());
            Robot.onScreen(() -> Snapshots.of(at.robot.scene()));
            Snapshots.settle(at.frame.ui().background());
            Snapshots.write(Robot.onScreen(() -> Snapshots.of(at.robot.scene())), Path.of("target/screens/" + name + look + ".png"));
        }
    }
}
