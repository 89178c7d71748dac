package app.caravel.account.oauth;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** The two addresses of an issuer: one for the browser, one for us. */
public record Endpoints(URI authorize, URI token) {

    /**
     * Those of an issuer, or of a server on this computer that stands in for it.
     *
     * @param base such a server's; null: the issuer's own
     * @throws IllegalArgumentException where the base is on another computer
     */
    public static Endpoints of(Issuer issuer, @Nullable String base) {
        if (base == null) {
            return issuer.endpoints();
        }
        var uri = URI.create(base);
        if (uri.getHost() == null || !(uri.getHost().equals("localhost") || uri.getHost().startsWith("127."))) {
            throw new IllegalArgumentException(base);
        }
        return new Endpoints(URI.create(base + "/authorize"), URI.create(base + "/token"));
    }
}
