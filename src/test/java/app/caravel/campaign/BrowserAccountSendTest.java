package app.caravel.campaign;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.account.SignInMethod;
import app.caravel.account.TokenServer;
import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.ScriptedIssuer;
import app.caravel.account.oauth.ScriptedIssuer.Answer;
import app.caravel.reason.Problem;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A campaign by an account that signed in by the browser: its tokens end, and its sign-in may be taken back. */
@org.jspecify.annotations.NullUnmarked
class BrowserAccountSendTest {

    @TempDir
    Path folder;

    private final AtomicInteger given = new AtomicInteger();
    private final ScriptedIssuer issuer = new ScriptedIssuer(_ -> Answer.tokens("access" + given.incrementAndGet(), "refresh" + given.get(), 3600));
    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")));
    }

    @AfterEach
    void close() {
        workspace.close();
        issuer.close();
    }

    private Account account(TokenServer server) {
        var account = workspace.accounts().save(new Account(0, "anna", "Anna", "anna@own.example", "127.0.0.1", server.port(), Security.NONE, "anna@own.example", null, 0, 0, 0, null, null));
        workspace.signInMethods().keep(account, new SignInMethod.ByBrowser(Issuer.MICROSOFT, "mine", issuer.base()));
        workspace.secrets().setPassword(account, "refresh0".toCharArray());
        return account;
    }

    @Test
    void aTokenThatTheServerNoLongerTakesIsRenewedAndARevokedSignInLetsTheRestWait() throws Exception {
        try (var server = new TokenServer("access1", "535 5.7.3 Authentication unsuccessful")) {
            var account = account(server);
            var first = campaign("first", account);
            assertEquals(2, workspace.runs().send(first, 1).counts().of(MessageState.SENT));
            server.takes("access2");
            assertEquals(2, workspace.runs().send(campaign("second", account), 1).counts().of(MessageState.SENT));

            issuer.answer(_ -> Answer.error("invalid_grant", "AADSTS50173: revoked"));
            server.takes("access3");
            var third = campaign("third", account);
            assertEquals("account.oauth.again", assertThrows(Problem.class, () -> workspace.runs().send(third, 1)).reason().key());
            assertEquals(2, workspace.runs().messages().counts(third.id()).of(MessageState.QUEUED));
            assertEquals(2, workspace.runs().messages().countWaiting(account.id()));
            assertEquals("account.oauth.again", workspace.accounts().find(account.id()).orElseThrow().testProblem().key());

            issuer.answer(_ -> Answer.tokens("access3", "refresh3", 3600));
            assertEquals(2, workspace.runs().send(third, 1).counts().of(MessageState.SENT), "signed in again, it goes on where it stopped");
            assertNull(workspace.accounts().find(account.id()).orElseThrow().testProblem());
            assertEquals(6, server.mails.size());
        }
    }

    private Campaign campaign(String name, Account account) {
        var list = workspace.lists().create(name);
        workspace.database().jdbi().useHandle(h -> {
            for (var person : new String[] {"a@x.example", "b@x.example"}) {
                h.execute("INSERT OR IGNORE INTO contact (address, written_address, created_at, changed_at) VALUES (?, ?, 0, 0)", person, person);
            }
            h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id());
        });
        return workspace.campaigns().create(name, Audience.of(list), account.id(), "Hello", "<p>Hello</p>", null);
    }
}
