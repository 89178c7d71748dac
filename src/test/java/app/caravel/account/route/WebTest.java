package app.caravel.account.route;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

@org.jspecify.annotations.NullUnmarked
class WebTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Host")
                    + (exchange.getRequestHeaders().containsKey("Proxy-Authorization") ? " leaked" : ""));
            var body = exchange.getRequestBody().readAllBytes();
            var said = ("you said " + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String ask(Route route, String url, String body) throws IOException, InterruptedException {
        try (var client = Web.by(route).apply(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)).build()) {
            var request = HttpRequest.newBuilder(URI.create(url));
            return client.send((body.isEmpty() ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(), HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void aSocksProxyWithAPasswordLeadsWebRequestsToo() throws Exception {
        try (var proxy = ScriptedProxy.socks("anna:s3cret").leads("tracker.far.example", 80, server.getAddress().getPort()).leads("other.far.example", 8080, server.getAddress().getPort())) {
            var route = proxy.route(new Route.Credentials("anna", "s3cret"));
            assertEquals("you said ", ask(route, "http://tracker.far.example/api?a=1", ""));
            assertEquals("you said hello", ask(route, "http://other.far.example:8080", "hello"));
            assertEquals(List.of("GET /api?a=1 tracker.far.example", "POST / other.far.example:8080"), heard);
            assertEquals(List.of("tracker.far.example:80", "other.far.example:8080"), proxy.asked);
            assertThrows(IOException.class, () -> ask(route, "https://forbidden.far.example/", ""));
            assertEquals("forbidden.far.example:443", proxy.asked.getLast());
        }
    }

    @Test
    void anHttpProxyWithAPasswordIsGivenIt() throws Exception {
        try (var proxy = ScriptedProxy.http("anna:s3cret").leads("tracker.far.example", 80, server.getAddress().getPort())) {
            assertEquals("you said ", ask(proxy.route(new Route.Credentials("anna", "s3cret")), "http://tracker.far.example/", ""));
            assertEquals(List.of("GET / tracker.far.example"), heard);
        }
    }

    @Test
    void thisComputersOwnServersAreAskedDirectly() throws Exception {
        try (var proxy = ScriptedProxy.socks(null)) {
            assertEquals("you said ", ask(proxy.route(null), "http://127.0.0.1:" + server.getAddress().getPort() + "/", ""));
            assertEquals(List.of(), proxy.asked);
        }
    }

    @Test
    void theSystemsSocksProxyServesWhereItHasNoOther() throws Exception {
        var before = ProxySelector.getDefault();
        try (var proxy = ScriptedProxy.socks(null).leads("tracker.far.example", 80, server.getAddress().getPort())) {
            ProxySelector.setDefault(new ProxySelector() {
                @Override
                public List<Proxy> select(URI uri) {
                    return List.of(uri.getScheme().equals("socket") ? new Proxy(Proxy.Type.SOCKS, new InetSocketAddress("127.0.0.1", proxy.port())) : Proxy.NO_PROXY);
                }

                @Override
                public void connectFailed(URI uri, SocketAddress address, IOException error) {}
            });
            assertEquals("you said ", ask(new Route.AsSystem(), "http://tracker.far.example/", ""));
            assertThrows(IOException.class, () -> ask(new Route.Direct(), "http://tracker.far.example/", ""), "directly the name is not known");
        } finally {
            ProxySelector.setDefault(before);
        }
    }
}
