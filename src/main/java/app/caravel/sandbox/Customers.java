package app.caravel.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import app.caravel.workspace.Settings;

/** The customers of a rehearsal: they read what was caught, each mail once, and go on where they were stopped. */
public final class Customers {

    private static final String READ_UNTIL = "sandbox.read-until";
    /** Clicks this young could still turn out to be a scanner's. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private final Sandbox sandbox;
    private final Settings settings;

    Customers(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.settings = sandbox.workspace().settings();
    }

    /**
     * Lets them read, and pulls what the tracker saw of it.
     *
     * @param day how long their day takes
     * @param goesOn asked between requests: false stops, and the rest is left for another time
     * @param progress called on this thread, often
     */
    public Readers.Played read(Duration day, BooleanSupplier goesOn, Consumer<Readers.Played> progress) {
        var played = sandbox.readers().play(sandbox.caught().all(), readUntil(), day, goesOn, progress);
        settings.put(READ_UNTIL, sandbox.clock().instant().toString());
        sandbox.clock().advanceTo(sandbox.clock().instant().plus(SETTLED));
        sandbox.workspace().evidence().sync().pullAndSettle();
        return played;
    }

    /** Whether somebody has not read yet who would. */
    public boolean anybodyLeft() {
        return sandbox.readers().anybodyAfter(sandbox.caught().all(), readUntil());
    }

    private Instant readUntil() {
        return settings.get(READ_UNTIL).map(Instant::parse).orElse(Instant.MIN);
    }
}
