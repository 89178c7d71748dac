package app.caravel.desktop.accounts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.ResolverConfig;

import app.caravel.account.Account;
import app.caravel.account.ProviderSearch.Found;
import app.caravel.account.Providers;
import app.caravel.account.Rests.Rest;
import app.caravel.account.Security;
import app.caravel.desktop.ScreenPictures;
import app.caravel.desktop.kit.InlineBackground;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Robot;
import app.caravel.desktop.kit.Snapshots;
import app.caravel.desktop.kit.TestUi;
import app.caravel.desktop.kit.Theme;
import app.caravel.desktop.shell.Frame;
import app.caravel.dns.NameServer;
import app.caravel.reason.Reason;
import app.caravel.texts.Texts;
import app.caravel.texts.Texts.Language;
import app.caravel.workspace.Home;
import app.caravel.workspace.Settings;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AccountsViewTest {

    private static final Path SCREENS = Path.of("target/screens");

    @TempDir
    Path folder;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private Workspace workspace;

    @BeforeEach
    void open() {
        mail.start();
        mail.setUser("anna@lumitech.example", "anna@lumitech.example", "right");
        workspace = Workspace.open(new Home(folder), Clock.systemUTC());
        workspace.settings().put(Settings.NAME, "Lumitech");
    }

    @AfterEach
    void close() {
        workspace.close();
        mail.stop();
    }

    private Account keep(String address, String host, int perHour, int perDay) {
        return workspace.accounts().save(new Account(0, address, "Anna Lee", address, host, 465, Security.TLS, address, null, 993, perHour, perDay, null, null));
    }

    private static Found found(String address) {
        return address.endsWith("@lumitech.example") ? new Found.ByMx(Providers.byId("exmail").orElseThrow(), "mxbiz1.qq.com") : new Found.Unknown();
    }

    private void fill() {
        workspace.accounts().tested(keep("anna@lumitech.example", "smtp.exmail.qq.com", 60, 400).id(), null);
        workspace.accounts().tested(keep("sales@lumitech.example", "smtp.exmail.qq.com", 60, 400).id(),
                Reason.of("account.refused.client-password", "address", "sales@lumitech.example", "host", "smtp.exmail.qq.com", "provider", "exmail", "answer", "535"));
        workspace.accounts().tested(keep("export@lumitech.example", "smtp.qiye.aliyun.com", 50, 300).id(),
                Reason.of("account.test.no-answer", "host", "smtp.qiye.aliyun.com", "port", "465"));
        keep("wang.min@lumitech.example", "127.0.0.1", 0, 0);
        var microsoft = keep("li.na@lumitech.example", "smtp.office365.com", 200, 1000);
        workspace.signInMethods().keep(microsoft, new app.caravel.account.SignInMethod.ByBrowser(app.caravel.account.oauth.Issuer.MICROSOFT, null, null));
        workspace.accounts().tested(microsoft.id(), Reason.of("account.oauth.again", "issuer", "microsoft", "address", "li.na@lumitech.example", "client", "c", "answer", "invalid_grant"));
        workspace.routes().keep(microsoft, new app.caravel.account.route.Route.Socks5("127.0.0.1", 7890, new app.caravel.account.route.Route.Credentials("anna", "x")));
        var now = workspace.clock().instant();
        workspace.signatureTexts().put(microsoft.id(), "Li Na\nExport manager, Lumitech Ltd\n+86 574 8765 4321");
        var growing = keep("zhou.jie@lumitech.example", "smtp.exmail.qq.com", 60, 400);
        workspace.accounts().tested(growing.id(), null);
        workspace.paces().begun(growing.id(), now.minus(Duration.ofDays(8)));
        workspace.paces().learned(growing.id(), 380);
        var limited = keep("fair@lumitech.example", "smtp.exmail.qq.com", 60, 400);
        workspace.accounts().tested(limited.id(), null);
        workspace.rests().begin(limited.id(), new Rest(now, now.plus(Duration.ofHours(17)), Reason.of("breaker.limit", "address", "fair@lumitech.example", "answer", "550 5.4.5 Daily limit", "n", 1, "at", now.plus(Duration.ofHours(17)).toEpochMilli())));
        var refused = keep("offers@lumitech.example", "smtp.exmail.qq.com", 60, 400);
        workspace.accounts().tested(refused.id(), null);
        workspace.rests().begin(refused.id(), new Rest(now, null, Reason.of("breaker.spam", "address", "offers@lumitech.example", "answer", "554 DT:SPM", "n", 3)));
    }

    /** Looks for real, at a name server on this computer. */
    private void look() throws IOException {
        try (var names = new NameServer()) {
            System.setProperty("dns.server", names.address().getAddress().getHostAddress() + ":" + names.address().getPort());
            ResolverConfig.refresh();
            names.says("lumitech.example", "TXT", "\"v=spf1 include:spf.mail.qq.com include:spf.qiye.aliyun.com ~all\"", "MX", "5 mxbiz1.qq.com.")
                    .says("spf.mail.qq.com", "TXT", "\"v=spf1 ip4:192.0.2.0/24 -all\"").says("spf.qiye.aliyun.com", "TXT", "\"v=spf1 ip4:198.51.100.0/24 -all\"")
                    .says("_dmarc.lumitech.example", "TXT", "\"v=DMARC1; p=none\"").says("lumitech.example.dbl.spamhaus.org", "A", "127.255.255.254");
            var _ = workspace.domainHealth().look("lumitech.example");
            var _ = workspace.domainHealth().signing().make("lumitech.example");
        } finally {
            System.clearProperty("dns.server");
            ResolverConfig.refresh();
        }
    }

    @Test
    void thePanelOfADomainIsDrawnInEveryLook() throws IOException {
        fill();
        look();
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var picture = Robot.onScreen(() -> {
                    var theme = new Theme(choice, language);
                    var background = new InlineBackground();
                    var model = new DomainsModel(workspace.domainHealth(), background);
                    model.show(List.of("lumitech.example"));
                    assertEquals(Set.of(), model.looking, "what was looked at just now is not looked at again");
                    var ui = new TestUi(theme, background, Clock.systemUTC(), ZoneId.of("Asia/Shanghai")).ui;
                    return Snapshots.of(Snapshots.scene(new DomainPanel(ui, model, "lumitech.example"), 400, 2100, theme));
                });
                Snapshots.write(picture, SCREENS.resolve("domain-panel" + (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "") + ".png"));
            }
        }
        var letter = new ItLetter(Texts.in(Language.ENGLISH)).of(workspace.domainHealth().kept("lumitech.example").orElseThrow());
        assertTrue(letter.contains("Value: v=spf1 include:spf.mail.qq.com include:spf.qiye.aliyun.com include:spf.protection.outlook.com ~all"), letter);
    }

    @Test
    void theScreensAreDrawnInEveryLook() throws IOException {
        var look = List.of(ScreenPictures.LOOKS.getFirst());
        var files = new java.util.ArrayList<>(ScreenPictures.write(workspace, false, SCREENS, List.of(new ScreenPictures.Shot("accounts-empty", Place.ACCOUNTS)), look));
        fill();
        look();
        files.addAll(ScreenPictures.write(workspace, false, SCREENS,
                List.of(new ScreenPictures.Shot("accounts", Place.ACCOUNTS), new ScreenPictures.Shot("accounts-settings", Place.account(6)), new ScreenPictures.Shot("accounts-settings-browser", Place.account(5))), ScreenPictures.LOOKS));
        assertTrue(files.stream().allMatch(java.nio.file.Files::exists));
    }

    @Test
    void theCardWhoseSettingsAreOpenStaysInSightAndAllScreensCountAlike() {
        fill();
        var theme = Robot.onScreen(() -> new Theme(Theme.Choice.LIGHT, Language.ENGLISH));
        var frame = Robot.onScreen(() -> new Frame(workspace, "Lumitech", theme, new TestUi.NoDesk(), ZoneId.of("Asia/Shanghai")));
        var robot = Robot.show(theme, () -> frame);
        try {
            Robot.onScreen(() -> {
                frame.ui().go(Place.account(6));
                return true;
            });
            robot.waitForText("Ramp-up");
            Robot.waitFor(() -> robot.scene().getRoot().lookupAll(".account-card:chosen").stream().map(node -> (AccountCard) node).anyMatch(card -> {
                var at = card.localToScene(card.getBoundsInLocal());
                return card.id() == 6 && card.getWidth() > 600 && at.getMinY() >= 80 && at.getMaxY() <= 688;
            }), "shows the whole card, as wide as there is room");
            robot.waitForText("8 mailboxes, 4 fine.").waitForText("4 of 8 accounts fine");
            Snapshots.settle(frame.ui().background());
            Snapshots.write(Robot.onScreen(() -> Snapshots.of(robot.scene())), SCREENS.resolve("accounts-chosen.png"));
        } finally {
            Robot.onScreen(() -> {
                frame.end();
                return true;
            });
            robot.close();
        }
    }

    @Test
    void everyStepOfTheWayIsDrawn() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                draw(language, choice);
            }
        }
    }

    private void draw(Language language, Theme.Choice choice) {
        var model = new AddAccountViewModel(workspace, new InlineBackground(), AccountsViewTest::found, Runnable::run);
        model.begin();
        model.address.set("anna@qq.com");
        model.fromName.set("Anna Lee");
        picture(model, "address", language, choice);
        model.step.set(AddAccountViewModel.Step.SIGN_IN);
        picture(model, "sign-in", language, choice);
        model.address.set("anna@lumitech.example");
        model.step.set(AddAccountViewModel.Step.ADDRESS);
        picture(model, "by-mx", language, choice);
        model.choose(java.util.Optional.empty());
        model.step.set(AddAccountViewModel.Step.SIGN_IN);
        model.host.set("127.0.0.1");
        model.port.set(String.valueOf(mail.getSmtp().getPort()));
        model.imapHost.set("");
        model.security.set(Security.NONE);
        picture(model, "own-host", language, choice);
        model.password.set("wrong");
        model.test();
        picture(model, "test", language, choice);
        model.keepAllTheSame();
        picture(model, "done", language, choice);
        workspace.accounts().all().forEach(account -> workspace.accounts().delete(account.id()));
    }

    @Test
    void signingInByTheBrowserIsDrawnAsItStands() {
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var model = new AddAccountViewModel(workspace, new InlineBackground(), AccountsViewTest::found, Runnable::run);
                model.begin();
                model.address.set("anna@outlook.com");
                model.step.set(AddAccountViewModel.Step.SIGN_IN);
                picture(model, "browser", language, choice);
                model.browser.clientId.set("3b8c1f2e-5a47-4c0d-9e61-7d2f8a90b1c4");
                model.browser.state.set(BrowserModel.State.WAITING);
                picture(model, "browser-waiting", language, choice);
                model.browser.problem.set(Reason.of("account.oauth.administrator", "issuer", "microsoft", "client", "3b8c1f2e-5a47-4c0d-9e61-7d2f8a90b1c4",
                        "answer", "AADSTS90094: The grant requires admin permission."));
                model.browser.state.set(BrowserModel.State.FAILED);
                picture(model, "browser-administrator", language, choice);
                model.browser.cancel();
                model.address.set("anna@gmail.com");
                picture(model, "google", language, choice);
                model.step.set(AddAccountViewModel.Step.SIGN_IN);
                model.byBrowser.set(true);
                picture(model, "google-browser", language, choice);
            }
        }
    }

    @Test
    void theWayToTheNetworkIsDrawn() {
        fill();
        for (var language : Language.values()) {
            for (var choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
                var picture = Robot.onScreen(() -> {
                    var theme = new Theme(choice, language);
                    var ui = new TestUi(theme, new InlineBackground(), Clock.systemUTC(), ZoneId.of("Asia/Shanghai")).ui;
                    var model = new AccountsViewModel(workspace, new InlineBackground(), Runnable::run);
                    model.refresh();
                    var panel = new AccountPanel(ui, model, java.util.Objects.requireNonNull(model.cards.value()).getLast());
                    panel.setMinHeight(1120);
                    var all = new javafx.scene.layout.HBox(24, new RouteBox(ui, model), panel);
                    javafx.scene.layout.HBox.setHgrow(all.getChildren().getFirst(), javafx.scene.layout.Priority.ALWAYS);
                    all.setFillHeight(false);
                    panel.setMinWidth(336);
                    panel.setMaxWidth(336);
                    return Snapshots.of(Snapshots.scene(all, 1000, 1120, theme));
                });
                Snapshots.write(picture, SCREENS.resolve("accounts-route" + (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "") + ".png"));
            }
        }
    }

    private static void picture(AddAccountViewModel model, String step, Language language, Theme.Choice choice) {
        var picture = Robot.onScreen(() -> {
            var theme = new Theme(choice, language);
            var ui = new TestUi(theme, new InlineBackground(), Clock.systemUTC(), ZoneId.of("Asia/Shanghai")).ui;
            return Snapshots.of(Snapshots.scene(new AddAccountView(ui, model), 1216, 688, theme));
        });
        var suffix = (language == Language.CHINESE ? "-zh" : "") + (choice == Theme.Choice.DARK ? "-dark" : "");
        Snapshots.write(picture, SCREENS.resolve("add-account-" + step + suffix + ".png"));
    }

    @Test
    void aPersonAddsAnAccountByHand() {
        Robot.startToolkit();
        var model = new AddAccountViewModel(workspace, Robot.onScreen(() -> new app.caravel.desktop.kit.ThreadBackground(_ -> {})), AccountsViewTest::found, Runnable::run);
        var test = Robot.onScreen(TestUi::english);
        var theme = Robot.onScreen(() -> test.ui.theme());
        var robot = Robot.show(theme, () -> {
            model.begin();
            return new AddAccountView(test.ui, model);
        });
        try {
            robot.waitForText("Which mailbox shall send?").pressOn(".text-field").write("anna@lumitech.example");
            robot.waitForText("Tencent Exmail").press("Go on");
            Robot.onScreen(() -> {
                model.host.set("127.0.0.1");
                model.port.set(String.valueOf(mail.getSmtp().getPort()));
                model.security.set(Security.NONE);
                model.imapHost.set("");
                return true;
            });
            robot.pressOn(".password-field").write("right");
            Robot.onScreen(() -> {
                model.test();
                return true;
            });
            robot.waitForText("Signed in");
            Robot.waitFor(model.kept::get, "kept the account");
            robot.press("Go on").waitForText("anna@lumitech.example can send");
            assertEquals(1, workspace.accounts().all().size());
        } finally {
            robot.close();
        }
    }
}
