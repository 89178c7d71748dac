package app.caravel.account;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import app.caravel.account.route.Trust;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A certificate for localhost, made by the JDK's keytool, and the trust in it. */
record TestCertificate(SSLContext context) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    Trust trust() {
        return new Trust(context);
    }

    static TestCertificate make(Path folder) throws Exception {
        return make(folder, "localhost");
    }

    static TestCertificate make(Path folder, String host) throws Exception {
        var file = folder.resolve("test.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(List.of(keytool, "-genkeypair", "-keyalg", "EC", "-alias", "test", "-dname", "CN=" + host, "-ext", "SAN=dns:" + host,
                "-validity", "30", "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD)))
                .redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertEquals(0, process.waitFor(), () -> folder.resolve("keytool.log").toString());
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", store.getCertificate("test"));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return new TestCertificate(context);
    }
}
