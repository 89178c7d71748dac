package app.caravel.content.audit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.audit.References.Reference;
import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Links and pictures asked for at a real server on loopback. */
class LinksSeenTest {

    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<String> names = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        var path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestMethod() + " " + path);
        names.add(exchange.getRequestHeaders().getFirst("User-Agent"));
        LockSupport.parkNanos(2_000_000);
        // Counted down before the answer goes: the next request may come before this handler has ended.
        atOnce.decrementAndGet();
        switch (path) {
            case "/panel" -> send(exchange, 200, "text/html", "<title>LED panel 60x60</title>");
            case "/soft" -> send(exchange, 200, "text/html; charset=utf-8", "<title>404 – Page not found</title>");
            case "/moved" -> redirect(exchange, "/panel");
            case "/old" -> redirect(exchange, "/");
            case "/round" -> redirect(exchange, "/round");
            case "/" -> send(exchange, 200, "text/html", "<title>Lumitech</title>");
            case "/broken" -> send(exchange, 500, "text/plain", "x");
            case "/wall" -> send(exchange, 403, "text/html", "robots stay out");
            case "/p.png" -> send(exchange, 200, "image/png", "x".repeat(2_000));
            case "/heavy.png" -> send(exchange, 200, "image/png", "x".repeat(1_300_000));
            case "/p.html" -> send(exchange, 200, "text/html", "x");
            default -> send(exchange, path.startsWith("/n") ? 200 : 404, "text/html", "<title>x</title>");
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().add("Content-Length", String.valueOf(bytes.length));
        }
        exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private Reference link(String path, String says) {
        return new Reference("http://127.0.0.1:" + server.getAddress().getPort() + path, says, false, false);
    }

    private Reference picture(String path) {
        return new Reference("http://127.0.0.1:" + server.getAddress().getPort() + path, "", true, false);
    }

    private static List<String> kinds(LinksSeen seen) {
        return seen.findings().stream().map(CheckFinding::kind).toList();
    }

    @Test
    void aLinkToAPageThatIsNotFoundIsToldWithWhatItSays() {
        var seen = LinksSeen.at(List.of(link("/panel", "LED panel"), link("/gone", "LED panel"), link("/soft", "Price list")), web -> web, _ -> {}, () -> false);
        assertEquals(List.of("link-not-found", "link-not-found"), kinds(seen));
        assertEquals(new LinksSeen.Tally(3, 1, 0), seen.links());
        assertEquals("LED panel", seen.slowest());
        assertTrue(Texts.in(Texts.Language.ENGLISH).get(seen.findings().getFirst().text()).startsWith("“LED panel” leads to a page that is not found (404): http://127.0.0.1"));
        assertTrue(names.stream().allMatch(name -> name.startsWith("Caravel-link-check")));
    }

    @Test
    void redirectsAreFollowedToTheirEnd() {
        var seen = LinksSeen.at(List.of(link("/moved", "Panel"), link("/old", "Old panel"), link("/round", "Round")), web -> web, _ -> {}, () -> false);
        assertEquals(List.of("link-broken", "link-home"), kinds(seen));
        assertEquals(Severity.ADVICE, seen.findings().getLast().severity());
    }

    @Test
    void whatKeepsProgramsOutIsUnknownAndNotBad() {
        var seen = LinksSeen.at(List.of(link("/wall", "Shop"), link("/panel", "Panel"), link("/broken", "Broken")), web -> web, _ -> {}, () -> false);
        assertEquals(List.of("link-broken", "links-unknown"), kinds(seen));
        assertEquals(new LinksSeen.Tally(3, 1, 1), seen.links());
    }

    @Test
    void picturesAreWeighedByTheirHeadAlone() {
        var seen = LinksSeen.at(List.of(picture("/p.png"), picture("/heavy.png"), picture("/none.jpg"), picture("/p.html")), web -> web, _ -> {}, () -> false);
        assertEquals(List.of("picture-heavy", "picture-no-picture", "picture-no-picture"), kinds(seen));
        assertTrue(asked.stream().noneMatch(request -> request.startsWith("GET")), asked.toString());
    }

    @Test
    void whereNothingAnswersThereIsNoNetworkAndNothingIsBad() {
        var nowhere = new Reference("http://127.0.0.1:1/x", "Panel", false, false);
        assertEquals(List.of("links-unknown"), kinds(LinksSeen.at(List.of(nowhere), web -> web, _ -> {}, () -> false)));
        assertEquals(List.of("link-no-answer"), kinds(LinksSeen.at(List.of(nowhere, link("/panel", "Panel")), web -> web, _ -> {}, () -> false)));
    }

    @Test
    void aHostIsAskedForTwoAtATimeAndForNothingTwice() {
        var links = new ArrayList<Reference>();
        for (int i = 0; i < 20; i++) {
            links.add(link("/n" + i, "Page " + i));
        }
        assertEquals(20, LinksSeen.at(links, web -> web, _ -> {}, () -> false).links().fine());
        assertTrue(mostAtOnce.get() <= 2, "at once " + mostAtOnce.get());
        assertEquals(40, asked.size());
        assertEquals(40, asked.stream().distinct().count());
    }

    @Test
    void anAddressWithAPersonsOwnDataIsNotAskedFor() {
        var seen = LinksSeen.at(List.of(new Reference("http://127.0.0.1:" + server.getAddress().getPort() + "/?for=a@x.example", "Yours", false, true)), web -> web, _ -> {}, () -> false);
        assertEquals(List.of("links-unknown"), kinds(seen));
        assertEquals(List.of(), asked);
    }

    @Test
    void howManyAnsweredIsToldAndACancelledLookEndsWithoutWaiting() {
        var told = new ArrayList<Integer>();
        LinksSeen.at(List.of(link("/panel", "Panel"), link("/n1", "One"), picture("/p.png")), web -> web, told::add, () -> false);
        assertEquals(List.of(1, 2, 3), told);
        var begin = System.nanoTime();
        var stopped = LinksSeen.at(List.of(link("/slow", "Slow")), web -> web, _ -> {}, () -> true);
        assertEquals(new LinksSeen.Tally(1, 0, 1), stopped.links());
        assertTrue(System.nanoTime() - begin < 5_000_000_000L);
    }

    @Test
    void anExampleIsNoAddressThatCouldBeAskedFor() {
        var seen = LinksSeen.at(List.of(new Reference("https://www.lumitech.example/panel", "Panel", false, false), link("/panel", "Panel")), web -> web, _ -> {}, () -> false);
        assertEquals(List.of("links-unknown"), kinds(seen));
    }
}
