package app.caravel.account.route;

import java.security.NoSuchAlgorithmException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;

/** Whose certificates are trusted. */
public record Trust(SSLContext context) {

    public static Trust ofSystem() {
        try {
            return new Trust(SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }
}
