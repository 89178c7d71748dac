package app.caravel.tracker;

import java.io.StringWriter;
import java.util.Set;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import app.caravel.protocol.TokenKind;

/** Which request goes where, and what is refused before it is looked at. */
final class Routes implements Handler<HttpServerRequest> {

    /** A one-click unsubscribe posts 26 bytes. */
    private static final int MOST_BODY_BYTES = 8_192;

    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> UNSUBSCRIBING = Set.of("GET", "HEAD", "POST");

    private static final JsonFactory JSON = new JsonFactory();

    private final String prefix;
    private final TrackedRoute tracked;
    private final EventsRoute events;
    private final EventWriter writer;

    /**
     * @param prefix the path of the public address, which a proxy may or may not cut off
     */
    Routes(String prefix, TrackedRoute tracked, EventsRoute events, EventWriter writer) {
        this.prefix = prefix;
        this.tracked = tracked;
        this.events = events;
        this.writer = writer;
    }

    @Override
    public void handle(HttpServerRequest request) {
        var whole = request.path() == null ? "" : request.path();
        var path = !prefix.isEmpty() && whole.startsWith(prefix + "/") ? whole.substring(prefix.length()) : whole;
        var kind = kind(path);
        if (kind != null) {
            allow(request, kind == TokenKind.UNSUBSCRIBE ? UNSUBSCRIBING : READING, () -> tracked.handle(request, kind, path.substring(3)));
        } else if (path.equals("/api/v1/events")) {
            allow(request, Set.of("GET"), () -> events.handle(request));
        } else if (path.equals("/healthz")) {
            allow(request, READING, () -> health(request));
        } else {
            allow(request, UNSUBSCRIBING, () -> request.response().setStatusCode(404).end());
        }
    }

    private static @Nullable TokenKind kind(String path) {
        if (path.length() > 3 && path.charAt(0) == '/' && path.charAt(2) == '/') {
            for (var kind : TokenKind.values()) {
                if (Character.toLowerCase(path.charAt(1)) == kind.letter()) {
                    return kind;
                }
            }
        }
        return null;
    }

    private static void allow(HttpServerRequest request, Set<String> methods, Runnable answer) {
        if (!methods.contains(request.method().name())) {
            request.response().setStatusCode(405).putHeader("Allow", String.join(", ", methods.stream().sorted().toList())).end();
        } else if (request.method().name().equals("POST")) {
            afterBody(request, answer);
        } else {
            answer.run();
        }
    }

    /** Reads the body to its end, keeps nothing of it, and gives up on one that no unsubscribe has. */
    private static void afterBody(HttpServerRequest request, Runnable answer) {
        var bytes = new int[1];
        request.handler(part -> {
            bytes[0] += part.length();
            if (bytes[0] > MOST_BODY_BYTES && bytes[0] - part.length() <= MOST_BODY_BYTES) {
                request.response().setStatusCode(413).putHeader("Connection", "close").end().onComplete(_ -> request.connection().close());
            }
        });
        request.endHandler(_ -> {
            if (bytes[0] <= MOST_BODY_BYTES) {
                answer.run();
            }
        });
    }

    /** 503 while events cannot be stored, so that a monitor notices. */
    private void health(HttpServerRequest request) {
        var failure = writer.failure();
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("status", failure == null ? "ok" : "failing");
            json.writeNumberProperty("queued", writer.queued());
            json.writeNumberProperty("lost", writer.lost());
            if (failure != null) {
                json.writeStringProperty("error", failure);
            }
            json.writeEndObject();
        }
        request.response().setStatusCode(failure == null ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(text + "\n");
    }
}
