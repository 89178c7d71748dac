package app.caravel.dns;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * A domain's key as it stands in the DNS (RFC 6376 section 3.6.1).
 *
 * @param bits length of an RSA key; 256 of an Ed25519 one; 0 where it cannot be read
 * @param testing whether the domain says that it only tries
 * @param key the key itself in base64, as written
 */
public record DkimKey(State state, int bits, boolean testing, String key) {

    /** What can be done with it. */
    public enum State {
        GOOD,
        REVOKED,
        UNREADABLE
    }

    /** Where the key of a selector stands. */
    public static String name(String selector, String domain) {
        return selector + "._domainkey." + domain;
    }

    /** Whether a text is meant as a key at all. */
    static boolean looksLikeOne(String record) {
        var tags = Tags.of(record);
        return tags.getOrDefault("v", "DKIM1").equals("DKIM1") && tags.containsKey("p");
    }

    static DkimKey parse(String record) {
        var tags = Tags.of(record);
        var key = tags.getOrDefault("p", "").replaceAll("\\s", "");
        boolean testing = tags.getOrDefault("t", "").contains("y");
        if (key.isEmpty()) {
            return new DkimKey(State.REVOKED, 0, testing, "");
        }
        int bits = tags.getOrDefault("k", "rsa").equals("ed25519") ? 256 : bits(key);
        return new DkimKey(bits == 0 ? State.UNREADABLE : State.GOOD, bits, testing, key);
    }

    private static int bits(String key) {
        try {
            var read = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key)));
            return ((RSAPublicKey) read).getModulus().bitLength();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return 0;
        }
    }

    /** The key of a selector. */
    public static Lookup of(String selector, String domain, Lookups dns) {
        return of(dns.ask(name(selector, domain), Lookups.Kind.TXT));
    }

    /** What a look for a key found. */
    public sealed interface Lookup {
        record Found(DkimKey key) implements Lookup {}

        record None() implements Lookup {}

        record Unknown() implements Lookup {}
    }

    private static Lookup of(Lookups.Said said) {
        if (said.isUnknown()) {
            return new Lookup.Unknown();
        }
        return said.values().stream().filter(DkimKey::looksLikeOne).findFirst().<Lookup>map(text -> new Lookup.Found(parse(text))).orElseGet(Lookup.None::new);
    }
}
