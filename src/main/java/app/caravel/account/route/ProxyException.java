package app.caravel.account.route;

import java.io.IOException;

/** The proxy itself is what does not do. */
public final class ProxyException extends IOException {

    /** What is the matter with it. */
    public enum Why {
        /** It is not there. */
        AWAY,
        /** It wants a user name and a password, or others. */
        SIGN_IN,
        /** It does not lead to this server or port. */
        FORBIDDEN,
        /** It says that the server cannot be reached. */
        NO_WAY,
        /** It does not speak as such a proxy does. */
        STRANGE
    }

    private final Why why;
    private final String proxy;

    ProxyException(Why why, Route.Proxied proxy, String detail) {
        super(detail);
        this.why = why;
        this.proxy = proxy.host() + ":" + proxy.port();
    }

    public Why why() {
        return why;
    }

    /** The proxy as host and port. */
    public String proxy() {
        return proxy;
    }
}
