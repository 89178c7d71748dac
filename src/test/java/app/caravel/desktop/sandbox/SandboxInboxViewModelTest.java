package app.caravel.desktop.sandbox;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.desktop.kit.InlineBackground;
import app.caravel.evidence.Belief;
import app.caravel.evidence.ViewedEvent;
import app.caravel.protocol.RawEvent;
import app.caravel.sandbox.CaughtMail;
import app.caravel.sandbox.Sandbox;
import app.caravel.workspace.Home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SandboxInboxViewModelTest {

    private static final int PEOPLE = 40;

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private SandboxInboxViewModel model;

    @BeforeEach
    void open() {
        sandbox = Sandbox.open(new Home(folder));
        sandbox.importSample(PEOPLE, "Sample buyers");
        model = new SandboxInboxViewModel(sandbox, new InlineBackground(), Duration.ZERO);
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<CaughtMail> mails() {
        model.refresh();
        return Objects.requireNonNull(model.mails().value());
    }

    private List<CaughtMail> sent() {
        sandbox.workspace().runs().send(sandbox.readyCampaigns(sandbox.workspace().lists().get("Sample buyers")).getFirst(), 4);
        return mails();
    }

    private List<ViewedEvent> story() {
        return Objects.requireNonNull(model.story().value()).events();
    }

    private int events() {
        return sandbox.workspace().database().jdbi().withHandle(h -> h.createQuery("SELECT count(*) FROM event").mapTo(Integer.class).one());
    }

    @Test
    void nothingIsCaughtBeforeACampaignIsSentAndNobodyCanRead() {
        assertEquals(List.of(), mails());
        assertFalse(model.anybodyLeft().get());
        assertNull(model.problem().get());
    }

    @Test
    void openingAMailWithPicturesIsAnOpeningAndOpeningItAgainIsNone() {
        var mail = sent().getFirst();
        model.choose(mail);
        assertTrue(model.isRead(mail));
        assertEquals(List.of(RawEvent.Kind.OPEN), story().stream().map(ViewedEvent::kind).toList());
        model.choose(mail);
        assertEquals(1, story().size());
    }

    @Test
    void withPicturesBlockedNothingIsSeenOfAReader() {
        var mail = sent().getFirst();
        model.pictures.set(false);
        model.choose(mail);
        assertEquals(List.of(), story());
        assertFalse(shown(model, mail).contains("<img"));
    }

    @Test
    void aLinkGoesThroughTheTrackerAndSaysWhereItReallyLeads() {
        var mail = sent().getFirst();
        assertFalse(shown(model, mail).contains(mail.pixel()), "the screen does not fetch the pixel a second time");
        assertTrue(shown(model, mail).contains("title=\"https://www.lumitech.example/"), "a link tells its destination");
        model.pictures.set(false);
        model.choose(mail);
        model.follow(mail, mail.links().getFirst());
        var click = story().getFirst();
        assertEquals(RawEvent.Kind.CLICK, click.kind());
        assertEquals(sandbox.destinationOf(mail.links().getFirst()).orElseThrow(), click.url());
    }

    @Test
    void theCustomersReadEachMailOnceHoweverOftenTheyAreAsked() {
        sent();
        assertTrue(model.anybodyLeft().get());
        model.letThemRead();
        var played = Objects.requireNonNull(model.played().get());
        assertTrue(played.finished());
        assertEquals(1, played.share());
        assertEquals(played.requests(), events());
        assertFalse(model.anybodyLeft().get());
        assertFalse(model.playing().get());
        assertNotNull(model.report());
        model.letThemRead();
        assertEquals(played.requests(), events());
        assertEquals(played.readers(), Objects.requireNonNull(model.played().get()).readers());
    }

    @Test
    void whoStoppedGoesOnWhereItStood() {
        sent();
        var asked = new AtomicInteger();
        var stopped = sandbox.customers().read(Duration.ZERO, () -> asked.incrementAndGet() <= 5, _ -> { });
        assertFalse(stopped.finished());
        assertEquals(5, events());
        model.refresh();
        assertTrue(model.anybodyLeft().get());
        model.letThemRead();
        var played = Objects.requireNonNull(model.played().get());
        assertEquals(played.planned(), events());
    }

    @Test
    void aRobotsVisitIsToldAsOne() {
        sent();
        model.letThemRead();
        var robot = mails().stream().filter(mail -> {
            model.pictures.set(false);
            model.choose(mail);
            return story().stream().anyMatch(event -> event.verdict().belief() == Belief.MACHINE);
        }).findFirst();
        assertTrue(robot.isPresent());
    }

    @Test
    void theSearchFindsByNameAndSubject() {
        var mail = sent().getFirst();
        model.search.set(mail.toName().isBlank() ? mail.to() : mail.toName());
        assertTrue(mails().contains(mail));
        model.search.set("no such customer");
        assertEquals(List.of(), mails());
    }

    @Test
    void whereBothPortsAreTakenItSaysWhichAndAnotherOneIsTried() throws Exception {
        sandbox.close();
        try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); var second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            try (var before = app.caravel.workspace.Workspace.open(new Home(folder))) {
                before.settings().put("sandbox.smtp-port", String.valueOf(first.getLocalPort()));
            }
            var tries = new AtomicInteger();
            sandbox = Sandbox.open(new Home(folder), () -> tries.getAndIncrement() == 0 ? second.getLocalPort() : 0);
            model = new SandboxInboxViewModel(sandbox, new InlineBackground(), Duration.ZERO);
            model.refresh();
            assertEquals(String.valueOf(second.getLocalPort()), Objects.requireNonNull(model.problem().get()).arguments().get("port"));
            model.tryAnotherPort();
            assertNull(model.problem().get());
            assertEquals(PEOPLE, sent().stream().map(CaughtMail::to).distinct().count() + rejected());
        }
    }

    /** The sample list has some dirt in it. */
    private long rejected() {
        return PEOPLE - sandbox.workspace().lists().get("Sample buyers").size();
    }

    private static String shown(SandboxInboxViewModel model, CaughtMail mail) {
        var shown = new StringBuilder();
        model.shown(mail, shown::append);
        return shown.toString();
    }
}
