package app.caravel.protocol;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What a workspace's tokens are signed with.
 *
 * @param id 0 to 255; a workspace's keys are told apart by it
 * @param secret 32 random bytes
 */
public record TokenKey(int id, byte[] secret) {

    public static final int SECRET_BYTES = 32;

    public TokenKey {
        if (id < 0 || id > 255 || secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("a token key has an id of 0 to 255 and " + SECRET_BYTES + " bytes");
        }
        secret = secret.clone();
    }

    public static TokenKey random(int id) {
        var secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new TokenKey(id, secret);
    }

    @Override
    public byte[] secret() {
        return secret.clone();
    }

    /** Without copying, for the package's own signing. */
    byte[] bytes() {
        return secret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenKey key && id == key.id && Arrays.equals(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return 31 * id + Arrays.hashCode(secret);
    }

    /** Never the secret: keys must not reach a log. */
    @Override
    public String toString() {
        return "TokenKey[" + id + "]";
    }
}
