package app.caravel.workspace;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void addressesAreCutToTheirFirstLetter() {
        assertEquals("refused k~@nordlicht.example and 王~@mail.example", LogFile.shortened("refused katrin.weber@nordlicht.example and 王敏@mail.example"));
        assertEquals("2 @ 3", LogFile.shortened("2 @ 3"));
    }

    @Test
    void whatIsLoggedStandsInTheHomesFileWithoutAddresses() throws Exception {
        var home = new Home(folder);
        home.make();
        LogFile.start(home);
        System.getLogger("app.caravel.Somewhere").log(System.Logger.Level.WARNING, "no answer for anna@lumitech.example", new IllegalStateException("at bert@x.example"));
        var log = Files.readString(home.logs().resolve("caravel.log"));
        assertTrue(log.contains("no answer for a~@lumitech.example"), log);
        assertTrue(log.contains("IllegalStateException"), log);
        assertFalse(log.contains("bert@"), log);
    }
}
