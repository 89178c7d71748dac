package app.caravel.account;

import javax.net.ssl.SSLSocketFactory;

import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are trusted.
 *
 * @param sockets null: those that the Java runtime trusts
 */
record Trust(@Nullable SSLSocketFactory sockets) {

    static Trust ofSystem() {
        return new Trust(null);
    }
}
