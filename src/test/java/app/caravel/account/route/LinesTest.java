package app.caravel.account.route;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.account.route.ProxyException.Why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@org.jspecify.annotations.NullUnmarked
class LinesTest {

    private static final String FAR = "smtp.far.example";
    private static final Route.Credentials ANNA = new Route.Credentials("anna", "s3cret");

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::greet);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void greet() {
        while (!server.isClosed()) {
            try (var line = server.accept()) {
                line.getOutputStream().write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return;
            }
        }
    }

    private ScriptedProxy proxy(String kind, @Nullable String credentials) {
        return (kind.equals("socks") ? ScriptedProxy.socks(credentials) : ScriptedProxy.http(credentials)).leads(FAR, 465, server.getLocalPort()).leads("down.example", 465, 0);
    }

    private static ProxyException refused(Route route, String host) {
        return assertThrows(ProxyException.class, () -> Lines.open(route, host, 465, 5_000).close());
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks", "http"})
    void aProxyLeadsToServersWhoseNamesItAloneKnows(String kind) throws IOException {
        try (var proxy = proxy(kind, null); var line = Lines.open(proxy.route(null), FAR, 465, 5_000)) {
            assertEquals("220 here\r\n", new String(line.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            assertTrue(line.getTcpNoDelay());
            assertEquals(0, line.getSoTimeout(), "the bound was the greeting's alone");
            assertEquals(List.of(FAR + ":465"), proxy.asked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks", "http"})
    void aProxyAsksWhoComes(String kind) throws IOException {
        try (var proxy = proxy(kind, "anna:s3cret")) {
            try (var line = Lines.open(proxy.route(ANNA), FAR, 465, 5_000)) {
                assertEquals('2', line.getInputStream().read());
            }
            assertEquals(Why.SIGN_IN, refused(proxy.route(null), FAR).why());
            var wrong = refused(proxy.route(new Route.Credentials("anna", "wr0ng")), FAR);
            assertEquals(Why.SIGN_IN, wrong.why());
            assertFalse(String.valueOf(wrong.getMessage()).contains("wr0ng"));
            assertEquals("127.0.0.1:" + proxy.port(), wrong.proxy());
            assertFalse(proxy.route(ANNA).toString().contains("s3cret"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks", "http"})
    void whatAProxyCannotIsSaidForWhatItIs(String kind) throws IOException {
        try (var proxy = proxy(kind, null)) {
            assertEquals(Why.FORBIDDEN, refused(proxy.route(null), "elsewhere.example").why());
            assertEquals(Why.NO_WAY, refused(proxy.route(null), "down.example").why());
        }
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertEquals(Why.AWAY, refused(kind.equals("socks") ? new Route.Socks5("127.0.0.1", closed, null) : new Route.Http("127.0.0.1", closed, null), FAR).why());
        var mail = kind.equals("socks") ? new Route.Socks5("127.0.0.1", server.getLocalPort(), null) : new Route.Http("127.0.0.1", server.getLocalPort(), null);
        assertEquals(Why.STRANGE, refused(mail, FAR).why(), "a mail server is no proxy");
    }

    @Test
    void aServerOnThisComputerIsAlwaysReachedDirectly() throws IOException {
        try (var proxy = proxy("socks", null); var line = Lines.open(proxy.route(null), "127.0.0.1", server.getLocalPort(), 5_000)) {
            assertEquals('2', line.getInputStream().read());
            assertEquals(List.of(), proxy.asked);
        }
    }

    @Test
    void aProxyOfTheSystemThatLeadsToWebPagesAloneIsPassedBy() throws IOException {
        try (var closed = proxy("http", null); var open = proxy("socks", null)) {
            try (var line = Lines.asSystem(List.of(closed.route(null)), "127.0.0.1", server.getLocalPort(), 5_000, java.net.InetAddress::getByName).socket()) {
                assertEquals('2', line.getInputStream().read());
            }
            assertEquals(1, closed.asked.size());
            try (var line = Lines.asSystem(List.of(closed.route(null), open.route(null)), FAR, 465, 5_000, java.net.InetAddress::getByName).socket()) {
                assertEquals('2', line.getInputStream().read());
            }
        }
        try (var closed = ScriptedProxy.http(null)) {
            var refused = assertThrows(ProxyException.class, () -> Lines.asSystem(List.of(closed.route(null)), "nowhere.invalid", 465, 5_000, java.net.InetAddress::getByName).socket().close());
            assertEquals(1, refused.getSuppressed().length, "neither way leads there: both are told");
        }
    }

    @Test
    void aRouteIsReadAsItIsWritten() {
        for (var written : List.of("direct", "system", "socks5://anna@proxy.example:1080", "http://127.0.0.1:7890")) {
            assertEquals(written, RouteText.write(RouteText.parse(written, "s3cret").orElseThrow()));
        }
        assertEquals(Optional.of(new Route.Socks5("proxy.example", 1080, null)), RouteText.parse("socks5h://proxy.example", null));
        for (var wrong : List.of("", "proxy", "ftp://x:1", "socks5://", "socks5://u:p@h:1", "http://a b")) {
            assertEquals(Optional.empty(), RouteText.parse(wrong, null), wrong);
        }
    }
}
