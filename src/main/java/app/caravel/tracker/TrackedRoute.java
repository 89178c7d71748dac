package app.caravel.tracker;

import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import app.caravel.protocol.Payload;
import app.caravel.protocol.RawEvent;
import app.caravel.protocol.TokenKind;
import app.caravel.protocol.Tokens;
import app.caravel.tracker.Pages.Page;

/** Pixel, click and unsubscribe: checks the token, has the event stored, then answers. */
final class TrackedRoute {

    /** One transparent dot. */
    private static final Buffer GIF = Buffer.buffer(Base64.getDecoder().decode("R0lGODlhAQABAIABAAAAAP///yH5BAEAAAEALAAAAAABAAEAAAICTAEAOw=="));
    private static final CharSequence GIF_TYPE = HttpHeaders.createOptimized("image/gif");
    private static final CharSequence GIF_LENGTH = HttpHeaders.createOptimized(String.valueOf(GIF.length()));
    private static final CharSequence NEVER_KEPT = HttpHeaders.createOptimized("no-store, no-cache, must-revalidate, private, max-age=0");
    private static final CharSequence PRAGMA = HttpHeaders.createOptimized("pragma");
    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");

    private final Vertx vertx;
    private final WorkspaceKeys keys;
    private final Reader.Trust trust;
    private final EventWriter writer;
    private final Pages pages;

    TrackedRoute(Vertx vertx, WorkspaceKeys keys, Reader.Trust trust, EventWriter writer, Pages pages) {
        this.vertx = vertx;
        this.keys = keys;
        this.trust = trust;
        this.writer = writer;
        this.pages = pages;
    }

    /** Answers a request whose body, if it had one, has been read. */
    void handle(HttpServerRequest request, TokenKind kind, String segment) {
        var loop = vertx.getOrCreateContext();
        var payload = Tokens.decode(kind, segment, keys);
        if (payload.isPresent()) {
            store(request, kind, payload.get(), loop);
            return;
        }
        // refused, unless its workspace was added a moment ago
        keys.nextLook(vertx).onComplete(_ -> loop.runOnContext(_ -> again(request, kind, Tokens.decode(kind, segment, keys), loop)));
    }

    private void again(HttpServerRequest request, TokenKind kind, Optional<Payload> payload, Context loop) {
        if (payload.isPresent()) {
            store(request, kind, payload.get(), loop);
        } else {
            pages.answer(request, 404, Page.BAD_LINK);
        }
    }

    private void store(HttpServerRequest request, TokenKind kind, Payload payload, Context loop) {
        var reader = trust.of(request);
        var target = payload.target();
        var event = new RawEvent(
                event(request, kind),
                reader.at(),
                HexFormat.of().formatHex(payload.randomId()),
                target == null ? null : (Integer) target.link(),
                target == null ? null : target.destination(),
                request.method().name(),
                reader.address(),
                reader.headers());
        writer.store(payload.workspace(), reader.at().toEpochMilli(), event.write(), loop, onDisk -> answer(request, event, onDisk));
    }

    private static RawEvent.Kind event(HttpServerRequest request, TokenKind kind) {
        return switch (kind) {
            case PIXEL -> RawEvent.Kind.OPEN;
            case CLICK -> RawEvent.Kind.CLICK;
            case UNSUBSCRIBE -> request.method().name().equals("POST") ? RawEvent.Kind.UNSUBSCRIBE : RawEvent.Kind.UNSUBSCRIBE_PAGE;
        };
    }

    private void answer(HttpServerRequest request, RawEvent event, boolean onDisk) {
        if (request.response().closed()) {
            return;
        }
        switch (event.kind()) {
            case OPEN -> picture(request);
            case CLICK -> redirect(request, String.valueOf(event.url()));
            case UNSUBSCRIBE_PAGE -> pages.answer(request, 200, Page.UNSUBSCRIBE);
            case UNSUBSCRIBE -> {
                if (onDisk) {
                    pages.answer(request, 200, Page.UNSUBSCRIBED);
                } else {
                    request.response().putHeader("Retry-After", "60");
                    pages.answer(request, 503, Page.NOT_STORED);
                }
            }
        }
    }

    private static void picture(HttpServerRequest request) {
        var response = request.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, GIF_TYPE)
                .putHeader(HttpHeaders.CONTENT_LENGTH, GIF_LENGTH)
                .putHeader(HttpHeaders.CACHE_CONTROL, NEVER_KEPT)
                .putHeader(PRAGMA, NO_CACHE);
        if (request.method().name().equals("HEAD")) {
            response.end();
        } else {
            response.end(GIF);
        }
    }

    private static void redirect(HttpServerRequest request, String destination) {
        request.response().setStatusCode(302)
                .putHeader("Location", ascii(destination))
                .putHeader("Content-Length", "0")
                .putHeader("Cache-Control", "no-store")
                .end();
    }

    /** As a header may carry it: a host beyond ASCII in its A-labels, everything else percent-encoded. What is ASCII stays. */
    static String ascii(String destination) {
        if (destination.chars().allMatch(c -> c < 0x80)) {
            return destination;
        }
        int host = destination.indexOf("://") + 3;
        int end = host;
        while (end < destination.length() && "/?#".indexOf(destination.charAt(end)) < 0) {
            end++;
        }
        return destination.substring(0, host) + labels(destination.substring(host, end)) + percents(destination.substring(end));
    }

    private static String labels(String authority) {
        if (authority.chars().allMatch(c -> c < 0x80)) {
            return authority;
        }
        int colon = authority.lastIndexOf(':');
        try {
            return colon < 0 ? IDN.toASCII(authority) : IDN.toASCII(authority.substring(0, colon)) + authority.substring(colon);
        } catch (IllegalArgumentException e) {
            return percents(authority);
        }
    }

    private static String percents(String text) {
        var encoded = new StringBuilder(text.length() * 2);
        text.codePoints().forEach(c -> encoded.append(c < 0x80 ? String.valueOf((char) c) : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)));
        return encoded.toString();
    }
}
