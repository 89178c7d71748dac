package app.caravel.desktop;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AwakeTest {

    @Test
    void theSystemsOwnProgramIsKeptForAsLongAsMailsLeave() {
        var awake = new Awake(() -> List.of("tail", "--pid=" + ProcessHandle.current().pid(), "-f", "/dev/null"));
        awake.keep(true);
        assertTrue(awake.isKeeping());
        awake.keep(true);
        awake.keep(false);
        assertFalse(awake.isKeeping());
    }

    @Test
    void whereThereIsNoSuchProgramNothingFails() {
        var awake = new Awake(() -> List.of("no-such-program-anywhere"));
        awake.keep(true);
        assertFalse(awake.isKeeping());
        awake.keep(false);
    }

    @Test
    void eachSystemHasItsOwn() {
        assertEquals(List.of("caffeinate", "-i", "-w", "7"), Awake.program("Mac OS X", 7));
        assertTrue(Awake.program("Windows 11", 7).getLast().endsWith("Wait-Process -Id 7"));
        assertTrue(Awake.program("Linux", 7).contains("--pid=7"));
    }
}
