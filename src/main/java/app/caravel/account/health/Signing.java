package app.caravel.account.health;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.account.Secrets;
import app.caravel.dns.DkimKey;
import app.caravel.dns.Lookups;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Database;

/**
 * Keys that Caravel signs a domain's mail with, for hosts that do not sign. Nothing is signed before the public key was seen
 * in the DNS: a signature that nobody can check is worse than none.
 */
public final class Signing {

    private static final int BITS = 2048;

    /**
     * @param publicKey base64, as the DNS shows it
     * @param seenAt when it was last seen in the DNS; null: never
     */
    public record Key(long id, String domain, String selector, String publicKey, @Nullable Instant seenAt, boolean isOn) {

        /** What the domain's DNS must say. */
        public DnsLine line() {
            return new DnsLine(DkimKey.name(selector, domain), "TXT", "v=DKIM1; k=rsa; p=" + publicKey);
        }
    }

    /** What signs. */
    public record Signer(String domain, String selector, RSAPrivateKey key) {}

    private final Jdbi db;
    private final Secrets secrets;
    private final Clock clock;

    public Signing(Database database, Secrets secrets, Clock clock) {
        this.db = database.jdbi();
        this.secrets = secrets;
        this.clock = clock;
    }

    public Optional<Key> of(String domain) {
        return db.withHandle(h -> h.createQuery("SELECT * FROM domain_signing WHERE domain = :domain").bind("domain", domain).map((rs, _) -> {
            long seen = rs.getLong("seen_at");
            var seenAt = rs.wasNull() ? null : Instant.ofEpochMilli(seen);
            return new Key(rs.getLong("id"), rs.getString("domain"), rs.getString("selector"), rs.getString("public_key"), seenAt, rs.getBoolean("is_on"));
        }).findOne());
    }

    /** The domain's key pair, made where there is none. Its selector is its own, so that colleagues with Caravels of their own do not meet. */
    public Key make(String domain) {
        var known = of(domain);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            var pair = generator.generateKeyPair();
            var random = new byte[3];
            new SecureRandom().nextBytes(random);
            long id = db.withHandle(h -> h.createUpdate("INSERT INTO domain_signing (domain, selector, public_key) VALUES (:domain, :selector, :key)")
                    .bind("domain", domain).bind("selector", "caravel" + HexFormat.of().formatHex(random))
                    .bind("key", Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())).executeAndReturnGeneratedKeys("id").mapTo(Long.class).one());
            secrets.set(id, Secrets.Part.DKIM_KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()).toCharArray());
            return of(domain).orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs from now on, if the DNS shows the key. */
    public Key switchOn(String domain, Lookups dns) {
        var key = of(domain).orElseThrow(() -> Problem.of("domain.signing.no-key", "domain", domain));
        switch (DkimKey.of(key.selector(), domain, dns)) {
            case DkimKey.Lookup.Found(var found) when found.key().equals(key.publicKey()) -> db.useHandle(h -> h.execute(
                    "UPDATE domain_signing SET is_on = 1, seen_at = ? WHERE id = ?", clock.millis(), key.id()));
            case DkimKey.Lookup.Found _ -> throw Problem.of("domain.signing.other-key", "name", key.line().name());
            case DkimKey.Lookup.None _ -> throw Problem.of("domain.signing.not-seen", "name", key.line().name());
            case DkimKey.Lookup.Unknown _ -> throw Problem.of("domain.signing.no-answer", "domain", domain);
        }
        return of(domain).orElseThrow();
    }

    public void switchOff(String domain) {
        db.useHandle(h -> h.execute("UPDATE domain_signing SET is_on = 0 WHERE domain = ?", domain));
    }

    /** Who signs mail from this address; nobody where it was not switched on. */
    public Optional<Signer> signer(String address) {
        return of(DomainHealth.domainOf(address)).filter(Key::isOn).map(key -> new Signer(key.domain(), key.selector(), privateKey(key)));
    }

    private RSAPrivateKey privateKey(Key key) {
        var kept = secrets.get(key.id(), Secrets.Part.DKIM_KEY).orElseThrow(() -> Problem.of("domain.signing.key-lost", "domain", key.domain()));
        try {
            return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(new String(kept))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Problem(Reason.of("domain.signing.key-lost", "domain", key.domain()), e);
        }
    }
}
