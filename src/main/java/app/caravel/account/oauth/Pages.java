package app.caravel.account.oauth;

/**
 * What the browser shows when it comes back, in the person's language.
 *
 * @param done signed in
 * @param refused the issuer said no
 * @param stray a request that has nothing to do with this sign-in
 */
public record Pages(String done, String refused, String stray) {

    static String html(String words) {
        var safe = words.replace("&", "&amp;").replace("<", "&lt;");
        return "<!doctype html><html><head><meta charset=\"utf-8\"><title>Caravel</title><style>body{font:18px/1.5 system-ui,sans-serif;max-width:32em;margin:20vh auto;padding:0 1em}"
                + "@media(prefers-color-scheme:dark){body{background:#17191d;color:#e6e8ea}}</style></head><body><p>" + safe + "</p></body></html>";
    }
}
