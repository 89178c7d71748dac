package app.caravel.campaign;

import java.security.SecureRandom;
import java.util.Arrays;

import app.caravel.protocol.Payload;

/** The random ids of many messages, drawn by the thousand: the generator works for each call, not for each byte. */
final class RandomIds {

    private static final int AT_ONCE = 1_000;

    private final SecureRandom random;
    private final byte[] drawn = new byte[AT_ONCE * Payload.RANDOM_ID_BYTES];
    private int used = drawn.length;

    RandomIds(SecureRandom random) {
        this.random = random;
    }

    /** {@value Payload#RANDOM_ID_BYTES} bytes that were never given before. */
    byte[] next() {
        if (used == drawn.length) {
            random.nextBytes(drawn);
            used = 0;
        }
        var id = Arrays.copyOfRange(drawn, used, used + Payload.RANDOM_ID_BYTES);
        used += id.length;
        return id;
    }
}
