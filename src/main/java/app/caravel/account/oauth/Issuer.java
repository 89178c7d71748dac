package app.caravel.account.oauth;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** Who lets people sign in by the browser, as its public pages describe it (2026-11). Not tried at the issuers themselves. */
public enum Issuer {
    GOOGLE(
            "https://accounts.google.com/o/oauth2/v2/auth",
            "https://oauth2.googleapis.com/token",
            "https://mail.google.com/",
            // without the two Google gives a refresh token at the first sign-in alone
            Map.of("access_type", "offline", "prompt", "consent"),
            "http://127.0.0.1"),
    MICROSOFT(
            "https://login.microsoftonline.com/common/oauth2/v2.0/authorize",
            "https://login.microsoftonline.com/common/oauth2/v2.0/token",
            "https://outlook.office.com/SMTP.Send https://outlook.office.com/IMAP.AccessAsUser.All offline_access",
            Map.of("response_mode", "query"),
            // of localhost alone Microsoft ignores the port
            "http://localhost");

    private final URI authorize;
    private final URI token;
    private final String scope;
    private final Map<String, String> more;
    private final String redirect;

    Issuer(String authorize, String token, String scope, Map<String, String> more, String redirect) {
        this.authorize = URI.create(authorize);
        this.token = URI.create(token);
        this.scope = scope;
        this.more = more;
        this.redirect = redirect;
    }

    /** The name in the database, in texts and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Issuer of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    /** Where it is asked. */
    public Endpoints endpoints() {
        return new Endpoints(authorize, token);
    }

    /** What is asked for: to send and to read mail, also when nobody sits at the browser. */
    public String scope() {
        return scope;
    }

    Map<String, String> more() {
        return more;
    }

    /** How it wants the redirect to this computer written, without its port. */
    String redirect() {
        return redirect;
    }
}
