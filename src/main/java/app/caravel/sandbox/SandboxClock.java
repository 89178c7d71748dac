package app.caravel.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sandbox's time. It begins behind the real one, so that a rehearsed day ends about now; while the customers read it
 * is moved on, a day in a minute. It never goes back.
 */
public final class SandboxClock extends Clock {

    private final Clock real;
    private final AtomicLong offsetMillis;

    public SandboxClock(Clock real, Duration offset) {
        this.real = real;
        this.offsetMillis = new AtomicLong(offset.toMillis());
    }

    /** Moves the time on to an instant, if it is not there yet. */
    public void advanceTo(Instant instant) {
        offsetMillis.updateAndGet(offset -> Math.max(offset, instant.toEpochMilli() - real.millis()));
    }

    /** How far it is from the real time. */
    public Duration offset() {
        return Duration.ofMillis(offsetMillis.get());
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offsetMillis.get());
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SandboxClock(real.withZone(zone), offset());
    }
}
