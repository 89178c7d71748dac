package app.caravel.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Tokens: base32 of {@code payload | mac}. The payload is version (1), key id (1), workspace (4), random id (10) and, for
 * clicks, link number (varint), scheme byte and destination (UTF-8). The mac is HMAC-SHA256 over the kind's byte and the
 * payload, cut to 16 bytes, and compared before anything that it covers is used, but for the three fields that name its key.
 *
 * <p>Signed and self-contained, so that a tracker that lost its database still leads old links on, and no destination can be
 * altered. Case-insensitive and without a query, because link rewriters lower-case, re-encode and append.
 */
public final class Tokens {

    /** Where a decoder finds the key that a token names. */
    @FunctionalInterface
    public interface Keys {
        @Nullable TokenKey find(int workspace, int keyId);
    }

    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 6;
    private static final int MESSAGE_BYTES = HEAD_BYTES + Payload.RANDOM_ID_BYTES;
    private static final int MAC_BYTES = 16;
    /** Of the longest token: five bytes of varint, the scheme, the destination. What is longer has something appended. */
    private static final int MAX_CHARACTERS = ((MESSAGE_BYTES + 6 + Destinations.MAX_BYTES + MAC_BYTES) * 8 + 4) / 5;

    private static final List<String> SCHEMES = List.of("", "https://", "http://", "https://www.");

    /** A key's HMAC, made ready once: most threads sign or check for one workspace again and again. */
    private record Ready(TokenKey key, Mac hmac) {}

    private static final ThreadLocal<@Nullable Ready> LAST = new ThreadLocal<>();
    private static final int MOST_TARGETS = 256;
    private static final ThreadLocal<Map<Payload.Target, byte[]>> TARGETS = ThreadLocal.withInitial(HashMap::new);

    private Tokens() {}

    public static String encode(TokenKind kind, Payload payload, TokenKey key) {
        var target = payload.target();
        if ((kind == TokenKind.CLICK) != (target != null)) {
            throw new IllegalArgumentException("a click has a target and nothing else has");
        }
        var click = target == null ? new byte[0] : click(target);
        int signed = MESSAGE_BYTES + click.length;
        var bytes = ByteBuffer.allocate(signed + MAC_BYTES);
        bytes.put(VERSION).put((byte) key.id()).putInt(payload.workspace()).put(payload.randomId()).put(click);
        bytes.put(mac(kind, bytes.array(), signed, key), 0, MAC_BYTES);
        return Base32.encode(bytes.array());
    }

    /** What the path segment says, or nothing where it is no token of this kind signed with a key that is known. */
    public static Optional<Payload> decode(TokenKind kind, String segment, Keys keys) {
        byte[] bytes = Base32.decode(segment.length() <= MAX_CHARACTERS ? segment : segment.substring(0, MAX_CHARACTERS + 1));
        if (bytes == null || bytes.length < MESSAGE_BYTES + MAC_BYTES || bytes[0] != VERSION) {
            return Optional.empty();
        }
        var read = ByteBuffer.wrap(bytes, 1, bytes.length - MAC_BYTES - 1);
        int keyId = read.get() & 0xff;
        int workspace = read.getInt();
        var key = keys.find(workspace, keyId);
        if (key == null) {
            return Optional.empty();
        }
        int signed = bytes.length - MAC_BYTES;
        var expected = Arrays.copyOf(mac(kind, bytes, signed, key), MAC_BYTES);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, signed, bytes.length))) {
            return Optional.empty();
        }
        var randomId = new byte[Payload.RANDOM_ID_BYTES];
        read.get(randomId);
        if (kind != TokenKind.CLICK) {
            return read.hasRemaining() ? Optional.empty() : Optional.of(Payload.of(workspace, randomId));
        }
        return target(read).map(target -> new Payload(workspace, randomId, target));
    }

    private static byte[] mac(TokenKind kind, byte[] bytes, int length, TokenKey key) {
        var hmac = hmac(key);
        hmac.update(kind.signedByte());
        hmac.update(bytes, 0, length);
        return hmac.doFinal(); // and is ready for the next one
    }

    private static Mac hmac(TokenKey key) {
        var last = LAST.get();
        if (last == null || !last.key.equals(key)) {
            try {
                var hmac = Mac.getInstance("HmacSHA256");
                hmac.init(new SecretKeySpec(key.bytes(), "HmacSHA256"));
                last = new Ready(key, hmac);
                LAST.set(last);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e); // every Java has it, and 32 bytes are a key of it
            }
        }
        return last.hmac;
    }

    /** Checked and written once: a campaign's links are the same in thousands of mails. */
    private static byte[] click(Payload.Target target) {
        var known = TARGETS.get();
        var bytes = known.get(target);
        if (bytes == null) {
            bytes = written(target);
            if (known.size() == MOST_TARGETS) {
                known.clear();
            }
            known.put(target, bytes);
        }
        return bytes;
    }

    private static byte[] written(Payload.Target target) {
        Destinations.check(target.destination()).ifPresent(reason -> {
            throw new IllegalArgumentException(reason.key());
        });
        var bytes = new ByteArrayOutputStream(target.destination().length() + 8);
        int rest = target.link();
        while ((rest & ~0x7f) != 0) {
            bytes.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes.write(rest);
        int scheme = scheme(target.destination());
        bytes.write(scheme);
        bytes.writeBytes(target.destination().substring(SCHEMES.get(scheme).length()).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** The number of the longest beginning that the destination has; 0 is the empty one. */
    private static int scheme(String destination) {
        int longest = 0;
        for (int i = 1; i < SCHEMES.size(); i++) {
            if (destination.startsWith(SCHEMES.get(i)) && SCHEMES.get(i).length() > SCHEMES.get(longest).length()) {
                longest = i;
            }
        }
        return longest;
    }

    private static Optional<Payload.Target> target(ByteBuffer read) {
        try {
            int link = varint(read);
            int scheme = read.get();
            if (scheme < 0 || scheme >= SCHEMES.size()) {
                return Optional.empty();
            }
            var destination = SCHEMES.get(scheme) + StandardCharsets.UTF_8.newDecoder().decode(read);
            return Destinations.check(destination).isPresent() ? Optional.empty() : Optional.of(new Payload.Target(link, destination));
        } catch (BufferUnderflowException | CharacterCodingException e) {
            return Optional.empty(); // signed by us, yet not written by this encoder
        }
    }

    private static int varint(ByteBuffer read) {
        int number = 0;
        for (int shift = 0; shift < 32; shift += 7) {
            int next = read.get();
            number |= (next & 0x7f) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw new BufferUnderflowException();
    }
}
