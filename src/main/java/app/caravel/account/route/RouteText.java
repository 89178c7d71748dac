package app.caravel.account.route;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A route as it is written on a command line: {@code direct}, {@code system}, {@code socks5://user@host:port}, {@code http://user@host:port}. */
public final class RouteText {

    private static final int SOCKS_PORT = 1080;
    private static final int HTTP_PORT = 8080;

    private RouteText() {}

    /**
     * Nothing where it is written otherwise. A password is not taken from the line, which other users of a computer can read.
     *
     * @param password of the proxy; null: none
     */
    public static Optional<Route> parse(String written, @Nullable String password) {
        var text = written.strip();
        if (text.equals("direct")) {
            return Optional.of(new Route.Direct());
        }
        if (text.equals("system")) {
            return Optional.of(new Route.AsSystem());
        }
        try {
            var uri = URI.create(text);
            var user = uri.getUserInfo();
            if (uri.getHost() == null || user != null && user.contains(":")) {
                return Optional.empty();
            }
            var credentials = user == null ? null : new Route.Credentials(user, password == null ? "" : password);
            return switch (String.valueOf(uri.getScheme())) {
                case "socks5", "socks5h", "socks" -> Optional.of(new Route.Socks5(uri.getHost(), uri.getPort() < 0 ? SOCKS_PORT : uri.getPort(), credentials));
                case "http" -> Optional.of(new Route.Http(uri.getHost(), uri.getPort() < 0 ? HTTP_PORT : uri.getPort(), credentials));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static String write(Route route) {
        return switch (route) {
            case Route.Direct _ -> "direct";
            case Route.AsSystem _ -> "system";
            case Route.Proxied proxy -> (proxy instanceof Route.Socks5 ? "socks5://" : "http://") + (proxy.credentials() == null ? "" : proxy.credentials().user() + "@")
                    + proxy.host() + ":" + proxy.port();
        };
    }
}
