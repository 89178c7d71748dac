package app.caravel.tracker;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.protocol.Cursor;
import app.caravel.protocol.Links;
import app.caravel.protocol.PairingLine;
import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TrackerServerTest {

    private static final byte[] MESSAGE = HexFormat.of().parseHex("00112233445566778899");
    private static final String DESTINATION = "https://www.shop.example/led?size=60x60&x=1";

    @TempDir
    Path folder;

    private final Browser browser = new Browser();
    private TrackerServer server;
    private PairingLine anna;

    @BeforeEach
    void start() {
        server = TrackerServer.start(TrackerConfig.in(folder).listeningOn("127.0.0.1", 0));
        anna = server.workspaces().add("anna", null);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String pixel() {
        return Links.pixel(anna.baseUrl(), anna.key(), anna.workspace(), MESSAGE);
    }

    private String click(String destination) {
        return Links.click(anna.baseUrl(), anna.key(), anna.workspace(), MESSAGE, 3, destination);
    }

    private String unsubscribe() {
        return Links.unsubscribe(anna.baseUrl(), anna.key(), anna.workspace(), MESSAGE);
    }

    @Test
    void aPixelIsAGifThatNobodyMayKeepAndLeavesAnEventWithEverythingTheRequestSaid() throws Exception {
        var before = Instant.now().minusMillis(1);
        var answer = browser.get(pixel(), "User-Agent", "Mail/1.0", "X-Note", "ä");
        assertEquals(200, answer.statusCode());
        assertEquals("image/gif", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(43, answer.body().length);
        assertTrue(answer.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
        var event = browser.eventsOf(anna).getFirst().event();
        assertEquals("open", event.kind().word());
        assertEquals("GET", event.method());
        assertEquals("Mail/1.0", event.userAgent());
        assertEquals("127.0.0.1", event.address());
        assertArrayEquals(MESSAGE, event.randomId());
        assertTrue(event.at().isAfter(before) && !event.at().isAfter(Instant.now()));
        assertTrue(event.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("x-note")));
    }

    @Test
    void aClickLeadsOnToItsDestination() throws Exception {
        var answer = browser.get(click(DESTINATION));
        assertEquals(302, answer.statusCode());
        assertEquals(DESTINATION, answer.headers().firstValue("Location").orElse(""));
        var event = browser.eventsOf(anna).getFirst().event();
        assertEquals("click", event.kind().word());
        assertEquals(3, event.link());
        assertEquals(DESTINATION, event.url());
    }

    @Test
    void aDestinationBeyondAsciiIsWrittenAsHeadersAllow() throws Exception {
        var answer = browser.get(click("https://灯具.example/目录?q=灯#é"));
        assertEquals("https://xn--5nqt23d.example/%E7%9B%AE%E5%BD%95?q=%E7%81%AF#%C3%A9".toLowerCase(Locale.ROOT),
                answer.headers().firstValue("Location").orElse("").toLowerCase(Locale.ROOT).replaceFirst("xn--[a-z0-9]+", "xn--5nqt23d"));
    }

    @Test
    void aLinkThatARewriterUpperCasedAndAppendedToStillWorks() throws Exception {
        var link = click(DESTINATION);
        var token = link.substring(link.lastIndexOf('/') + 1);
        var rewritten = anna.baseUrl() + "/c/" + token.toUpperCase(Locale.ROOT) + "=?utm_source=x&data=05%7C01";
        assertEquals(DESTINATION, browser.get(rewritten).headers().firstValue("Location").orElse(""));
        assertEquals(200, browser.get(pixel() + ".gif?x=1").statusCode());
    }

    @Test
    void anAlteredTokenOrDestinationIsRefusedAndLeavesNoEvent() throws Exception {
        for (var link : List.of(pixel(), click(DESTINATION), unsubscribe())) {
            int start = link.lastIndexOf('/') + 1;
            for (int at : new int[] {start, start + 20, link.length() - 1, (start + link.length()) / 2}) {
                var altered = link.substring(0, at) + (link.charAt(at) == 'a' ? 'b' : 'a') + link.substring(at + 1);
                assertEquals(404, browser.get(altered).statusCode(), altered);
            }
            assertEquals(404, browser.get(link.substring(0, link.length() - 3)).statusCode());
        }
        assertEquals(404, browser.ask("POST", unsubscribe().replace("/u/", "/u/b"), "").statusCode());
        assertEquals(404, browser.get(pixel().replace("/o/", "/c/")).statusCode());
        assertEquals(List.of(), browser.eventsOf(anna));
    }

    @Test
    void theUnsubscribePageAsksAndOnlyItsButtonUnsubscribes() throws Exception {
        var page = browser.get(unsubscribe(), "Accept-Language", "de, en;q=0.5");
        assertEquals(200, page.statusCode());
        assertTrue(Browser.text(page).contains("<form method=\"post\"><button"));
        assertTrue(Browser.text(page).contains("Unsubscribe"));
        assertTrue(Browser.text(browser.get(unsubscribe(), "Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")).contains("退订"));
        assertEquals(List.of("unsubscribe_page", "unsubscribe_page"), browser.kindsOf(anna));
        var done = browser.ask("POST", unsubscribe(), "List-Unsubscribe=One-Click", "Content-Type", "application/x-www-form-urlencoded");
        assertEquals(200, done.statusCode());
        assertTrue(Browser.text(done).contains("You are unsubscribed"));
        assertEquals("unsubscribe", browser.kindsOf(anna).getLast());
    }

    @Test
    void aHeadLeavesItsEventAndGetsNoBody() throws Exception {
        for (var link : List.of(pixel(), click(DESTINATION), unsubscribe())) {
            assertEquals(0, browser.ask("HEAD", link, null).body().length);
        }
        assertTrue(browser.eventsOf(anna).stream().allMatch(line -> line.event().method().equals("HEAD")));
        assertEquals(List.of("open", "click", "unsubscribe_page"), browser.kindsOf(anna));
    }

    @Test
    void twoWorkspacesSeeNothingOfEachOther() throws Exception {
        var ben = server.workspaces().add("ben", null);
        browser.get(pixel());
        browser.get(Links.click(ben.baseUrl(), ben.key(), ben.workspace(), MESSAGE, 1, DESTINATION));
        assertEquals(List.of("open"), browser.kindsOf(anna));
        assertEquals(List.of("click"), browser.kindsOf(ben));
        // a key signs for its own workspace alone
        assertEquals(404, browser.get(Links.pixel(ben.baseUrl(), ben.key(), anna.workspace(), MESSAGE)).statusCode());
    }

    @Test
    void eventsAreGivenOnlyToTheirKey() throws Exception {
        assertEquals(401, browser.get(anna.baseUrl() + "/api/v1/events").statusCode());
        assertEquals(401, browser.get(anna.baseUrl() + "/api/v1/events", "Authorization", "Bearer wrong").statusCode());
        assertEquals(400, browser.events(anna, "?after=nonsense").statusCode());
        assertEquals(400, browser.events(anna, "?limit=-1").statusCode());
        assertEquals(200, browser.events(anna, "").statusCode());
    }

    @Test
    void eachEventIsPulledOnceWithTheCursorAndFromTheBeginningWithOneOfAnotherDatabase() throws Exception {
        for (int i = 0; i < 5; i++) {
            browser.get(pixel());
        }
        var first = browser.events(anna, "?limit=2");
        var cursor = first.headers().firstValue("Caravel-Cursor").orElse("");
        assertEquals(Browser.lines(first).getLast().cursor().toString(), cursor);
        var rest = browser.events(anna, "?after=" + cursor);
        assertEquals(2, Browser.lines(first).size());
        assertEquals(3, Browser.lines(rest).size());
        var end = rest.headers().firstValue("Caravel-Cursor").orElse("");
        var none = browser.events(anna, "?after=" + end);
        assertEquals(List.of(), Browser.lines(none));
        assertEquals(end, none.headers().firstValue("Caravel-Cursor").orElse(""));
        assertEquals(5, Browser.lines(browser.events(anna, "?after=" + new Cursor("another", 999))).size());
    }

    @Test
    void eventsComeZippedToThoseWhoTakeIt() throws Exception {
        browser.get(pixel());
        var answer = browser.get(anna.baseUrl() + "/api/v1/events", "Authorization", "Bearer " + anna.apiKey(), "Accept-Encoding", "gzip");
        assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals(1, Browser.lines(answer).size());
    }

    @Test
    void aLongPollReturnsWithinASecondOfAnEventAndElseWhenItsTimeIsOver() throws Exception {
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                var answer = browser.events(anna, "?wait=30");
                return List.of(System.nanoTime(), Browser.lines(answer).size());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThrows(java.util.concurrent.TimeoutException.class, () -> waiting.get(700, TimeUnit.MILLISECONDS));
        long clicked = System.nanoTime();
        browser.get(pixel());
        var answered = waiting.get(5, TimeUnit.SECONDS);
        assertEquals(1, answered.get(1).intValue());
        assertTrue(Duration.ofNanos(answered.get(0).longValue() - clicked).toMillis() < 1_000);
        var end = browser.events(anna, "").headers().firstValue("Caravel-Cursor").orElse("");
        assertEquals(List.of(), Browser.lines(browser.events(anna, "?wait=1&after=" + end)));
    }

    @Test
    void aWorkspaceAddedByAnotherProcessIsKnownAtOnceAndARevokedOneIsRefused() throws Exception {
        var ben = TrackerWorkspaces.in(folder).add("ben", null);
        assertEquals(server.publicUrl(), ben.baseUrl());
        assertEquals(200, browser.get(Links.pixel(ben.baseUrl(), ben.key(), ben.workspace(), MESSAGE)).statusCode());
        assertEquals(List.of("open"), browser.kindsOf(ben));
        TrackerWorkspaces.in(folder).revoke("ben");
        until(() -> browser.events(ben, "").statusCode() == 401);
        assertEquals(404, browser.get(Links.pixel(ben.baseUrl(), ben.key(), ben.workspace(), MESSAGE)).statusCode());
        // taken up again it has new keys, and what waited for it
        var again = TrackerWorkspaces.in(folder).add("Ben", null);
        assertNotEquals(ben.key(), again.key());
        assertEquals(List.of("open"), browser.kindsOf(again));
        TrackerWorkspaces.in(folder).delete("ben");
        until(() -> browser.events(again, "").statusCode() == 401);
        assertEquals(List.of("anna"), server.workspaces().list().stream().map(TrackerWorkspaces.Listed::name).toList());
    }

    @Test
    void aPairingLineIsShownOnce() {
        assertEquals("tracker.workspace-exists", assertThrows(Problem.class, () -> server.workspaces().add("ANNA", null)).reason().key());
        assertEquals("tracker.workspace-unknown", assertThrows(Problem.class, () -> server.workspaces().revoke("ben")).reason().key());
    }

    @Test
    void whatIsNotAskedForIsRefused() throws Exception {
        assertEquals(404, browser.get(anna.baseUrl() + "/").statusCode());
        assertEquals(404, browser.get(anna.baseUrl() + "/o/").statusCode());
        assertEquals(405, browser.ask("POST", pixel(), "").statusCode());
        assertEquals(405, browser.ask("DELETE", unsubscribe(), null).statusCode());
        assertEquals(413, browser.ask("POST", unsubscribe(), "x".repeat(20_000)).statusCode());
        assertEquals(414, browser.get(pixel() + "?" + "x".repeat(5_000)).statusCode());
        assertEquals(431, browser.get(pixel(), "X-Long", "x".repeat(9_000)).statusCode());
        assertEquals(200, browser.get(anna.baseUrl() + "/healthz").statusCode());
        assertEquals(List.of(), browser.eventsOf(anna));
    }

    @Test
    void theReadersAddressIsTakenFromAProxyOnlyWhereOneWasSaidToStandBefore() throws Exception {
        browser.get(pixel(), "X-Forwarded-For", "198.51.100.7");
        assertEquals("127.0.0.1", browser.eventsOf(anna).getFirst().event().address());
        server.close();
        server = TrackerServer.start(TrackerConfig.in(folder).listeningOn("127.0.0.1", 0).behindProxy(true).reachedAt("https://t.example/mail"));
        var pixel = pixel().replace(anna.baseUrl(), "http://127.0.0.1:" + server.port());
        browser.get(pixel, "X-Forwarded-For", "10.0.0.1, 2001:DB8::7");
        browser.get(pixel.replace("/o/", "/mail/o/"), "X-Forwarded-For", "somebody");
        anna = new PairingLine("http://127.0.0.1:" + server.port(), anna.workspace(), anna.key(), anna.apiKey());
        assertEquals(List.of("127.0.0.1", "2001:db8::7", "127.0.0.1"), browser.eventsOf(anna).stream().map(line -> line.event().address()).toList());
    }

    @Test
    void onlyASandboxBelievesSignedHeadersOfSimulatedReaders() throws Exception {
        var key = new byte[] {1, 2, 3};
        var at = Instant.parse("2026-11-24T08:00:00Z");
        var headers = SandboxHeaders.of(key, "203.0.113.9", at).entrySet().stream()
                .flatMap(header -> java.util.stream.Stream.of(header.getKey(), header.getValue())).toArray(String[]::new);
        browser.get(pixel(), headers);
        assertEquals("127.0.0.1", browser.eventsOf(anna).getFirst().event().address());
        server.close();
        server = TrackerServer.start(TrackerConfig.in(folder).listeningOn("127.0.0.1", 0).forSandbox(key));
        anna = new PairingLine(server.publicUrl(), anna.workspace(), anna.key(), anna.apiKey());
        browser.get(pixel(), headers);
        var simulated = browser.eventsOf(anna).get(1).event();
        assertEquals("203.0.113.9", simulated.address());
        assertEquals(at, simulated.at());
        assertTrue(simulated.headers().stream().noneMatch(header -> header.name().toLowerCase(Locale.ROOT).startsWith("caravel")));
        headers[1] = headers[1].replace('9', '8');
        browser.get(pixel(), headers);
        assertEquals("127.0.0.1", browser.eventsOf(anna).get(2).event().address());
    }

    @Test
    void aPortThatIsTakenIsToldInASentence() {
        var problem = assertThrows(Problem.class, () -> TrackerServer.start(TrackerConfig.in(folder.resolve("other")).listeningOn("127.0.0.1", server.port())));
        assertEquals("tracker.port-taken", problem.reason().key());
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void until(Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < end, "not within ten seconds");
            Thread.onSpinWait();
        }
    }
}
