package app.caravel.tracker;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

import app.caravel.texts.Texts;
import app.caravel.texts.Texts.Language;

/** The few pages that a recipient may see, made once in each language; the browser's Accept-Language chooses. */
final class Pages {

    /** What a page says; its texts are {@code tracker.<name>.title}, {@code .text} and, where it has one, {@code .button}. */
    enum Page {
        UNSUBSCRIBE("unsubscribe", true),
        UNSUBSCRIBED("unsubscribed", false),
        NOT_STORED("not-stored", true),
        BAD_LINK("bad-link", false);

        private final String name;
        private final boolean button;

        Page(String name, boolean button) {
            this.name = name;
            this.button = button;
        }
    }

    // The form posts to its own address, so the page is the same for everyone. The button carries what RFC 8058 sends.
    private static final String HTML = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex"><title>%s</title>
            <style>
            :root { color-scheme: light dark }
            body { font: 17px/1.6 system-ui, sans-serif; max-width: 32em; margin: 15vh auto; padding: 0 24px }
            h1 { font-size: 24px; line-height: 1.3 }
            button { font: inherit; padding: 8px 24px; min-height: 48px; cursor: pointer }
            </style></head>
            <body><main><h1>%s</h1><p>%s</p>%s</main></body></html>
            """;
    private static final String FORM = "<form method=\"post\"><button name=\"List-Unsubscribe\" value=\"One-Click\">%s</button></form>";

    private record Shown(Language language, Page page) {}

    private final Map<Shown, Buffer> made = new ConcurrentHashMap<>();

    private static Buffer make(Shown shown) {
        var texts = Texts.in(shown.language);
        var page = shown.page;
        var title = escaped(texts.get("tracker." + page.name + ".title"));
        var form = page.button ? FORM.formatted(escaped(texts.get("tracker." + page.name + ".button"))) : "";
        return Buffer.buffer(HTML.formatted(shown.language.locale().toLanguageTag(), title, title,
                escaped(texts.get("tracker." + page.name + ".text")), form));
    }

    void answer(HttpServerRequest request, int status, Page page) {
        var body = made.computeIfAbsent(new Shown(language(request.getHeader("Accept-Language")), page), Pages::make);
        var response = request.response().setStatusCode(status);
        headers(response).putHeader("Content-Length", String.valueOf(body.length()));
        if (request.method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(body);
        }
    }

    private static HttpServerResponse headers(HttpServerResponse response) {
        return response.putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Vary", "Accept-Language")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'");
    }

    /** The one of our languages that the reader likes best; English where he likes none. */
    static Language language(@Nullable String acceptLanguage) {
        if (acceptLanguage != null && acceptLanguage.length() < 500) {
            try {
                for (var range : Locale.LanguageRange.parse(acceptLanguage)) {
                    for (var language : Language.values()) {
                        var code = language.locale().getLanguage();
                        if (range.getWeight() > 0 && (range.getRange().equals(code) || range.getRange().startsWith(code + "-"))) {
                            return language;
                        }
                    }
                }
            } catch (IllegalArgumentException e) {
                return Language.ENGLISH; // not a list of languages
            }
        }
        return Language.ENGLISH;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
