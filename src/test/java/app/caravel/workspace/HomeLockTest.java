package app.caravel.workspace;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HomeLockTest {

    private static final Instant MORNING = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder;

    private HomeLock.Result take(Instant at) {
        return HomeLock.take(new Home(folder), Clock.fixed(at, ZoneOffset.UTC));
    }

    @Test
    void aSecondDesktopHearsWhoHoldsTheHomeAndBringsItToFront() throws Exception {
        try (var lock = assertInstanceOf(HomeLock.Taken.class, take(MORNING)).lock()) {
            var came = new CountDownLatch(1);
            lock.onFront(came::countDown);
            var held = assertInstanceOf(HomeLock.Held.class, take(MORNING.plusSeconds(60)));
            assertEquals(MORNING, held.since());
            assertEquals(ProcessHandle.current().pid(), held.process());
            assertTrue(held.askToFront());
            assertTrue(came.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    void aStrangerCannotBringItToFront() {
        try (var lock = assertInstanceOf(HomeLock.Taken.class, take(MORNING)).lock()) {
            lock.onFront(() -> {
                throw new AssertionError("came to front");
            });
            var held = assertInstanceOf(HomeLock.Held.class, take(MORNING));
            assertFalse(new HomeLock.Held(held.home(), held.since(), held.process(), held.port(), "guessed").askToFront());
        }
    }

    @Test
    void aHomeThatWasLetGoCanBeTakenAgain() {
        assertInstanceOf(HomeLock.Taken.class, take(MORNING)).lock().close();
        assertInstanceOf(HomeLock.Taken.class, take(MORNING)).lock().close();
    }
}
