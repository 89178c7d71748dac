package app.caravel.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import app.caravel.account.route.Trust;
import app.caravel.account.route.Trusts;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** An authority that signs servers' certificates, made by the JDK's keytool, and the trust in it. */
public final class TestAuthority {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;

    public TestAuthority(Path folder) throws Exception {
        this.folder = folder;
        keytool("-alias", "ca", "-dname", "CN=Authority " + folder.getFileName(), "-ext", "bc=ca:true", "-validity", "30");
    }

    /** What a server shows whose certificate is made out to this name. */
    public SSLContext server(String host) throws Exception {
        return signed(host, "-validity", "30");
    }

    /** The same, out of date since five days. */
    public SSLContext expired(String host) throws Exception {
        return signed(host, "-startdate", "-10d", "-validity", "5");
    }

    public Trust trust() throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", all().getCertificate("ca"));
        return Trusts.javaAnd(trusted);
    }

    private SSLContext signed(String host, String... dates) throws Exception {
        var alias = host + dates.length;
        var arguments = new ArrayList<>(List.of("-alias", alias, "-dname", "CN=" + host, "-ext", "SAN=dns:" + host, "-signer", "ca"));
        arguments.addAll(List.of(dates));
        keytool(arguments.toArray(String[]::new));
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("server", all().getKey(alias, PASSWORD), PASSWORD, all().getCertificateChain(alias));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore all() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("authority.p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private void keytool(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC", "-genkeypair", "-keyalg", "EC",
                "-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore", folder.resolve("authority.p12").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    }
}
