package app.caravel.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import app.caravel.tracker.TrackerConfig;
import app.caravel.tracker.TrackerServer;

/** {@code caravel tracker serve}: runs a tracker until it is told to stop. */
@Command(name = "serve", description = "Run a tracker until it is stopped (SIGTERM, Ctrl+C).")
public final class TrackerServeVerb implements Callable<Integer> {

    @CommandLine.Mixin
    Options options;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder of its database, made where it is missing.")
    Path data;

    @Option(names = "--port", paramLabel = "P", defaultValue = "8080", description = "The port to listen on; 0: a free one (default: 8080).")
    int port;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "0.0.0.0", description = "The address to listen on (default: all).")
    String bind;

    @Option(names = "--public-url", paramLabel = "URL", description = "Where the world reaches it: the beginning of every tracked link.")
    @Nullable String publicUrl;

    @Option(names = "--behind-proxy", description = "A proxy on this computer stands before it: believe its X-Forwarded-For.")
    boolean behindProxy;

    @Override
    public Integer call() throws InterruptedException {
        var server = TrackerServer.start(TrackerConfig.in(data).listeningOn(bind, port).reachedAt(publicUrl).behindProxy(behindProxy));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            // to be stopped is a tracker's regular end
            Runtime.getRuntime().halt(0);
        }, "stop"));
        if (options.json()) {
            options.print(java.util.Map.of("port", server.port(), "public_url", server.publicUrl()));
        } else {
            options.out().println("The tracker listens on " + bind + ", port " + server.port() + "; links begin with " + server.publicUrl());
        }
        options.out().flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
