package app.caravel.tracker;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.protocol.Links;
import app.caravel.protocol.PairingLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds when the tracker is killed, stopped, or its disk is full. Each with the server in a process of its own. */
class TrackerDurabilityTest {

    private static final byte[] MESSAGE = new byte[10];

    @TempDir
    Path folder;

    private final Browser browser = new Browser();

    private PairingLine workspace(TrackerProcess tracker) {
        return TrackerWorkspaces.in(folder).add("anna", tracker.base.toString());
    }

    private String pixel(PairingLine anna, TrackerProcess tracker) {
        return Links.pixel(tracker.base.toString(), anna.key(), anna.workspace(), MESSAGE);
    }

    private long stored() {
        return TrackerWorkspaces.in(folder).list().getFirst().events();
    }

    @Test
    void whatWasAnsweredIsStillThereAfterAKill() throws Exception {
        var answered = new AtomicInteger();
        try (var tracker = TrackerProcess.start(folder, List.of())) {
            var pixel = pixel(workspace(tracker), tracker);
            var readers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                try {
                    while (browser.get(pixel).statusCode() == 200) {
                        answered.incrementAndGet();
                    }
                } catch (Exception e) {
                    // the tracker was killed
                }
            })).limit(4).toArray(CompletableFuture[]::new);
            while (answered.get() < 300) {
                Thread.onSpinWait();
            }
            tracker.killAtOnce();
            CompletableFuture.allOf(readers).join();
        }
        assertTrue(stored() >= answered.get(), stored() + " stored of " + answered);
    }

    @Test
    void aTrackerThatIsStoppedEndsWellAndGoesOnWhereItStopped() throws Exception {
        PairingLine anna;
        try (var tracker = TrackerProcess.start(folder, List.of())) {
            anna = workspace(tracker);
            assertEquals(200, browser.get(pixel(anna, tracker)).statusCode());
            assertEquals(0, tracker.stop());
        }
        try (var tracker = TrackerProcess.start(folder, List.of())) {
            assertEquals(200, browser.get(pixel(anna, tracker)).statusCode());
            var again = new PairingLine(tracker.base.toString(), anna.workspace(), anna.key(), anna.apiKey());
            assertEquals(List.of("open", "open"), browser.kindsOf(again));
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onAFullDiskLinksLeadOnPicturesShowTheLossIsToldAndNobodyIsSaidToBeUnsubscribed() throws Exception {
        // no file may grow beyond 3 MB: what a full disk does to a database
        try (var tracker = TrackerProcess.start(folder, List.of("/bin/sh", "-c", "ulimit -f 6000; exec \"$0\" \"$@\""))) {
            var anna = workspace(tracker);
            var click = Links.click(tracker.base.toString(), anna.key(), anna.workspace(), MESSAGE, 1, "https://a.example/" + "x".repeat(1_400));
            int clicks = 0;
            while (browser.get(tracker.base + "/healthz").statusCode() == 200) {
                assertEquals(302, browser.get(click, "X-Filler", "y".repeat(4_000)).statusCode());
                assertTrue(++clicks < 3_000, "the disk does not fill");
            }
            assertEquals(302, browser.get(click).statusCode());
            assertEquals(200, browser.get(pixel(anna, tracker)).statusCode());
            var unsubscribe = Links.unsubscribe(tracker.base.toString(), anna.key(), anna.workspace(), MESSAGE);
            int told = 0;
            var answer = browser.ask("POST", unsubscribe, "List-Unsubscribe=One-Click");
            for (; answer.statusCode() == 200; told++) {
                answer = browser.ask("POST", unsubscribe, "List-Unsubscribe=One-Click", "X-Filler", "y".repeat(6_000));
                assertTrue(told < 3_000, "the disk does not fill");
            }
            assertEquals(503, answer.statusCode());
            assertTrue(answer.headers().firstValue("Retry-After").isPresent());
            var onDisk = new Browser().kindsOf(new PairingLine(tracker.base.toString(), anna.workspace(), anna.key(), anna.apiKey()));
            assertEquals(told, onDisk.stream().filter("unsubscribe"::equals).count());
            var health = Browser.text(browser.get(tracker.base + "/healthz"));
            assertTrue(health.contains("\"lost\":") && !health.contains("\"lost\":0,"), health);
            assertTrue(stored() > 0);
        }
    }
}
