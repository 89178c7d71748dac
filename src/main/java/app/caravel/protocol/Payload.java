package app.caravel.protocol;

import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * What a token says: which message of which workspace, and for clicks which link and where it leads.
 *
 * @param workspace four bytes that name the workspace at its tracker
 * @param randomId the message's ten random bytes
 * @param target null except for clicks
 */
public record Payload(int workspace, byte[] randomId, @Nullable Target target) {

    public static final int RANDOM_ID_BYTES = 10;

    /** A numbered link and its destination, an absolute http or https address. */
    public record Target(int link, String destination) {}

    public Payload {
        if (randomId.length != RANDOM_ID_BYTES) {
            throw new IllegalArgumentException("a message's random id has " + RANDOM_ID_BYTES + " bytes");
        }
        randomId = randomId.clone();
    }

    /** The payload of a pixel or an unsubscribe link. */
    public static Payload of(int workspace, byte[] randomId) {
        return new Payload(workspace, randomId, null);
    }

    public static Payload ofClick(int workspace, byte[] randomId, int link, String destination) {
        return new Payload(workspace, randomId, new Target(link, destination));
    }

    @Override
    public byte[] randomId() {
        return randomId.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload payload && workspace == payload.workspace && Arrays.equals(randomId, payload.randomId)
                && java.util.Objects.equals(target, payload.target);
    }

    @Override
    public int hashCode() {
        return 31 * workspace + Arrays.hashCode(randomId);
    }

    @Override
    public String toString() {
        return "Payload[" + HexFormat.of().toHexDigits(workspace) + ", " + HexFormat.of().formatHex(randomId) + ", " + target + "]";
    }
}
