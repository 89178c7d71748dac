package app.caravel.desktop.accounts;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.AccountTest;
import app.caravel.account.Pace;
import app.caravel.account.ProviderSearch.Found;
import app.caravel.account.Providers;
import app.caravel.account.Security;
import app.caravel.account.SignInMethod;
import app.caravel.account.TokenServer;
import app.caravel.account.oauth.Issuer;
import app.caravel.account.oauth.Pages;
import app.caravel.account.oauth.ScriptedIssuer;
import app.caravel.campaign.Audience;
import app.caravel.desktop.accounts.AccountsViewModel.State;
import app.caravel.desktop.accounts.AddAccountViewModel.Mark;
import app.caravel.desktop.accounts.AddAccountViewModel.Step;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Robot;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@org.jspecify.annotations.NullUnmarked
class AccountsViewModelTest {

    @TempDir
    Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private final InlineBackground background = new InlineBackground();
    private final List<Runnable> later = new ArrayList<>();
    private Workspace workspace;
    private Function<String, Found> found = _ -> new Found.Unknown();
    private AccountsViewModel accounts;
    private AddAccountViewModel add;

    @BeforeEach
    void open() {
        mail.start();
        mail.setUser("anna@own.example", "anna@own.example", "right");
        workspace = Workspace.open(new Home(folder), Clock.systemUTC());
        accounts = new AccountsViewModel(workspace, background, later::add);
        add = new AddAccountViewModel(workspace, background, address -> found.apply(address), Runnable::run);
        add.begin();
    }

    @AfterEach
    void close() {
        workspace.close();
        mail.stop();
    }

    private Account keep(String address, @Nullable String password) {
        var saved = workspace.accounts().save(new Account(0, address, "", address, "127.0.0.1", mail.getSmtp().getPort(), Security.NONE, address, null, 993, 0, 0, null, null));
        if (password != null) {
            workspace.secrets().setPassword(saved, password.toCharArray());
        }
        return saved;
    }

    private State state() {
        return accounts.cards.value().getFirst().state();
    }

    private void typeLoopback() {
        add.address.set("Anna <anna@own.example>");
        add.choose(Optional.empty());
        add.host.set("127.0.0.1");
        add.port.set(String.valueOf(mail.getSmtp().getPort()));
        add.security.set(Security.NONE);
        add.imapHost.set("");
    }

    @Test
    void aCardSaysWhatItMayStillSendWhileItGrowsAndWhyItRests() {
        var far = workspace.accounts().save(new Account(0, "far", "", "far@own.example", "smtp.own.example", 465, Security.TLS, "far", null, 993, 60, 400, null, null));
        accounts.refresh();
        var card = accounts.cards.value().getFirst();
        assertEquals(List.of(20, 20, 1, 20), List.of(card.limit(), card.tomorrow(), card.day(), card.left().orElseThrow()));
        workspace.paces().begun(far.id(), workspace.clock().instant().minus(java.time.Duration.ofHours(50)));
        workspace.paces().learned(far.id(), 28);
        workspace.runs().rest(far);
        accounts.refresh();
        card = accounts.cards.value().getFirst();
        assertEquals(List.of(28, 28, 0, 0), List.of(card.limit(), card.tomorrow(), card.day(), card.left().orElseThrow()), "what its server taught counts");
        assertEquals("breaker.by-hand", card.rest().why().key());
        accounts.save(far, card.pace().learned(0), "Far away\n+86 1", null, Optional.empty(), () -> {});
        accounts.letGoOn(far);
        card = accounts.cards.value().getFirst();
        assertEquals("Far away\n+86 1", card.signature());
        assertEquals(List.of(30, 40, 3), List.of(card.limit(), card.tomorrow(), card.day()));
        assertEquals(null, card.rest());
    }

    @Test
    void aCardSaysHowTheLastTestWent() {
        var account = keep("anna@own.example", "wrong");
        accounts.refresh();
        assertEquals(State.UNTESTED, state());
        accounts.test(account);
        assertEquals(State.BROKEN, state());
        accounts.save(account, Pace.NONE, "", "right".toCharArray(), Optional.empty(), () -> {});
        assertEquals(State.FINE, state());
        assertTrue(accounts.testing.isEmpty());
    }

    @Test
    void aDeletedAccountCanBeTakenBackUntilItsTimeIsOver() {
        var account = keep("anna@own.example", "right");
        accounts.delete(account, () -> {});
        assertEquals(List.of(), accounts.cards.value());
        accounts.undoDelete(account);
        assertEquals(1, accounts.cards.value().size());
        later.removeFirst().run();
        assertEquals(1, workspace.accounts().all().size(), "taken back in time");

        accounts.delete(account, () -> {});
        later.removeFirst().run();
        assertEquals(List.of(), workspace.accounts().all());
        assertEquals(Optional.empty(), workspace.secrets().password(account));
    }

    @Test
    void leavingTheScreenEndsTheTimeForUndo() {
        accounts.delete(keep("anna@own.example", null), () -> {});
        accounts.left();
        assertEquals(List.of(), workspace.accounts().all());
    }

    @Test
    void anAccountOfAPlannedCampaignStays() {
        var account = keep("anna@own.example", null);
        var list = workspace.lists().create("buyers");
        var campaign = workspace.campaigns().create("Autumn", Audience.of(list), account.id(), "s", "h", null);
        workspace.campaigns().schedule(campaign, workspace.clock().instant().plusSeconds(3600));
        accounts.delete(account, () -> {});
        assertEquals("accounts.in-use", background.told().getLast().key());
        accounts.refresh();
        assertEquals(1, accounts.cards.value().size());
    }

    @Test
    void anAddressBringsItsServersAlong() {
        add.address.set("anna@qq.com");
        assertEquals("qq", add.provider.get().orElseThrow().id());
        assertEquals("smtp.qq.com", add.host.get());
        assertEquals(200, add.perDay.get());
        assertTrue(add.addressIsGood.get());
        add.address.set("anna@lumitech.example");
        assertEquals(Optional.empty(), add.provider.get());
        assertEquals("smtp.lumitech.example", add.host.get());
        add.choose(Providers.byId("exmail"));
        add.address.set("anna@lumitech2.example");
        assertEquals("smtp.exmail.qq.com", add.host.get(), "what a person chose stays");
        add.address.set("anna");
        assertFalse(add.addressIsGood.get());
    }

    @Test
    void theSameAddressTwiceIsSaidAtOnce() {
        keep("anna@own.example", null);
        add.begin();
        add.address.set("Anna@own.example");
        assertEquals("accounts.add.same", add.already.get().key());
        assertFalse(add.addressIsGood.get());
        add.address.set("ben@own.example");
        assertEquals("accounts.add.same-domain", add.already.get().key());
        assertTrue(add.addressIsGood.get());
    }

    @Test
    void theTestTicksLineByLineAndKeepsTheAccount() {
        typeLoopback();
        add.password.set("right");
        add.test();
        assertEquals(List.of(AccountTest.Step.SERVER_FOUND, AccountTest.Step.ANSWERS, AccountTest.Step.SIGNED_IN), add.ticks.stream().map(AddAccountViewModel.Tick::step).toList());
        assertTrue(add.ticks.stream().allMatch(tick -> tick.mark() == Mark.PASSED), add.ticks.toString());
        assertTrue(add.kept.get());
        var account = workspace.accounts().all().getFirst();
        assertEquals("anna@own.example", account.fromAddress());
        assertEquals("Anna", account.fromName());
        assertEquals("right", workspace.secrets().password(account).map(String::new).orElse(""));
        assertEquals(0, account.perDay());
    }

    @Test
    void aFailedLineSaysWhyAndTheOthersStayTicked() {
        typeLoopback();
        add.password.set("wrong");
        add.test();
        assertEquals(List.of(Mark.PASSED, Mark.PASSED, Mark.FAILED), add.ticks.stream().map(AddAccountViewModel.Tick::mark).toList());
        assertEquals("account.refused.password", add.ticks.getLast().why().key());
        assertFalse(add.kept.get());
        add.step.set(Step.SIGN_IN);
        add.password.set("right");
        add.test();
        assertTrue(add.kept.get());
    }

    @Test
    void anAccountThatFailsCanBeKeptAllTheSame() {
        typeLoopback();
        add.password.set("wrong");
        add.test();
        add.keepAllTheSame();
        assertEquals(Step.DONE, add.step.get());
        accounts.refresh();
        assertEquals(State.BROKEN, state());
    }

    @Test
    void aPassphraseLocksThePasswordsUntilItIsTyped() {
        org.junit.jupiter.api.Assumptions.assumeTrue(workspace.secrets().where() == app.caravel.account.Secrets.Where.FILE, "this computer has a keychain");
        keep("anna@own.example", "right");
        accounts.protect("sesame".toCharArray(), () -> {});
        workspace.close();
        workspace = Workspace.open(new Home(folder), Clock.systemUTC());
        accounts = new AccountsViewModel(workspace, background, later::add);
        accounts.refresh();
        assertTrue(accounts.keeping().get().locked());
        accounts.unlock("barley".toCharArray());
        assertTrue(accounts.wrongPassphrase.get());
        accounts.unlock("sesame".toCharArray());
        assertFalse(accounts.keeping().get().locked());
    }

    @Test
    void theMailServersOfADomainTellItsProvider() {
        found = _ -> new Found.ByMx(Providers.byId("exmail").orElseThrow(), "mxbiz1.qq.com");
        add.address.set("anna@lumitech");
        assertEquals(null, add.finding.found.get(), "half an address is not looked for");
        add.address.set("anna@lumitech.example");
        assertEquals("exmail", add.provider.get().orElseThrow().id());
        assertEquals("smtp.exmail.qq.com", add.host.get());
        assertFalse(add.finding.searching.get());
        add.choose(Optional.empty());
        add.address.set("anna@lumitech2.example");
        assertEquals(Optional.empty(), add.provider.get(), "what a person chose stays");
    }

    @Test
    void anAnswerThatComesLateForAnotherAddressIsDropped() {
        var waiting = new ArrayList<Runnable>();
        var slow = new AddAccountViewModel(workspace, background, address -> address.startsWith("a") ? new Found.ByMx(Providers.byId("exmail").orElseThrow(), "mx") : new Found.NoNetwork(), waiting::add);
        slow.begin();
        slow.address.set("a@first.example");
        slow.address.set("b@second.example");
        assertTrue(slow.finding.searching.get());
        waiting.forEach(Runnable::run);
        assertEquals(Optional.empty(), slow.provider.get());
        assertEquals(new Found.NoNetwork(), slow.finding.found.get());
    }

    @Test
    void microsoftSignsInByTheBrowserAndTheAccountIsKept() throws Exception {
        try (var issuer = new ScriptedIssuer(_ -> ScriptedIssuer.Answer.tokens("access1", "refresh1", 3600)); var server = new TokenServer("access1", "535 5.7.3 no")) {
            var opened = new ArrayList<String>();
            add.address.set("anna@outlook.com");
            assertTrue(add.byBrowser.get());
            add.browser.clientId.set("mine");
            add.host.set("127.0.0.1");
            add.port.set(String.valueOf(server.port()));
            add.security.set(Security.NONE);
            add.imapHost.set("");
            add.signInByBrowser(issuer.base(), new Pages("done", "refused", "stray"), opened::add);
            assertEquals(BrowserModel.State.WAITING, add.browser.state.get());
            comeBack(opened.getFirst(), "code=c");
            Robot.waitFor(add.kept::get, "kept the account");
            var account = workspace.accounts().all().getFirst();
            assertEquals("refresh1", workspace.secrets().password(account).map(String::new).orElse(""));
            assertEquals(new SignInMethod.ByBrowser(Issuer.MICROSOFT, "mine", issuer.base()), workspace.signInMethods().of(account));
            assertTrue(add.works.get());

            issuer.answer(_ -> ScriptedIssuer.Answer.error("invalid_grant", "AADSTS50173"));
            server.takes("access9");
            accounts.refresh();
            accounts.test(account);
            assertEquals("account.oauth.again", accounts.cards.value().getFirst().account().testProblem().key());
            issuer.answer(_ -> ScriptedIssuer.Answer.tokens("access9", "refresh9", 3600));
            accounts.browser.begin("mine");
            accounts.signInByBrowser(account, Issuer.MICROSOFT, new Pages("done", "refused", "stray"), opened::add);
            comeBack(opened.getLast(), "code=c2");
            Robot.waitFor(() -> accounts.cards.value().getFirst().state() == State.FINE, "signed in again");
            assertEquals("mine", issuer.asked.getLast().get("client_id"), "with the client id that it had");
        }
    }

    @Test
    void aRefusalAndAChangeOfMindEndTheWaiting() throws Exception {
        try (var issuer = new ScriptedIssuer(_ -> ScriptedIssuer.Answer.tokens("a", "r", 3600))) {
            var opened = new ArrayList<String>();
            add.address.set("anna@outlook.com");
            add.browser.clientId.set("mine");
            add.signInByBrowser(issuer.base(), new Pages("done", "refused", "stray"), opened::add);
            comeBack(opened.getFirst(), "error=access_denied&error_description=AADSTS90094");
            Robot.waitFor(() -> add.browser.state.get() == BrowserModel.State.FAILED, "refused");
            assertEquals("account.oauth.administrator", add.browser.problem.get().key());
            add.signInByBrowser(issuer.base(), new Pages("done", "refused", "stray"), opened::add);
            add.browser.cancel();
            assertEquals(BrowserModel.State.IDLE, add.browser.state.get());
            assertEquals(List.of(), issuer.asked);
        }
    }

    private static void comeBack(String page, String query) throws Exception {
        var asked = List.of(java.net.URI.create(page).getRawQuery().split("&"));
        var back = asked.stream().filter(field -> field.startsWith("redirect_uri=")).map(field -> java.net.URLDecoder.decode(field.substring(13), java.nio.charset.StandardCharsets.UTF_8)).findFirst().orElseThrow();
        var state = asked.stream().filter(field -> field.startsWith("state=")).findFirst().orElseThrow();
        try (var browser = HttpClient.newHttpClient()) {
            assertEquals(200, browser.send(HttpRequest.newBuilder(java.net.URI.create(back + "?" + query + "&" + state)).build(), HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    void anAccountGoesItsOwnWayAndATypedPasswordEndsTheBrowser() {
        var account = keep("anna@own.example", "right");
        var proxy = new app.caravel.account.route.Route.Socks5("proxy.example", 1080, null);
        workspace.signInMethods().keep(account, new SignInMethod.ByBrowser(Issuer.GOOGLE, null, null));
        accounts.save(account, Pace.NONE, "", "right".toCharArray(), Optional.of(proxy), () -> {});
        assertEquals(Optional.of(proxy), accounts.cards.value().getFirst().route());
        assertEquals(new SignInMethod.ByPassword(), accounts.cards.value().getFirst().method());
        assertEquals(State.FINE, state(), "on this computer no proxy is asked");
        accounts.saveRoute(new app.caravel.account.route.Route.Direct(), () -> {});
        accounts.save(account, Pace.NONE, "", null, Optional.empty(), () -> {});
        assertEquals(new app.caravel.account.route.Route.Direct(), workspace.routes().of(account));
    }
}
