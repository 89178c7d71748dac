package app.caravel.smtp;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A bound on each wait for a server, counted from its beginning: a socket's own timeout begins anew with every byte, so that a
 * server which sends one a minute (a tarpit) would hold a connection for ever, and writing has none at all. The line whose
 * time is up is closed under whoever waits on it.
 */
final class Bound implements AutoCloseable {

    /** RFC 5321 section 4.5.3.2 asks for 2 to 5 minutes, and 10 after the final dot. */
    static final Duration USUAL = Duration.ofMinutes(5);

    private static final ScheduledExecutorService LOOKING = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("smtp-bounds").factory());
    private static final int LOOKS = 20;

    private final Socket line;
    private final Duration most;
    private final ScheduledFuture<?> looking;
    /** In nanoseconds of the system; 0 while nobody waits. */
    private volatile long until;
    private volatile boolean over;

    Bound(Socket line, Duration most) {
        this.line = line;
        this.most = most;
        long often = most.toNanos() / LOOKS;
        this.looking = LOOKING.scheduleWithFixedDelay(this::look, often, often, TimeUnit.NANOSECONDS);
    }

    void begin() {
        long at = System.nanoTime() + most.toNanos();
        until = at == 0 ? 1 : at;
    }

    void end() {
        until = 0;
    }

    /** Whether a wait lasted too long and the line was closed for it. */
    boolean isOver() {
        return over;
    }

    Duration most() {
        return most;
    }

    private void look() {
        long at = until;
        if (at != 0 && System.nanoTime() - at > 0) {
            over = true;
            close();
            try {
                line.close();
            } catch (IOException e) {
                System.getLogger(Bound.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
            }
        }
    }

    @Override
    public void close() {
        looking.cancel(false);
    }
}
