package app.caravel.account.route;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted. */
public record Trust(SSLContext context) {

    /** Those that Java trusts, and those that the system does. */
    public static Trust ofSystem() {
        return Known.SYSTEM;
    }

    public SSLSocketFactory sockets() {
        return context.getSocketFactory();
    }

    /** @param stores of certificates; null stands for Java's own */
    static Trust of(List<@Nullable KeyStore> stores) throws GeneralSecurityException {
        var managers = new ArrayList<X509ExtendedTrustManager>();
        for (var store : stores) {
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            for (var manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager extended) {
                    managers.add(extended);
                }
            }
        }
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new AnyOfTrust(managers)}, null);
        return new Trust(context);
    }

    /** Read at the first need. */
    private static final class Known {
        static final Trust SYSTEM = read();

        private static Trust read() {
            var stores = new ArrayList<@Nullable KeyStore>();
            stores.add(null);
            var system = ofSystem(System.getProperty("os.name"));
            if (system != null) {
                stores.add(system);
            }
            try {
                return of(stores);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Windows' list of authorities, or the Mac's; elsewhere Java's own has to do. */
        private static @Nullable KeyStore ofSystem(String system) {
            var lower = system.toLowerCase(Locale.ROOT);
            var type = lower.startsWith("windows") ? "Windows-ROOT" : lower.startsWith("mac") ? "KeychainStore-ROOT" : null;
            if (type == null) {
                return null;
            }
            try {
                var store = KeyStore.getInstance(type);
                store.load(null, null);
                return store;
            } catch (GeneralSecurityException | IOException e) {
                System.getLogger(Trust.class.getName()).log(System.Logger.Level.WARNING, "the system's certificates cannot be read", e);
                return null;
            }
        }
    }
}
