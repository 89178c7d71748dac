package app.caravel.tracker;

import java.util.Locale;
import java.util.Optional;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import app.caravel.protocol.Cursor;

/** {@code GET /api/v1/events?after=epoch:sequence&limit=&wait=}: a desktop's events as NDJSON, at once or when the next comes. */
final class EventsRoute {

    /** Seconds; below the minute after which proxies cut a connection that says nothing. */
    static final int LONGEST_WAIT = 50;

    private static final int USUAL_LIMIT = 1_000;

    private final Vertx vertx;
    private final WorkspaceKeys keys;
    private final EventPages pages;
    private final LongPolls polls;

    EventsRoute(Vertx vertx, WorkspaceKeys keys, EventPages pages, LongPolls polls) {
        this.vertx = vertx;
        this.keys = keys;
        this.pages = pages;
        this.polls = polls;
    }

    private record Question(HttpServerRequest request, int workspace, @Nullable Cursor after, int limit, boolean zipped, Context loop) {}

    void handle(HttpServerRequest request) {
        var loop = vertx.getOrCreateContext();
        var key = bearer(request);
        if (key.isEmpty() || keys.workspaceOf(key.get()) != null) {
            authorized(request, key.map(keys::workspaceOf), loop);
        } else {
            keys.nextLook(vertx).onComplete(_ -> loop.runOnContext(_ -> authorized(request, key.map(keys::workspaceOf), loop)));
        }
    }

    private void authorized(HttpServerRequest request, Optional<Integer> workspace, Context loop) {
        if (workspace.isEmpty()) {
            request.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer").end();
            return;
        }
        var after = Optional.ofNullable(request.getParam("after")).filter(text -> !text.isEmpty());
        var cursor = after.flatMap(Cursor::parse);
        int limit = number(request, "limit", USUAL_LIMIT);
        int wait = number(request, "wait", 0);
        if (after.isPresent() && cursor.isEmpty() || limit < 1 || wait < 0) {
            request.response().setStatusCode(400).putHeader("Content-Type", "text/plain").end("after=epoch:sequence, limit from 1, wait in seconds\n");
            return;
        }
        var question = new Question(request, workspace.get(), cursor.orElse(null), limit, accepts(request), loop);
        if (wait == 0) {
            read(question).onComplete(page -> finish(question, page));
        } else {
            await(question, Math.min(wait, LONGEST_WAIT));
        }
    }

    private void await(Question question, int seconds) {
        var place = polls.take(question.workspace);
        question.request.connection().closeHandler(_ -> place.leave());
        read(question).onComplete(page -> {
            if (page.failed() || page.result().count() > 0) {
                place.leave();
                finish(question, page);
                return;
            }
            long timer = vertx.setTimer(seconds * 1_000L, _ -> place.leave());
            place.arrival().onComplete(_ -> question.loop.runOnContext(_ -> {
                vertx.cancelTimer(timer);
                if (!question.request.response().closed()) {
                    read(question).onComplete(next -> finish(question, next));
                }
            }));
        });
    }

    private Future<EventPages.Page> read(Question question) {
        return vertx.executeBlocking(() -> pages.after(question.workspace, question.after, question.limit, question.zipped), false);
    }

    private static void finish(Question question, io.vertx.core.AsyncResult<EventPages.Page> page) {
        var response = question.request.response();
        if (response.closed()) {
            return;
        }
        if (page.failed()) {
            System.getLogger(EventsRoute.class.getName()).log(System.Logger.Level.ERROR, "Events cannot be read", page.cause());
            response.setStatusCode(503).putHeader("Retry-After", "60").end();
            return;
        }
        response.putHeader("Content-Type", "application/x-ndjson")
                .putHeader("Cache-Control", "no-store")
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Caravel-Cursor", page.result().cursor().toString());
        if (question.zipped) {
            response.putHeader("Content-Encoding", "gzip");
        }
        response.end(Buffer.buffer(page.result().lines()));
    }

    private static Optional<String> bearer(HttpServerRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) ? Optional.of(header.substring(7).trim()) : Optional.empty();
    }

    private static boolean accepts(HttpServerRequest request) {
        var header = request.getHeader("Accept-Encoding");
        return header != null && header.toLowerCase(Locale.ROOT).contains("gzip");
    }

    /** The number of a parameter, -1 where it is none. */
    private static int number(HttpServerRequest request, String name, int usual) {
        var text = request.getParam(name);
        if (text == null) {
            return usual;
        }
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
