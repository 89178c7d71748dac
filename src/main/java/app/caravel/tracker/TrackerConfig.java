package app.caravel.tracker;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * How a tracker runs.
 *
 * @param data the folder of its database, made where it is missing
 * @param host the address to listen on
 * @param port 0 takes a free one
 * @param publicUrl where the world reaches it; null: on loopback, for a tracker of this computer alone
 * @param behindProxy whether a connection from loopback is a proxy whose X-Forwarded-For tells the reader's address
 * @param sandboxHeadersKey null but in the sandbox: there readers sit on loopback and tell address and time in signed headers
 */
public record TrackerConfig(Path data, String host, int port, @Nullable String publicUrl, boolean behindProxy,
        byte @Nullable [] sandboxHeadersKey) {

    /** A tracker on all addresses of the computer, at a free port. */
    public static TrackerConfig in(Path data) {
        return new TrackerConfig(data, "0.0.0.0", 0, null, false, null);
    }

    public TrackerConfig listeningOn(String host, int port) {
        return new TrackerConfig(data, host, port, publicUrl, behindProxy, sandboxHeadersKey);
    }

    public TrackerConfig reachedAt(@Nullable String publicUrl) {
        return new TrackerConfig(data, host, port, publicUrl, behindProxy, sandboxHeadersKey);
    }

    public TrackerConfig behindProxy(boolean behindProxy) {
        return new TrackerConfig(data, host, port, publicUrl, behindProxy, sandboxHeadersKey);
    }

    public TrackerConfig forSandbox(byte[] headersKey) {
        return new TrackerConfig(data, host, port, publicUrl, behindProxy, headersKey);
    }
}
