package app.caravel.account.route;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;

/** Lets tests put another list in the place of Windows' own. */
@org.jspecify.annotations.NullUnmarked
public final class Trusts {

    private Trusts() {}

    public static Trust javaAnd(KeyStore system) throws GeneralSecurityException {
        return Trust.of(Arrays.asList(null, system));
    }
}
