package app.caravel.tracker;

import java.net.BindException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** A running tracker. Serves until it is closed; then what is queued is stored first. */
public final class TrackerServer implements AutoCloseable {

    private static final int LOOPS = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final Vertx vertx;
    private final TrackerWorkspaces workspaces;
    private final WorkspaceKeys keys;
    private final EventWriter writer;
    private final EventPages pages;
    private final LongPolls polls;
    private final String host;
    private int port;
    private String publicUrl = "";

    private TrackerServer(TrackerConfig config, Clock clock) {
        this.host = config.host();
        var database = TrackerDatabase.open(config.data());
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(LOOPS).setWorkerPoolSize(4).setInternalBlockingPoolSize(2).setPreferNativeTransport(false));
        this.workspaces = new TrackerWorkspaces(database, clock);
        this.keys = new WorkspaceKeys(database);
        this.polls = new LongPolls();
        this.writer = new EventWriter(database, polls::wake);
        this.pages = new EventPages(database);
    }

    /**
     * Starts a tracker and returns when it answers.
     *
     * @throws Problem where the folder cannot be used or the port is taken
     */
    public static TrackerServer start(TrackerConfig config) {
        return start(config, Clock.systemUTC());
    }

    static TrackerServer start(TrackerConfig config, Clock clock) {
        var server = new TrackerServer(config, clock);
        try {
            server.keys.refresh();
            server.listen(config, clock);
            return server;
        } catch (SQLException e) {
            server.close();
            throw new Problem(Reason.of("tracker.cannot-open", "folder", config.data().toString(), "error", String.valueOf(e.getMessage())), e);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void listen(TrackerConfig config, Clock clock) {
        var given = config.publicUrl() == null ? null : TrackerWorkspaces.checked(config.publicUrl());
        var tracked = new TrackedRoute(vertx, keys, new Reader.Trust(config, clock), writer, new Pages());
        var routes = new Routes(path(given), tracked, new EventsRoute(vertx, keys, pages, polls), writer);
        var options = new HttpServerOptions()
                .setHost(host)
                // a negative port is a free one that all loops share
                .setPort(config.port() == 0 ? -1 : config.port())
                .setTcpNoDelay(true)
                .setAcceptBacklog(1_024)
                .setIdleTimeout(EventsRoute.LONGEST_WAIT + 25)
                .setMaxInitialLineLength(4_096)
                .setMaxHeaderSize(8_192)
                .setMaxFormAttributeSize(1_024)
                // no WebSockets here: their handlers cost a few microseconds a request
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setDecompressionSupported(false);
        await(vertx.deployVerticle(() -> new Loop(options, routes), new DeploymentOptions().setInstances(LOOPS)), config.port());
        publicUrl = given == null ? "http://" + (host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host) + ":" + port : given;
        workspaces.reachedAt(publicUrl);
        vertx.setPeriodic(1_000, _ -> keys.nextLook(vertx));
    }

    /** The HTTP server of one event loop; all loops share the port. */
    private final class Loop extends VerticleBase {

        private final HttpServerOptions options;
        private final Routes routes;
        private @Nullable HttpServer server;

        Loop(HttpServerOptions options, Routes routes) {
            this.options = options;
            this.routes = routes;
        }

        @Override
        public Future<?> start() {
            var made = vertx.createHttpServer(options).requestHandler(routes);
            server = made;
            return made.listen().onSuccess(listening -> port = listening.actualPort());
        }

        @Override
        public Future<?> stop() {
            return server == null ? Future.succeededFuture() : server.shutdown(5, TimeUnit.SECONDS);
        }
    }

    private void await(Future<?> listening, int port) {
        try {
            listening.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            var key = e.getCause() instanceof BindException ? "tracker.port-taken" : "tracker.cannot-listen";
            throw new Problem(Reason.of(key, "host", host, "port", String.valueOf(port), "error", String.valueOf(e.getMessage())), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(Reason.of("tracker.cannot-listen", "host", host, "port", String.valueOf(port), "error", "interrupted"), e);
        }
    }

    private static String path(@Nullable String publicUrl) {
        int slash = publicUrl == null ? -1 : publicUrl.indexOf('/', publicUrl.indexOf("://") + 3);
        return publicUrl == null || slash < 0 ? "" : publicUrl.substring(slash);
    }

    public int port() {
        return port;
    }

    /** Where mails point to, without a slash at its end. */
    public String publicUrl() {
        return publicUrl;
    }

    public TrackerWorkspaces workspaces() {
        return workspaces;
    }

    /** How many events were answered and could not be stored since the start. */
    public long lost() {
        return writer.lost();
    }

    /** Answers what has come, stores it, and ends. */
    @Override
    public void close() {
        polls.close();
        quietly(Future.all(vertx.deploymentIDs().stream().map(vertx::undeploy).toList()));
        writer.close();
        quietly(vertx.close());
        pages.close();
    }

    private static void quietly(Future<?> closing) {
        try {
            closing.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger(TrackerServer.class.getName()).log(System.Logger.Level.WARNING, "closing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
