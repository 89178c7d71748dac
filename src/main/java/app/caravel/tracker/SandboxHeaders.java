package app.caravel.tracker;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * The sandbox's readers all sit on loopback and its day is compressed, so they tell address and time in a header, signed
 * with a key that lives as long as the sandbox's tracker. No other tracker looks at it.
 */
public final class SandboxHeaders {

    static final String READER = "Caravel-Sandbox-Reader";
    static final String SIGNATURE = "Caravel-Sandbox-Signature";

    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]{2,45}) (-?\\d{1,15})");

    record Simulated(String address, Instant at) {}

    private SandboxHeaders() {}

    /** The two headers of a simulated request. */
    public static Map<String, String> of(byte[] key, String address, Instant at) {
        var reader = address + " " + at.toEpochMilli();
        return Map.of(READER, reader, SIGNATURE, HexFormat.of().formatHex(sign(key, reader)));
    }

    static @Nullable Simulated read(byte[] key, String reader, String signature) {
        var parts = FORM.matcher(reader);
        var expected = HexFormat.of().formatHex(sign(key, reader)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8)) || !parts.matches()) {
            return null;
        }
        return new Simulated(parts.group(1), Instant.ofEpochMilli(Long.parseLong(parts.group(2))));
    }

    private static byte[] sign(byte[] key, String reader) {
        try {
            var hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hmac.doFinal(reader.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
