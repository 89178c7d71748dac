package app.caravel.account.route;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The proxies that the system's settings name. Java reads them where {@code java.net.useSystemProxies} is set at the start. */
final class SystemProxies {

    private SystemProxies() {}

    /** For a line to a server: SOCKS first, which is meant for any line, then HTTP. */
    static List<Route.Proxied> of(String host, int port) {
        var found = new ArrayList<Route.Proxied>();
        var selector = ProxySelector.getDefault();
        if (selector == null) {
            return found;
        }
        var name = host.contains(":") ? "[" + host + "]" : host;
        for (var uri : List.of("socket://" + name + ":" + port, "https://" + name + ":" + port)) {
            for (var proxy : selector.select(URI.create(uri))) {
                if (proxy.address() instanceof InetSocketAddress address) {
                    found.add(proxy.type() == Proxy.Type.SOCKS
                            ? new Route.Socks5(address.getHostString(), address.getPort(), null)
                            : new Route.Http(address.getHostString(), address.getPort(), null));
                }
            }
        }
        return found.stream().distinct().toList();
    }
}
