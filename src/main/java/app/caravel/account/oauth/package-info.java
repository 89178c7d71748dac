/** Signing in by the browser: OAuth 2 with PKCE and a redirect to this computer (RFC 8252, RFC 7636), and fresh access tokens. May use reason and store. */
@NullMarked
package app.caravel.account.oauth;

import org.jspecify.annotations.NullMarked;
