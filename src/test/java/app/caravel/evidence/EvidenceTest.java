package app.caravel.evidence;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.protocol.Links;
import app.caravel.protocol.PairingLine;
import app.caravel.protocol.RawEvent;
import app.caravel.protocol.TokenKey;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.tracker.TrackerConfig;
import app.caravel.tracker.TrackerServer;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A workspace and a real tracker: pairing, pulling, judging, watching. */
class EvidenceTest {

    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    private static final byte[] ANNA = {1, 0, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final byte[] BEN = {1, 0, 0, 0, 0, 0, 0, 0, 0, 2};

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final Clock clock = new Shifted();
    private final List<String> unsubscribed = new ArrayList<>();
    private TrackerServer server;
    private PairingLine pairing;
    private Database database;
    private Evidence evidence;

    /** The workspace's clock, which a test may move on. */
    private final class Shifted extends Clock {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(later.get());
        }
    }

    @BeforeEach
    void open() {
        server = TrackerServer.start(TrackerConfig.in(folder.resolve("tracker")).listeningOn("127.0.0.1", 0));
        pairing = server.workspaces().add("anna", null);
        database = Database.open(folder.resolve("caravel.db"));
        database.jdbi().useHandle(h -> {
            h.execute("INSERT INTO company (id, name) VALUES (1, 'Licht GmbH')");
            h.execute("INSERT INTO contact (id, address, written_address, name, company_id, created_at, changed_at) VALUES (1, 'anna@a.example', 'anna@a.example', 'Anna', 1, 0, 0)");
            h.execute("INSERT INTO campaign (id, name, state, created_at, changed_at) VALUES (1, 'Autumn', 'finished', 0, 0)");
            h.execute("INSERT INTO content_version (id, campaign_id, subject, html, text, links, created_at) "
                    + "VALUES (1, 1, 's', 'h', 't', '[{\"url\":\"https://a.example/0\",\"text\":\"LED panel\"}]', 0)");
            long sent = Instant.now().minusSeconds(3_600).toEpochMilli();
            h.execute("INSERT INTO message (id, campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, sent_at, content_id) "
                    + "VALUES (1, 1, 1, 'anna@a.example', 'anna@a.example', 1, ?, '<1@x>', 'sent', 0, ?, 1)", ANNA, sent);
            h.execute("INSERT INTO message (id, campaign_id, contact_id, address, recipient, account_id, random_id, message_id, state, since, sent_at, content_id) "
                    + "VALUES (2, 1, 2, 'ben@b.example', 'ben@b.example', 1, ?, '<2@x>', 'sent', 0, ?, 1)", BEN, sent);
        });
        evidence = new Evidence(database, (address, campaign, _) -> unsubscribed.add(address + " " + campaign), web -> web, clock);
    }

    @AfterEach
    void close() {
        evidence.close();
        database.close();
        server.close();
    }

    private int get(String url) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(url)).header("User-Agent", CHROME).build(), BodyHandlers.discarding()).statusCode();
    }

    private void openedBy(byte[] message) throws Exception {
        assertEquals(200, get(Links.pixel(server.publicUrl(), pairing.key(), pairing.workspace(), message)));
    }

    private void clickedBy(byte[] message, int link) throws Exception {
        assertEquals(302, get(Links.click(server.publicUrl(), pairing.key(), pairing.workspace(), message, link, "https://a.example/" + link)));
    }

    private void unsubscribedBy(byte[] message) throws Exception {
        var link = Links.unsubscribe(server.publicUrl(), pairing.key(), pairing.workspace(), message);
        var request = HttpRequest.newBuilder(URI.create(link)).POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")).build();
        assertEquals(200, http.send(request, BodyHandlers.discarding()).statusCode());
    }

    private List<String> seen(long message) {
        return evidence.events().eventsOf(message).stream().map(event -> event.kind().word() + " " + event.verdict().belief().word()).toList();
    }

    private static String key(Runnable work) {
        return assertThrows(Problem.class, work::run).reason().key();
    }

    @Test
    void aPairingThatDoesNotWorkIsToldAndChangesNothing() throws Exception {
        assertEquals("evidence.not-paired", key(() -> evidence.sync().pull()));
        assertEquals("evidence.pairing-refused", key(() -> evidence.trackers().pair("caravel-pair:nonsense")));
        var foreign = new PairingLine(server.publicUrl(), 1, TokenKey.random(1), "unknown");
        assertEquals("evidence.pairing-refused", key(() -> evidence.trackers().pair(foreign.write())));
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        var nobody = new PairingLine("http://127.0.0.1:" + free, 1, TokenKey.random(1), "key");
        assertEquals("evidence.tracker-no-answer", key(() -> evidence.trackers().pair(nobody.write())));
        var nowhere = new PairingLine("http://no-such-host.invalid", 1, TokenKey.random(1), "key");
        assertEquals("evidence.tracker-no-host", key(() -> evidence.trackers().pair(nowhere.write())));
        var other = new PairingLine(server.publicUrl() + "/elsewhere", 1, TokenKey.random(1), "key");
        assertEquals("evidence.tracker-strange", key(() -> evidence.trackers().pair(other.write())));
        assertTrue(evidence.trackers().current().isEmpty());
        assertTrue(evidence.trackers().status().isEmpty());
    }

    @Test
    void whatHappenedIsPulledOnceAndBelongsToItsPerson() throws Exception {
        evidence.trackers().pair(pairing.write());
        openedBy(ANNA);
        clickedBy(ANNA, 0);
        openedBy(new byte[10]); // of no message that the ledger knows: a test mail
        assertEquals(3, evidence.sync().pull().events());
        assertEquals(0, evidence.sync().pull().events());
        assertEquals(List.of("open person", "click pending"), seen(1));
        assertEquals(List.of(), seen(2));
        var click = evidence.events().older(EventFilter.ALL, null, 10).getFirst();
        assertEquals("Anna", click.shownName());
        assertEquals("Licht GmbH", click.company());
        assertEquals("Autumn", click.campaign());
        assertEquals("LED panel", click.linkText());
        assertEquals("https://a.example/0", click.url());
        assertEquals("Chrome", click.program());
        assertEquals("127.0.0.0/24", click.network());
        assertEquals(2, evidence.events().count(EventFilter.ALL));
        assertEquals(1, evidence.events().count(EventFilter.ALL.by(EventFilter.Who.PEOPLE).of(RawEvent.Kind.OPEN).ofCampaign(1L).searching("licht")));
        assertEquals(0, evidence.events().count(EventFilter.ALL.searching("%")));
        assertEquals(1, requireNonNull(evidence.events().countsOf(1).get(RawEvent.Kind.OPEN)).get(Belief.PERSON));
        later.set(Duration.ofSeconds(16));
        evidence.sync().settle();
        assertEquals(List.of("open person", "click person"), seen(1));
    }

    @Test
    void syncStaysUntilAClickCanBeJudged() throws Exception {
        evidence.trackers().pair(pairing.write());
        clickedBy(ANNA, 0);
        later.set(Duration.ofSeconds(13));
        assertEquals(1, evidence.sync().pullAndSettle().events());
        assertEquals(List.of("click person"), seen(1));
    }

    @Test
    void aBurstTurnsOutToBeAMachineAlsoWhereItsFirstClickWasPulledAlone() throws Exception {
        evidence.trackers().pair(pairing.write());
        var judged = new ArrayList<ViewedEvent>();
        evidence.sync().listen(new EvidenceListener() {
            @Override
            public void judged(List<ViewedEvent> events) {
                judged.addAll(events);
            }
        });
        clickedBy(ANNA, 0);
        evidence.sync().pull();
        assertEquals(List.of("click pending"), seen(1));
        clickedBy(ANNA, 1);
        clickedBy(ANNA, 2);
        evidence.sync().pull();
        assertEquals(List.of("click machine", "click machine", "click machine"), seen(1));
        assertEquals(List.of(0), judged.stream().map(ViewedEvent::link).toList());
        later.set(Duration.ofMinutes(1));
        evidence.verdicts().rejudgeAll();
        assertEquals(List.of("click machine", "click machine", "click machine"), seen(1));
    }

    @Test
    void anUnsubscribeIsHandedOverOnceAndThePageOfItIsNone() throws Exception {
        evidence.trackers().pair(pairing.write());
        get(Links.unsubscribe(server.publicUrl(), pairing.key(), pairing.workspace(), ANNA));
        unsubscribedBy(BEN);
        unsubscribedBy(new byte[10]);
        evidence.sync().pull();
        evidence.sync().pull();
        assertEquals(List.of("ben@b.example Autumn"), unsubscribed);
    }

    @Test
    void aReplacedTrackerIsReadFromItsBeginning() throws Exception {
        evidence.trackers().pair(pairing.write());
        openedBy(ANNA);
        openedBy(ANNA);
        evidence.sync().pull();
        int port = server.port();
        server.close();
        server = TrackerServer.start(TrackerConfig.in(folder.resolve("replaced")).listeningOn("127.0.0.1", port));
        pairing = server.workspaces().add("anna", null);
        evidence.trackers().pair(pairing.write());
        openedBy(BEN);
        assertEquals(1, evidence.sync().pull().events());
        assertEquals(List.of("open person"), seen(2));
        assertEquals(2, seen(1).size());
    }

    @Test
    void manyEventsComeInPagesAndTwoWhoPullAtOnceTakeEachOnce() throws Exception {
        evidence.trackers().pair(pairing.write());
        for (int i = 0; i < TrackerSync.PAGE + 200; i++) {
            openedBy(i % 2 == 0 ? ANNA : BEN);
        }
        try (var other = new Evidence(database, (_, _, _) -> {}, web -> web, clock)) {
            var thread = Thread.ofPlatform().start(() -> other.sync().pull());
            evidence.sync().pull();
            thread.join();
        }
        assertEquals(TrackerSync.PAGE + 200, evidence.events().count(EventFilter.ALL));
    }

    @Test
    void theWatchTellsWithinTwoSecondsAndSaysSinceWhenTheTrackerFails() throws Exception {
        BlockingQueue<ViewedEvent> arrived = new LinkedBlockingQueue<>();
        BlockingQueue<TrackerStatus> statuses = new LinkedBlockingQueue<>();
        evidence.sync().listen(new EvidenceListener() {
            @Override
            public void arrived(List<ViewedEvent> events) {
                arrived.addAll(events);
            }

            @Override
            public void statusChanged() {
                evidence.trackers().status().ifPresent(statuses::add);
            }
        });
        evidence.watch().start();
        evidence.trackers().pair(pairing.write());
        openedBy(ANNA);
        assertNotNull(arrived.poll(10, TimeUnit.SECONDS));
        openedBy(BEN);
        var second = arrived.poll(2, TimeUnit.SECONDS);
        assertEquals("ben@b.example", second == null ? null : second.shownName());
        var fine = evidence.trackers().status().orElseThrow();
        assertNotNull(fine.latency());
        assertNull(fine.failingSince());
        server.close();
        var failing = statuses.poll(10, TimeUnit.SECONDS);
        while (failing != null && failing.failingSince() == null) {
            failing = statuses.poll(10, TimeUnit.SECONDS);
        }
        assertNotNull(failing);
        assertNotNull(failing.problem());
        server = TrackerServer.start(TrackerConfig.in(folder.resolve("tracker")).listeningOn("127.0.0.1", server.port()));
        openedBy(ANNA);
        assertNotNull(arrived.poll(15, TimeUnit.SECONDS));
        assertNull(evidence.trackers().status().orElseThrow().failingSince());
    }

    @Test
    void pausesAfterFailuresGrowToAMinuteAndNoFurther() {
        assertTrue(TrackerWatch.afterFailures(1).toMillis() <= 1_260);
        for (int failures = 1; failures < 100; failures++) {
            assertTrue(TrackerWatch.afterFailures(failures).compareTo(Duration.ofSeconds(76)) < 0);
        }
        assertTrue(TrackerWatch.afterFailures(20).compareTo(Duration.ofSeconds(44)) > 0);
    }

    @Test
    void onlyTheNetworkOfAnAddressIsKeptForGood() {
        assertEquals("203.0.113.0/24", Network.of("203.0.113.9"));
        assertEquals("2001:db8:1::/48", Network.of("2001:db8:1:2:3::4"));
        assertEquals("0::/48", Network.of("::1"));
        assertNull(Network.of("somebody"));
    }

    @Test
    void noKeyIsInWhatALogMayPrint() throws Exception {
        var paired = evidence.trackers().pair(pairing.write());
        assertFalse(paired.toString().contains(paired.apiKey()));
        assertFalse(pairing.toString().contains(pairing.apiKey()));
    }
}
