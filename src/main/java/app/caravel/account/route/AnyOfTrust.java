package app.caravel.account.route;

import java.net.Socket;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts what one of several trusts: Java's own list, and the system's, where antivirus programs and companies put their certificates. */
final class AnyOfTrust extends X509ExtendedTrustManager {

    private final List<X509ExtendedTrustManager> all;

    AnyOfTrust(List<X509ExtendedTrustManager> all) {
        this.all = List.copyOf(all);
    }

    private interface Check {
        void by(X509ExtendedTrustManager one) throws CertificateException;
    }

    /** Where none trusts, one that knows the issuer says better what is wrong: that it has expired, or another name. */
    private void check(X509Certificate[] chain, Check check) throws CertificateException {
        CertificateException why = null;
        for (var one : all) {
            try {
                check.by(one);
                return;
            } catch (CertificateException e) {
                if (why == null || knowsNobody(why)) {
                    why = e;
                }
            }
        }
        if (why == null) {
            throw new CertificateException("nobody to ask");
        }
        throw knowsNobody(why) ? new UnknownIssuerException(chain, why) : why;
    }

    private static boolean knowsNobody(CertificateException error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause).anyMatch(CertPathBuilderException.class::isInstance);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        check(chain, one -> one.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        check(chain, one -> one.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, one -> one.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        check(chain, one -> one.checkClientTrusted(chain, authType, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        check(chain, one -> one.checkClientTrusted(chain, authType, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, one -> one.checkClientTrusted(chain, authType));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return all.stream().flatMap(one -> Stream.of(one.getAcceptedIssuers())).distinct().toArray(X509Certificate[]::new);
    }
}
