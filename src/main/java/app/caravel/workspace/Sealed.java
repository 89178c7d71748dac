package app.caravel.workspace;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

import app.caravel.reason.Problem;

/** Bytes under a passphrase: AES-256-GCM, the key by PBKDF2-HMAC-SHA256. Layout: version, rounds, salt, nonce, sealed bytes. */
final class Sealed {

    private static final byte VERSION = 1;
    /** OWASP's count for PBKDF2-HMAC-SHA256. */
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int HEAD = 1 + 4 + SALT + NONCE;
    private static final int TAG_BITS = 128;

    private Sealed() {}

    static byte[] seal(byte[] open, char[] passphrase) {
        var random = new SecureRandom();
        var salt = new byte[SALT];
        var nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        var head = ByteBuffer.allocate(HEAD).put(VERSION).putInt(ROUNDS).put(salt).put(nonce).array();
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ROUNDS, nonce, head).doFinal(open);
            return ByteBuffer.allocate(HEAD + sealed.length).put(head).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES-GCM", e);
        }
    }

    /** @throws Problem where the passphrase is another one, or the bytes were changed */
    static byte[] open(byte[] sealed, char[] passphrase) {
        if (sealed.length <= HEAD || sealed[0] != VERSION) {
            throw Problem.of("backup.damaged");
        }
        var in = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        int rounds = in.getInt();
        var salt = new byte[SALT];
        var nonce = new byte[NONCE];
        in.get(salt).get(nonce);
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw Problem.of("backup.damaged");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, passphrase, salt, rounds, nonce, Arrays.copyOf(sealed, HEAD)).doFinal(sealed, HEAD, sealed.length - HEAD);
        } catch (GeneralSecurityException e) {
            throw Problem.of("backup.passphrase");
        }
    }

    private static Cipher cipher(int mode, char[] passphrase, byte[] salt, int rounds, byte[] nonce, byte[] head) throws GeneralSecurityException {
        var spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        try {
            var key = new SecretKeySpec(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded(), "AES");
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(head);
            return cipher;
        } finally {
            spec.clearPassword();
        }
    }
}
