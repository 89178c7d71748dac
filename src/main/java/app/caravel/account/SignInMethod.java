package app.caravel.account;

import org.jspecify.annotations.Nullable;

import app.caravel.account.oauth.Issuer;

/** How an account signs in, as it is kept. */
public sealed interface SignInMethod {

    /** By what {@link Secrets} holds, if it has a user at all. */
    record ByPassword() implements SignInMethod {}

    /**
     * By the browser once, and from then on by the refresh token that {@link Secrets} holds.
     *
     * @param clientId the user's own; null: the one that is built in
     * @param endpoint null: the issuer's own; else a server on this computer that stands in for it
     */
    record ByBrowser(Issuer issuer, @Nullable String clientId, @Nullable String endpoint) implements SignInMethod {}
}
