package app.caravel.desktop.shell;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void whatCannotBeReadIsSaid(@TempDir Path folder) {
        drop(Path.of("offer.pdf"));
        drop(folder);
        assertTrue(window.went.isEmpty());
        assertEquals("“offer.pdf” cannot be imported", window.toasted.getFirst().title());
        assertEquals("That is a folder. Let go of a file in it.", window.toasted.get(1).help());
    }
}
