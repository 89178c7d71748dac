package app.caravel.tracker;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

import app.caravel.protocol.RawEvent.Header;

/** Who asked, when, with which headers. */
record Reader(String address, Instant at, List<Header> headers) {

    /** Whom to believe about the reader's address. */
    static final class Trust {

        private final boolean behindProxy;
        private final byte @Nullable [] sandboxKey;
        private final Clock clock;

        Trust(TrackerConfig config, Clock clock) {
            this.behindProxy = config.behindProxy();
            this.sandboxKey = config.sandboxHeadersKey();
            this.clock = clock;
        }

        Reader of(HttpServerRequest request) {
            var peer = request.remoteAddress().hostAddress();
            var address = peer == null ? "" : peer;
            var headers = new ArrayList<Header>(request.headers().size());
            @Nullable String reader = null;
            @Nullable String signature = null;
            for (var header : request.headers()) {
                if (sandboxKey != null && header.getKey().equalsIgnoreCase(SandboxHeaders.READER)) {
                    reader = header.getValue();
                } else if (sandboxKey != null && header.getKey().equalsIgnoreCase(SandboxHeaders.SIGNATURE)) {
                    signature = header.getValue();
                } else {
                    headers.add(new Header(header.getKey(), header.getValue()));
                }
            }
            if (sandboxKey != null && reader != null && signature != null) {
                var simulated = SandboxHeaders.read(sandboxKey, reader, signature);
                if (simulated != null) {
                    return new Reader(simulated.address(), simulated.at(), headers);
                }
            }
            return new Reader(behindProxy ? told(request, address) : address, clock.instant(), headers);
        }

        /** What a proxy on this computer says: the last entry is the one that it wrote itself. */
        private static String told(HttpServerRequest request, String peer) {
            var all = request.headers().getAll("X-Forwarded-For");
            if (all.isEmpty() || !isLoopback(peer)) {
                return peer;
            }
            var list = all.getLast();
            var last = list.substring(list.lastIndexOf(',') + 1).trim();
            return isAddress(last) ? last.toLowerCase(Locale.ROOT) : peer;
        }

        private static boolean isLoopback(String address) {
            return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
        }
    }

    private static boolean isAddress(String text) {
        // only digits, dots, colons: never a name, which would be looked up
        if (!text.matches("[0-9.]{7,15}|[0-9a-fA-F:.]{2,45}") || text.indexOf('.') < 0 && text.indexOf(':') < 0) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
