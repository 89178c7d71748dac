package app.caravel.protocol;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What a tracker hands to a desktop, as one line to copy: where it is, which workspace, the key to sign with, the key to
 * pull events with. Carries a checksum, so that a line cut or mistyped is told before any mail was signed wrongly.
 *
 * @param baseUrl the tracker's public address, without a slash at its end
 */
public record PairingLine(String baseUrl, int workspace, TokenKey key, String apiKey) {

    public static final String PREFIX = "caravel-pair:";

    private static final byte VERSION = 1;

    public PairingLine {
        while (baseUrl.endsWith("/")) {
            baseUrl = baseUrl.substring(0, baseUrl.length() - 1);
        }
    }

    public String write() {
        var api = apiKey.getBytes(StandardCharsets.UTF_8);
        var base = baseUrl.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(1 + 4 + 1 + TokenKey.SECRET_BYTES + 1 + api.length + base.length + 4);
        bytes.put(VERSION).putInt(workspace).put((byte) key.id()).put(key.bytes()).put((byte) api.length).put(api).put(base);
        bytes.putInt(checksum(bytes.array(), bytes.position()));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Reads a line as it was copied: blanks and line breaks in it and around it do no harm. Empty where it is none or damaged. */
    public static Optional<PairingLine> parse(String copied) {
        var line = copied.replaceAll("[\\s\"'`]", "");
        int start = line.indexOf(PREFIX);
        if (start < 0) {
            return Optional.empty();
        }
        try {
            var bytes = Base64.getUrlDecoder().decode(line.substring(start + PREFIX.length()));
            var read = ByteBuffer.wrap(bytes);
            int end = bytes.length - 4;
            if (end < 0 || read.getInt(end) != checksum(bytes, end) || read.get() != VERSION) {
                return Optional.empty();
            }
            int workspace = read.getInt();
            var key = new TokenKey(read.get() & 0xff, take(read, TokenKey.SECRET_BYTES));
            var api = new String(take(read, read.get() & 0xff), StandardCharsets.UTF_8);
            var base = new String(take(read, end - read.position()), StandardCharsets.UTF_8);
            return Destinations.check(base).isPresent() ? Optional.empty() : Optional.of(new PairingLine(base, workspace, key, api));
        } catch (IllegalArgumentException | BufferUnderflowException | NegativeArraySizeException e) {
            return Optional.empty();
        }
    }

    private static byte[] take(ByteBuffer read, int count) {
        var bytes = new byte[count];
        read.get(bytes);
        return bytes;
    }

    private static int checksum(byte[] bytes, int length) {
        var crc = new CRC32();
        crc.update(Arrays.copyOf(bytes, length));
        return (int) crc.getValue();
    }

    /** Never the keys. */
    @Override
    public String toString() {
        return "PairingLine[" + baseUrl + "]";
    }
}
