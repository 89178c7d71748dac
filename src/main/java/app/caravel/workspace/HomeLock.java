package app.caravel.workspace;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * That one desktop at a time has a home. An OS file lock, so that a killed desktop holds nothing; beside it stands who
 * holds it since when, and a loopback port at which it can be asked to come to front. The command line takes no lock.
 */
public final class HomeLock implements AutoCloseable {

    private static final String FRONT = "front ";
    private static final int ANSWER_WITHIN_MS = 2_000;

    /** What became of the wish for the lock. */
    public sealed interface Result {}

    public record Taken(HomeLock lock) implements Result {}

    /** Another desktop holds the home. */
    public record Held(Home home, Instant since, long process, int port, String secret) implements Result {

        /** Asks the other desktop to come to front; false where it did not answer. */
        public boolean askToFront() {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_WITHIN_MS);
                socket.setSoTimeout(ANSWER_WITHIN_MS);
                var out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
                out.write(FRONT + secret + "\n");
                out.flush();
                return "ok".equals(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine());
            } catch (IOException e) {
                return false;
            }
        }
    }

    private final FileChannel channel;
    private final FileLock lock;
    private final ServerSocket server;
    private final String secret;
    private volatile Runnable front = () -> {};

    private HomeLock(FileChannel channel, FileLock lock, ServerSocket server, String secret) {
        this.channel = channel;
        this.lock = lock;
        this.server = server;
        this.secret = secret;
        Thread.ofVirtual().name("front").start(this::listen);
    }

    /** Takes the home for this desktop, or says who holds it. A home that is missing is made. */
    public static Result take(Home home, Clock clock) {
        home.make();
        var file = home.folder().resolve("desktop.lock");
        try {
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return held(home);
            }
            var server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
            var secret = HexFormat.of().formatHex(random());
            var holder = holder(home);
            Files.writeString(holder, clock.millis() + " " + ProcessHandle.current().pid() + " " + server.getLocalPort() + " " + secret);
            Home.ownerOnly(holder);
            return new Taken(new HomeLock(channel, lock, server, secret));
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", file.toString()), e);
        }
    }

    /** What to do when another desktop was started on the same home. Called on a thread of its own. */
    public void onFront(Runnable come) {
        front = come;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static Held held(Home home) throws IOException {
        var file = holder(home);
        var words = Files.exists(file) ? Files.readString(file).strip().split(" ") : new String[0];
        return words.length == 4
                ? new Held(home, Instant.ofEpochMilli(Long.parseLong(words[0])), Long.parseLong(words[1]), Integer.parseInt(words[2]), words[3])
                : new Held(home, Files.getLastModifiedTime(home.folder().resolve("desktop.lock")).toInstant(), 0, 0, "");
    }

    /** A file of its own: Windows lets nobody read a locked one. */
    private static Path holder(Home home) {
        return home.folder().resolve("desktop.holder");
    }

    private void listen() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                socket.setSoTimeout(ANSWER_WITHIN_MS);
                var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
                if (line != null && MessageDigest.isEqual(bytes(line), bytes(FRONT + secret))) {
                    front.run();
                    socket.getOutputStream().write(bytes("ok\n"));
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    System.getLogger(HomeLock.class.getName()).log(System.Logger.Level.DEBUG, "front", e);
                }
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] random() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        try (channel; server) {
            lock.release();
        } catch (IOException e) {
            System.getLogger(HomeLock.class.getName()).log(System.Logger.Level.WARNING, "lock", e);
        }
    }
}
