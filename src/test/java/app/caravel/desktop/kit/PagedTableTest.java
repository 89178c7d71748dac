package app.caravel.desktop.kit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.caravel.texts.Texts.Language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PagedTableTest {

    private static final int MANY = 100_000;

    private final AtomicInteger read = new AtomicInteger();
    private final ThreadBackground background = new ThreadBackground(_ -> {});
    private PagedTable<String> table;
    private Robot robot;

    private PageSource<String> rows(int count, String word) {
        return new PageSource<>() {
            @Override
            public int count() {
                return count;
            }

            @Override
            public List<String> page(int offset, int limit) {
                read.incrementAndGet();
                return IntStream.range(offset, Math.min(count, offset + limit)).mapToObj(i -> word + " " + i).toList();
            }
        };
    }

    @BeforeEach
    void show() {
        Robot.startToolkit();
        table = Robot.onScreen(() -> new PagedTable<>(background));
        robot = Robot.show(Robot.onScreen(() -> new Theme(Theme.Choice.LIGHT, Language.ENGLISH)), () -> {
            table.getColumns().add(Columns.text("Name", 300, row -> row));
            return new VBox(table);
        });
        Robot.onScreen(() -> {
            table.show(rows(MANY, "buyer"));
            return true;
        });
        robot.waitForText("buyer 0");
    }

    @AfterEach
    void close() {
        robot.close();
    }

    @Test
    void aHundredThousandRowsAreScrolledWithoutReadingThemAll() {
        assertEquals(MANY, Robot.onScreen(() -> table.countProperty().get()));
        for (int at = 0; at < MANY; at += 997) {
            int to = at;
            Robot.onScreen(() -> {
                table.scrollTo(to);
                return true;
            });
        }
        Robot.onScreen(() -> {
            table.scrollTo(MANY - 1);
            return true;
        });
        robot.waitForText("buyer 99990");
        Robot.onScreen(() -> {
            table.requestFocus();
            return true;
        });
        robot.type(javafx.scene.input.KeyCode.END).waitForText("buyer 99999");
        var list = (PagedList<?>) Robot.onScreen(() -> table.getItems());
        assertTrue(list.pagesHeld() <= 24, list.pagesHeld() + " pages held");
        assertTrue(read.get() < MANY / PagedList.PAGE / 2, read.get() + " pages read");
    }

    @Test
    void arefreshKeepsThePlaceAndTheChosenRow() {
        Robot.onScreen(() -> {
            table.scrollTo(50_000);
            return true;
        });
        robot.waitForText("buyer 50003");
        Robot.onScreen(() -> {
            table.getSelectionModel().clearAndSelect(50_003);
            table.refresh();
            return true;
        });
        Snapshots.settle(background);
        assertTrue(robot.shows("buyer 50003"));
        assertEquals("buyer 50003", Robot.onScreen(() -> table.selectedRow().get()));
    }

    @Test
    void otherRowsBeginAtTheTopWithNothingChosen() {
        Robot.onScreen(() -> {
            table.scrollTo(50_000);
            table.getSelectionModel().clearAndSelect(50_003);
            table.show(rows(7, "reader"));
            return true;
        });
        robot.waitForText("reader 0");
        assertEquals(7, Robot.onScreen(() -> table.countProperty().get()));
        assertNull(Robot.onScreen(() -> table.selectedRow().get()));
    }
}
