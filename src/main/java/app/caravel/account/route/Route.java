package app.caravel.account.route;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Which way a line takes. A server on this computer is always reached directly. */
public sealed interface Route {

    /** By no proxy, whatever the system says. */
    record Direct() implements Route {}

    /** As the system's settings say: its SOCKS proxy, else its HTTP proxy, else directly. */
    record AsSystem() implements Route {}

    /** Through a proxy that leads on to any server. It looks up the server's name: none leaves this computer. */
    sealed interface Proxied extends Route {
        String host();

        int port();

        /** Null: the proxy asks for nobody. */
        @Nullable Credentials credentials();
    }

    /** SOCKS version 5 (RFC 1928). */
    record Socks5(String host, int port, @Nullable Credentials credentials) implements Proxied {}

    /** An HTTP proxy that knows CONNECT (RFC 9110, section 9.3.6). */
    record Http(String host, int port, @Nullable Credentials credentials) implements Proxied {}

    /** Who asks the proxy. */
    record Credentials(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    static boolean isLoopback(String host) {
        var lower = host.strip().toLowerCase(Locale.ROOT);
        return lower.equals("localhost") || lower.startsWith("127.") || lower.equals("::1") || lower.equals("[::1]");
    }
}
