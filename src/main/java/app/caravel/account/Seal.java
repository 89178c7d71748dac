package app.caravel.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under one key; the name of what is sealed is sealed with it, so that values cannot be swapped. */
final class Seal {

    static final int KEY_BYTES = 32;
    /** OWASP's advice for PBKDF2 with HMAC-SHA-256 (2023). */
    static final int ITERATIONS = 600_000;

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Seal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has 32 bytes");
        }
        this.key = key;
    }

    static Seal of(byte[] key) {
        return new Seal(key);
    }

    static Seal ofPassphrase(char[] passphrase, byte[] salt, int iterations) {
        try {
            var spec = new PBEKeySpec(passphrase, salt, iterations, KEY_BYTES * 8);
            return new Seal(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    byte[] key() {
        return key.clone();
    }

    byte[] seal(String name, byte[] secret) {
        try {
            var nonce = random(NONCE_BYTES);
            var sealed = cipher(Cipher.ENCRYPT_MODE, name, nonce).doFinal(secret);
            var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(String name, byte[] whole) throws GeneralSecurityException {
        if (whole.length < NONCE_BYTES) {
            throw new GeneralSecurityException("cut off");
        }
        return cipher(Cipher.DECRYPT_MODE, name, Arrays.copyOf(whole, NONCE_BYTES)).doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, String name, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
