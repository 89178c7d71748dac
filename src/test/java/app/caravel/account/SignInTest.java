package app.caravel.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.caravel.account.AccountTest.Result;
import app.caravel.account.AccountTest.Step;
import app.caravel.account.route.Route;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SignInTest {

    @TempDir
    Path folder;

    private @Nullable GreenMail greenMail;

    @AfterEach
    void stop() {
        if (greenMail != null) {
            greenMail.stop();
        }
    }

    private GreenMail start(String... protocols) {
        var setups = new ArrayList<ServerSetup>();
        for (var protocol : protocols) {
            setups.add(new ServerSetup(0, "127.0.0.1", protocol));
        }
        greenMail = new GreenMail(setups.toArray(ServerSetup[]::new));
        greenMail.start();
        greenMail.setUser("anna@x.example", "anna@x.example", "right");
        return greenMail;
    }

    private static Account account(String host, int port, Security security, @Nullable String imapHost, int imapPort) {
        return new Account(1, "a", "Anna", "anna@x.example", host, port, security, "anna@x.example", imapHost, imapPort, 0, 0, null, null);
    }

    private static Result run(Account account, @Nullable String password) {
        return AccountTest.run(account, access(password), _ -> {});
    }

    private static Access access(@Nullable String password) {
        return new Access(password == null ? new SignIn.None() : new SignIn.Password(password.toCharArray()), new Route.Direct());
    }

    private static Reason reason(Result result, Step step) {
        var failed = (Result.Failed) result;
        assertEquals(step, failed.step());
        assertFalse(Texts.in(Texts.Language.CHINESE).get(failed.reason()).isBlank());
        return failed.reason();
    }

    private static List<Step> steps(Result result) {
        return result.passed().stream().map(AccountTest.Passed::step).toList();
    }

    @Test
    void aFineAccountPassesEveryStepAsItHappens() {
        var server = start("smtp", "imap");
        var seen = new ArrayList<Step>();
        var account = account("127.0.0.1", server.getSmtp().getPort(), Security.NONE, "127.0.0.1", server.getImap().getPort());
        var result = AccountTest.run(account, access("right"), step -> seen.add(step.step()));
        assertTrue(result instanceof Result.Fine, result.toString());
        assertEquals(List.of(Step.SERVER_FOUND, Step.ANSWERS, Step.SIGNED_IN, Step.INBOX_READ), seen);
    }

    @Test
    void tlsFromTheFirstByteIsTriedForReal() throws Exception {
        var certificate = TestCertificate.make(folder);
        try (var server = new ScriptedServer("235 ok", certificate.context())) {
            var fine = AccountTest.run(account("localhost", server.port(), Security.TLS, null, 993), access("right"), _ -> {}, certificate.trust());
            assertEquals(List.of(Step.SERVER_FOUND, Step.ANSWERS, Step.ENCRYPTED, Step.SIGNED_IN), steps(fine), fine.toString());
            assertEquals(36_000_000L, ((Result.Fine) fine).mailSize());
            var other = AccountTest.run(account("127.0.0.1", server.port(), Security.TLS, null, 993), access("right"), _ -> {}, certificate.trust());
            assertEquals(Reason.of("account.test.certificate", "host", "127.0.0.1", "reason", "name"), reason(other, Step.ENCRYPTED));
        }
    }

    @Test
    void aCertificateThatHasExpiredIsSaid() {
        var handshake = new SSLHandshakeException("PKIX path validation failed");
        handshake.initCause(new CertPathValidatorException("validity check failed", new CertificateExpiredException("NotAfter")));
        var reason = ConnectionProblems.of(new MessagingException("Could not connect", handshake), "smtp.x.example", 465);
        assertEquals("The certificate of smtp.x.example is not to be trusted (it has expired). Your password was not sent.", Texts.in(Texts.Language.ENGLISH).get(reason));
    }

    @Test
    void aCertificateThatNobodyKnowsIsNotTrustedAndNoPasswordSent() {
        var server = start("smtps");
        var result = run(account("127.0.0.1", server.getSmtps().getPort(), Security.TLS, null, 993), "right");
        assertEquals("account.test.certificate", reason(result, Step.ENCRYPTED).key());
        assertEquals("unknown", reason(result, Step.ENCRYPTED).arguments().get("reason"));
        assertEquals(List.of(Step.SERVER_FOUND, Step.ANSWERS), steps(result));
    }

    @Test
    void aWrongPasswordIsSaid() {
        var server = start("smtp");
        var result = run(account("127.0.0.1", server.getSmtp().getPort(), Security.NONE, null, 993), "wrong");
        assertEquals("account.refused.password", reason(result, Step.SIGNED_IN).key());
        assertEquals(List.of(Step.SERVER_FOUND, Step.ANSWERS), steps(result));
    }

    @Test
    void aMissingPasswordIsSaid() {
        var server = start("smtp");
        assertEquals("account.test.no-password", reason(run(account("127.0.0.1", server.getSmtp().getPort(), Security.NONE, null, 993), null), Step.SIGNED_IN).key());
    }

    @Test
    void aServerWithoutStarttlsGetsNoPassword() {
        var server = start("smtp");
        var result = run(account("127.0.0.1", server.getSmtp().getPort(), Security.STARTTLS, null, 993), "right");
        assertEquals("account.test.no-starttls", reason(result, Step.ENCRYPTED).key());
    }

    @Test
    void aServerThatSpeaksNoTlsIsSaid() {
        var server = start("smtp");
        var result = run(account("127.0.0.1", server.getSmtp().getPort(), Security.TLS, null, 993), "right");
        assertEquals("account.test.no-tls", reason(result, Step.ENCRYPTED).key());
    }

    @Test
    void aClosedPortIsSaid() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        var reason = reason(run(account("127.0.0.1", closed, Security.TLS, null, 993), "right"), Step.ANSWERS);
        assertEquals("account.test.no-answer", reason.key());
        assertEquals("127.0.0.1 does not answer on port " + closed + ". The office network may block it: try 465 or 587.", Texts.in(Texts.Language.ENGLISH).get(reason));
    }

    @Test
    void anUnknownServerIsSaid() {
        assertEquals("account.test.no-such-server", reason(run(account("smtp.nowhere.invalid", 465, Security.TLS, null, 993), "right"), Step.SERVER_FOUND).key());
    }

    @Test
    void anInboxThatCannotBeReadIsSaidApartFromSending() {
        var server = start("smtp", "imap");
        server.setUser("other@x.example", "other@x.example", "x");
        var account = account("127.0.0.1", server.getSmtp().getPort(), Security.NONE, "127.0.0.1", 1);
        var result = run(account, "right");
        assertEquals("account.test.no-answer", reason(result, Step.INBOX_READ).key());
        assertEquals(List.of(Step.SERVER_FOUND, Step.ANSWERS, Step.SIGNED_IN), steps(result));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "535 Login Fail. Please enter your authorization code to login. More information in https://service.mail.qq.com | account.refused.authorization-code",
        "550 User has no permission | account.refused.service-off",
        "526 Authentication failure[0] | account.refused.client-password",
        "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. | account.refused.microsoft-administrator",
        "535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated successfully. Contact your administrator. | account.refused.microsoft-administrator",
        "550 5.7.30 Basic authentication is not supported for Client Submission. | account.refused.microsoft-browser",
        "534 5.7.9 Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor | account.refused.app-password",
        "535 Error: authentication failed | account.refused.password"
    })
    void aServersWordsBecomeASentence(String words, String key) throws IOException {
        try (var server = new ScriptedServer(words)) {
            var reason = reason(run(account("127.0.0.1", server.port(), Security.NONE, null, 993), "s3cret"), Step.SIGNED_IN);
            assertEquals(key, reason.key());
            assertFalse(reason.toString().contains("s3cret"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "smtp.exmail.qq.com,account.refused.client-password", "smtp.163.com,account.refused.authorization-code",
        "smtp.gmail.com,account.refused.app-password", "smtp.office365.com,account.refused.microsoft-browser", "smtp.web.de,account.refused.password"
    })
    void aBareRefusalIsReadByTheProvidersKindOfPassword(String host, String key) {
        assertEquals(key, SignInRefusal.of(account(host, 465, Security.TLS, null, 993), new SignIn.Password(new char[0]), "535 Error: authentication failed").key());
    }

    @Test
    void aSteadyServerOnLoopbackWithoutSignInIsFine() {
        var server = start("smtp");
        var account = new Account(1, "a", "", "a@x.example", "127.0.0.1", server.getSmtp().getPort(), Security.NONE, null, null, 0, 0, 0, null, null);
        assertEquals(List.of(Step.SERVER_FOUND, Step.ANSWERS, Step.SIGNED_IN), steps(run(account, null)));
    }
}
