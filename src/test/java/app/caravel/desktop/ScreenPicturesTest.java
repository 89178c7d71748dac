package app.caravel.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScreenPicturesTest {

    @TempDir
    Path folder;

    @Test
    void everyScreenIsDrawnInEveryLookWithoutADisplay() throws Exception {
        try (var workspace = Workspace.open(new Home(folder), Clock.systemUTC())) {
            var files = ScreenPictures.write(workspace, false, Path.of("target/screens/empty"));
            for (var file : files) {
                assertTrue(Files.size(file) > 4_000, file + " shows nothing");
            }
            var wide = files.stream().filter(file -> file.toString().endsWith("today-1920.png")).findFirst().orElseThrow();
            var picture = ImageIO.read(wide.toFile());
            assertEquals(1920, picture.getWidth());
            assertEquals(1080, picture.getHeight());
        }
    }
}
