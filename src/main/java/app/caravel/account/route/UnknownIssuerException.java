package app.caravel.account.route;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Nobody whom this computer trusts vouches for a certificate. */
public final class UnknownIssuerException extends CertificateException {

    private final String issuer;
    private final boolean selfSigned;

    /** @param chain as the server showed it, its own certificate first */
    UnknownIssuerException(X509Certificate[] chain, CertificateException cause) {
        super(cause.getMessage(), cause);
        this.issuer = name(chain[chain.length - 1].getIssuerX500Principal().getName());
        this.selfSigned = chain[0].getIssuerX500Principal().equals(chain[0].getSubjectX500Principal());
    }

    /** Who vouches, as the certificate calls him. */
    public String issuer() {
        return issuer;
    }

    /** Whether the server vouches for itself: then nobody stands between, it just has no certificate of an authority. */
    public boolean selfSigned() {
        return selfSigned;
    }

    private static String name(String distinguished) {
        try {
            var parts = new LdapName(distinguished).getRdns();
            return List.of("CN", "O", "OU").stream()
                    .flatMap(type -> parts.stream().filter(part -> part.getType().equalsIgnoreCase(type)).map(part -> String.valueOf(part.getValue())))
                    .findFirst().orElse(distinguished);
        } catch (InvalidNameException e) {
            return distinguished;
        }
    }
}
