package app.caravel.account.route;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** Gives the JDK's HTTP client its way and its trust. It knows HTTP proxies that ask for nobody; a {@link ProxyBridge} stands before all others. */
public final class Web {

    private static final Map<Route.Proxied, ProxyBridge> BRIDGES = new ConcurrentHashMap<>();

    private Web() {}

    public static UnaryOperator<HttpClient.Builder> by(Route route) {
        return by(() -> route);
    }

    /** @param route asked at each request: a person may change it meanwhile */
    public static UnaryOperator<HttpClient.Builder> by(Supplier<Route> route) {
        return builder -> builder.proxy(new Way(route)).sslContext(Trust.ofSystem().context());
    }

    /** Which proxy an address is asked for by. */
    private static final class Way extends ProxySelector {
        private final Supplier<Route> route;

        Way(Supplier<Route> route) {
            this.route = route;
        }

        @Override
        public List<Proxy> select(@Nullable URI uri) {
            if (uri == null || uri.getHost() == null) {
                throw new IllegalArgumentException("an address without a host");
            }
            if (Route.isLoopback(uri.getHost())) {
                return List.of(Proxy.NO_PROXY);
            }
            return List.of(switch (route.get()) {
                case Route.Direct _ -> Proxy.NO_PROXY;
                case Route.Proxied proxy -> proxy(proxy);
                case Route.AsSystem _ -> SystemProxies.of(uri.getHost(), uri.getPort() < 0 ? 443 : uri.getPort()).stream()
                        .sorted(java.util.Comparator.comparing(found -> found instanceof Route.Socks5)).findFirst().map(Way::proxy).orElse(Proxy.NO_PROXY);
            });
        }

        private static Proxy proxy(Route.Proxied proxy) {
            if (proxy instanceof Route.Http(var host, var port, var credentials) && credentials == null) {
                return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(host, port));
            }
            return new Proxy(Proxy.Type.HTTP, BRIDGES.computeIfAbsent(proxy, ProxyBridge::start).address());
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException error) {
            System.getLogger(Web.class.getName()).log(System.Logger.Level.DEBUG, "proxy " + address + " failed", error);
        }
    }
}
