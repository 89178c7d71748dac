package app.caravel.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.AccountTest.Result;
import app.caravel.account.AccountTest.Step;
import app.caravel.account.route.Route;
import app.caravel.account.route.Trust;
import app.caravel.account.route.Trusts;
import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** An antivirus program stands in the line and signs the server's certificate anew; its own authority lies in the system's list alone. */
@org.jspecify.annotations.NullUnmarked
class ResignedTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    private static SSLContext shown;
    private static KeyStore system;

    @BeforeAll
    static void sign() throws Exception {
        keytool("-alias", "ca", "-dname", "CN=Kaspersky Anti-Virus Personal Root Certificate", "-ext", "bc=ca:true");
        keytool("-alias", "server", "-dname", "CN=localhost", "-ext", "SAN=dns:localhost", "-signer", "ca");
        var both = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("both.p12"))) {
            both.load(in, PASSWORD);
        }
        var own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry("server", both.getKey("server", PASSWORD), PASSWORD, both.getCertificateChain("server"));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        shown = SSLContext.getInstance("TLS");
        shown.init(keys.getKeyManagers(), null, null);
        system = KeyStore.getInstance("PKCS12");
        system.load(null, null);
        system.setCertificateEntry("ca", both.getCertificate("ca"));
    }

    private static void keytool(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC", "-validity", "30",
                "-storetype", "PKCS12", "-storepass", new String(PASSWORD), "-keystore", folder.resolve("both.p12").toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertEquals(0, process.waitFor(), () -> String.join(" ", command));
    }

    private Result test(Trust trust) throws IOException {
        try (var server = new ScriptedServer("235 ok", shown)) {
            var account = new Account(1, "a", "", "anna@x.example", "localhost", server.port(), Security.TLS, "anna", null, 0, 0, 0, null, null);
            return AccountTest.run(account, new Access(new SignIn.Password("s3cret".toCharArray()), new Route.Direct()), _ -> {}, trust);
        }
    }

    @Test
    void theSystemsListIsTrustedBesideJavas() throws Exception {
        assertInstanceOf(Result.Fine.class, test(Trusts.javaAnd(system)));
    }

    @Test
    void whereNobodyKnowsTheIssuerItIsNamed() throws Exception {
        var failed = assertInstanceOf(Result.Failed.class, test(Trust.ofSystem()));
        assertEquals(Step.ENCRYPTED, failed.step());
        assertEquals("account.test.certificate-resigned", failed.reason().key());
        assertEquals("Kaspersky Anti-Virus Personal Root Certificate", failed.reason().arguments().get("issuer"));
        assertEquals(true, Texts.in(Texts.Language.CHINESE).get(failed.reason()).contains("Kaspersky"));
    }

    @Test
    void aKnownIssuerOfAnotherNameIsStillRefused() throws Exception {
        try (var socket = (SSLServerSocket) shown.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(socket));
            var account = new Account(1, "a", "", "anna@x.example", "127.0.0.1", socket.getLocalPort(), Security.TLS, "anna", null, 0, 0, 0, null, null);
            var failed = assertInstanceOf(Result.Failed.class, AccountTest.run(account, new Access(new SignIn.Password("s3cret".toCharArray()), new Route.Direct()), _ -> {}, Trusts.javaAnd(system)));
            assertEquals("name", failed.reason().arguments().get("reason"));
        }
    }

    private static void greet(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (var line = socket.accept()) {
                line.getInputStream().read();
            } catch (IOException e) {
                // the client has hung up
            }
        }
    }
}
