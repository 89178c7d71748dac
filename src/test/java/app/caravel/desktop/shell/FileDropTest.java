package app.caravel.desktop.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.TestUi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FileDropTest {

    private TestUi window;

    @BeforeEach
    void open() {
        Robot.startToolkit();
        window = Robot.onScreen(TestUi::english);
    }

    private void drop(Path... files) {
        Robot.onScreen(() -> {
            new FileDrop(() -> window.ui).take(List.of(files));
            return true;
        });
    }

    @Test
    void aFileLetGoAnywhereIsImported() {
        drop(Path.of("buyers.XLSX"));
        assertEquals(List.of(Place.importOf(Path.of("buyers.XLSX"))), window.went);
        assertTrue(window.toasted.isEmpty());
    }

    @Test
    void ofSeveralTheFirstThatCanBeReadIsOpenedAndThisIsSaid() {
        drop(Path.of("photo.png"), Path.of("buyers.csv"), Path.of("more.csv"));
        assertEquals(List.of(Place.importOf(Path.of("buyers.csv"))), window.went);
        assertEquals("Only “buyers.csv” is opened", window.toasted.getFirst().title());
        assertEquals("2 more files were let go. Import one after the other.", window.toasted.getFirst().help());
    }

    @Test
    void theFirstWindowTakesTheFirstThatCanBeReadTooAndSaysWhatItReads() {
        var doors = new ChosenDoor();
        var first = Robot.onScreen(() -> new FirstRun(window.ui.theme(), doors));
        var robot = Robot.show(window.ui.theme(), () -> first);
        Robot.onScreen(() -> {
            first.take(List.of(Path.of("offer.pdf"), Path.of("photo.png")));
            return true;
        });
        robot.waitForText("“offer.pdf” cannot be imported. People come from Excel (.xlsx, .xls), CSV, text, vCard and JSON files.");
        assertTrue(doors.opened.isEmpty());
        Robot.onScreen(() -> {
            first.take(List.of(Path.of("offer.pdf"), Path.of("crm.JSON"), Path.of("buyers.csv")));
            return true;
        });
        assertEquals(List.of(Path.of("crm.JSON")), doors.opened);
        robot.close();
    }

    private static final class ChosenDoor implements FirstRun.Doors {

        private final List<Path> opened = new ArrayList<>();

        @Override
        public void ownList(Path file) {
            opened.add(file);
        }

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

    @Test
    void whatCannotBeReadIsSaid(@TempDir Path folder) {
        drop(Path.of("offer.pdf"));
        drop(folder);
        assertTrue(window.went.isEmpty());
        assertEquals("“offer.pdf” cannot be imported", window.toasted.getFirst().title());
        assertEquals("That is a folder. Let go of a file in it.", window.toasted.get(1).help());
    }
}
