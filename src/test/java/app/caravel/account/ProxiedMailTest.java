package app.caravel.account;

import java.nio.file.Path;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.AccountTest.Result;
import app.caravel.account.AccountTest.Step;
import app.caravel.account.route.Route;
import app.caravel.account.route.ScriptedProxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

@org.jspecify.annotations.NullUnmarked
class ProxiedMailTest {

    private static final String FAR = "mail.far.example";

    @TempDir
    Path folder;

    private static Account account(int port, Security security, boolean inbox) {
        return new Account(1, "a", "", "anna@far.example", FAR, port, security, "anna@far.example", inbox ? FAR : null, 143, 0, 0, null, null);
    }

    private static Access access(Route route) {
        return new Access(new SignIn.Password("right".toCharArray()), route);
    }

    @Test
    void sendingAndReadingGoThroughTheProxy() {
        var mail = new GreenMail(new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")});
        mail.start();
        mail.setUser("anna@far.example", "anna@far.example", "right");
        try (var proxy = ScriptedProxy.socks(null).leads(FAR, 25, mail.getSmtp().getPort()).leads(FAR, 143, mail.getImap().getPort())) {
            var fine = AccountTest.run(account(25, Security.NONE, true), access(proxy.route(null)), _ -> {});
            assertEquals(List.of(Step.SERVER_FOUND, Step.ANSWERS, Step.SIGNED_IN, Step.INBOX_READ), assertInstanceOf(Result.Fine.class, fine, fine.toString()).passed().stream().map(AccountTest.Passed::step).toList());
            assertEquals(List.of(FAR + ":25", FAR + ":25", FAR + ":143"), proxy.asked);
        } finally {
            mail.stop();
        }
    }

    @Test
    void tlsIsMadeWithTheServerBehindTheProxy() throws Exception {
        var certificate = TestCertificate.make(folder, FAR);
        try (var server = new ScriptedServer("235 ok", certificate.context()); var proxy = ScriptedProxy.http("anna:s3cret").leads(FAR, 465, server.port())) {
            var through = access(proxy.route(new Route.Credentials("anna", "s3cret")));
            var fine = AccountTest.run(account(465, Security.TLS, false), through, _ -> {}, certificate.trust());
            assertInstanceOf(Result.Fine.class, fine, fine.toString());
            var failed = assertInstanceOf(Result.Failed.class, AccountTest.run(account(465, Security.TLS, false), access(proxy.route(null)), _ -> {}, certificate.trust()));
            assertEquals("account.proxy.sign-in", failed.reason().key());
            assertEquals(Step.ANSWERS, failed.step());
        }
    }
}
