package app.caravel.desktop.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Access;
import app.caravel.account.Account;
import app.caravel.account.AccountTest;
import app.caravel.account.Limits;
import app.caravel.account.Provider;
import app.caravel.account.ProviderSearch.Found;
import app.caravel.account.Providers;
import app.caravel.account.Secrets;
import app.caravel.account.Security;
import app.caravel.account.Sender;
import app.caravel.account.SignIn;
import app.caravel.account.oauth.Pages;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

import static javafx.beans.binding.Bindings.createBooleanBinding;

/** The way to a new account: Address, Sign in, Test, Done. */
final class AddAccountViewModel {

    /** The steps of the way, in their order. */
    enum Step {
        ADDRESS,
        SIGN_IN,
        TEST,
        DONE
    }

    /** How a step of the test stands. */
    enum Mark {
        WAITING,
        RUNNING,
        PASSED,
        FAILED
    }

    /** One line of the test. */
    record Tick(AccountTest.Step step, Mark mark, Duration took, @Nullable Reason why) {}

    final ObjectProperty<Step> step = new SimpleObjectProperty<>(Step.ADDRESS);
    final StringProperty address = new SimpleStringProperty("");
    final StringProperty fromName = new SimpleStringProperty("");
    /** What serves the address; empty: a host of its own. */
    final ObjectProperty<Optional<Provider>> provider = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty host = new SimpleStringProperty("");
    final StringProperty port = new SimpleStringProperty("465");
    final ObjectProperty<Security> security = new SimpleObjectProperty<>(Security.TLS);
    final StringProperty user = new SimpleStringProperty("");
    final StringProperty imapHost = new SimpleStringProperty("");
    final StringProperty imapPort = new SimpleStringProperty("993");
    final StringProperty password = new SimpleStringProperty("");
    final IntegerProperty perHour = new SimpleIntegerProperty();
    final IntegerProperty perDay = new SimpleIntegerProperty();
    private final TestLines lines = new TestLines();
    final ObservableList<Tick> ticks = lines.all;
    final BooleanProperty testing = new SimpleBooleanProperty();
    /** The account is kept: its test was fine, or the person wanted it all the same. */
    final BooleanProperty kept = new SimpleBooleanProperty();
    /** Its test was fine. */
    final BooleanProperty works = new SimpleBooleanProperty();
    /** What to say of the address: that it is there already, or another one of its domain. */
    final ReadOnlyObjectWrapper<@Nullable Reason> already = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<Secrets.@Nullable Where> where = new ReadOnlyObjectWrapper<>();
    /** Signed in by the browser in place of a password. */
    final BooleanProperty byBrowser = new SimpleBooleanProperty();
    final BrowserModel browser;
    final ProviderFinding finding;
    final BooleanBinding addressIsGood = createBooleanBinding(() -> Sender.parse(address.get()).isPresent() && !isThere(), address, already);
    final BooleanBinding signInIsGood = createBooleanBinding(
            () -> !host.get().isBlank() && number(port.get()) > 0 && (imapHost.get().isBlank() || number(imapPort.get()) > 0), host, port, imapHost, imapPort);

    private final Workspace workspace;
    private final Background background;
    private List<Account> others = List.of();
    private boolean chosenByHand;

    /**
     * @param search finds the provider of an address
     * @param whenTypingRests runs what is not worth doing at each letter
     */
    AddAccountViewModel(Workspace workspace, Background background, Function<String, Found> search, Executor whenTypingRests) {
        this.workspace = workspace;
        this.background = background;
        this.browser = new BrowserModel(workspace.browserSignIns(), background);
        this.finding = new ProviderFinding(background, search, whenTypingRests, this::found);
        address.addListener((_, _, now) -> typed(now));
        host.addListener((_, _, now) -> limits(now));
    }

    /** From the beginning. */
    void begin() {
        step.set(Step.ADDRESS);
        browser.cancel();
        List.of(address, fromName, host, user, imapHost, password, browser.clientId, browser.clientSecret).forEach(field -> field.set(""));
        port.set("465");
        imapPort.set("993");
        security.set(Security.TLS);
        ticks.clear();
        kept.set(false);
        testing.set(false);
        chosenByHand = false;
        provider.set(Optional.empty());
        background.run(() -> workspace.accounts().all(), all -> {
            others = all;
            typed(address.get());
        });
        background.run(() -> workspace.secrets().where(), where::set);
    }

    private void typed(String written) {
        var parsed = Sender.parse(written);
        already.set(parsed.map(sender -> already(sender.address())).orElse(null));
        if (!chosenByHand) {
            choose(parsed.flatMap(sender -> Providers.of(sender.address())), false);
            boolean worthIt = parsed.isPresent() && provider.get().isEmpty() && parsed.get().address().matches(".+@.+\\.\\p{L}{2,}");
            finding.look(worthIt ? parsed.get().address() : "");
        }
        user.set(parsed.map(Sender::address).orElse(""));
    }

    /** What a look at the network brought; what the person chose or changed himself stays. */
    private void found(String of, Found found) {
        if (chosenByHand || provider.get().isPresent() || !Sender.parse(address.get()).map(Sender::address).equals(Optional.of(of))) {
            return;
        }
        switch (found) {
            case Found.ByDomain(var known) -> choose(Optional.of(known), false);
            case Found.ByMx(var known, var _) -> choose(Optional.of(known), false);
            case Found.LikeAccount(var other) -> {
                choose(Providers.withServer(other.host()), false);
                servers(new Provider.Server(other.host(), other.port(), other.security()),
                        other.imapHost() == null ? null : new Provider.Server(other.imapHost(), other.imapPort(), Security.TLS));
            }
            case Found.OwnHost(var probed) -> servers(probed.smtp(), probed.imap());
            case Found.Hidden _, Found.NoSuchDomain _, Found.NoNetwork _, Found.Unknown _ -> { }
        }
    }

    private void servers(Provider.Server smtp, Provider.@Nullable Server imap) {
        host.set(smtp.host());
        port.set(String.valueOf(smtp.port()));
        security.set(smtp.security());
        imapHost.set(imap == null ? "" : imap.host());
        imapPort.set(imap == null ? "993" : String.valueOf(imap.port()));
    }

    private @Nullable Reason already(String written) {
        var domain = written.substring(written.indexOf('@'));
        for (var other : others) {
            if (other.fromAddress().equalsIgnoreCase(written)) {
                return Reason.of("accounts.add.same", "account", other.name());
            }
        }
        return others.stream().filter(other -> other.fromAddress().toLowerCase(java.util.Locale.ROOT).endsWith(domain.toLowerCase(java.util.Locale.ROOT)))
                .findFirst().map(other -> Reason.of("accounts.add.same-domain", "account", other.fromAddress())).orElse(null);
    }

    private boolean isThere() {
        var said = already.get();
        return said != null && said.key().equals("accounts.add.same");
    }

    /** The person says which provider it is; empty: servers by hand. */
    void choose(Optional<Provider> chosen) {
        choose(chosen, true);
    }

    private void choose(Optional<Provider> chosen, boolean byHand) {
        chosenByHand = byHand;
        browser.cancel();
        if (!provider.get().map(Provider::browser).equals(chosen.map(Provider::browser))) {
            List.of(browser.clientId, browser.clientSecret).forEach(field -> field.set("")); // it was another issuer's
        }
        byBrowser.set(chosen.map(Provider::browser).filter(issuer -> chosen.get().secret() == Provider.Secret.OAUTH || browser.hasClient(issuer)).isPresent());
        provider.set(chosen);
        chosen.ifPresent(preset -> servers(preset.smtp(), preset.imap()));
        if (chosen.isEmpty()) {
            guess();
        }
    }

    /** A company's own host is mostly named so; the test says whether it is. */
    private void guess() {
        var domain = Sender.parse(address.get()).map(sender -> sender.address().substring(sender.address().indexOf('@') + 1)).orElse("");
        host.set(domain.isEmpty() ? "" : "smtp." + domain);
        imapHost.set(domain.isEmpty() ? "" : "imap." + domain);
        port.set("465");
        security.set(Security.TLS);
        imapPort.set("993");
    }

    private void limits(String server) {
        var safe = Limits.safe(server);
        perHour.set(safe.perHour());
        perDay.set(safe.perDay());
    }

    /** Logs in for real, line by line; what went well is kept as an account at once. */
    void test() {
        step.set(Step.TEST);
        if (testing.get() || kept.get()) {
            return;
        }
        var account = account();
        lines.begin(account);
        testing.set(true);
        var signIn = signIn();
        background.run(() -> AccountTest.run(account, new Access(signIn, workspace.routes().ofWorkspace()), passed -> background.onScreen(() -> lines.passed(passed))),
                this::tested, reason -> {
                    testing.set(false);
                    background.tell(reason);
                });
    }

    private SignIn signIn() {
        var signed = browser.signed();
        if (byBrowser.get()) {
            return signed == null ? new SignIn.None() : new SignIn.Token(signed.tokens().access());
        }
        return password.get().isEmpty() ? new SignIn.None() : new SignIn.Password(password.get().toCharArray());
    }

    /** Opens the issuer's page; what comes back is tested at once. */
    void signInByBrowser(@Nullable String endpoint, Pages pages, Consumer<String> open) {
        var issuer = provider.get().map(Provider::browser).orElse(null);
        var mailbox = Sender.parse(address.get()).map(Sender::address).orElse("");
        if (issuer != null) {
            background.run(() -> workspace.routes().ofWorkspace(), route -> browser.start(issuer, mailbox, endpoint, route, pages, open, _ -> test()));
        }
    }

    private void tested(AccountTest.Result result) {
        testing.set(false);
        result.passed().forEach(lines::passed);
        switch (result) {
            case AccountTest.Result.Fine fine -> keep(fine, () -> {});
            case AccountTest.Result.Failed failed -> lines.failed(failed);
        }
    }

    /** Keeps the account although its test failed: the server may be away today. */
    void keepAllTheSame() {
        lines.failure().ifPresent(failed -> keep(failed, () -> step.set(Step.DONE)));
    }

    private void keep(AccountTest.Result result, Runnable then) {
        var account = account();
        var typed = password.get().toCharArray();
        var signed = byBrowser.get() ? browser.signed() : null;
        background.run(() -> {
            var saved = workspace.accounts().save(account);
            try {
                if (signed != null) {
                    workspace.browserSignIns().keep(saved, signed.wish(), signed.tokens());
                } else if (typed.length > 0) {
                    workspace.secrets().setPassword(saved, typed);
                }
            } catch (RuntimeException e) {
                workspace.accounts().delete(saved.id());
                throw e;
            }
            workspace.accounts().keepTest(saved.id(), result);
            return saved;
        }, _ -> {
            works.set(result instanceof AccountTest.Result.Fine);
            kept.set(true);
            then.run();
        });
    }

    private Account account() {
        var sender = Sender.parse(address.get()).orElseThrow();
        var name = fromName.get().isBlank() ? sender.name() : fromName.get().strip();
        return new Account(0, sender.address(), name, sender.address(), host.get().strip(), number(port.get()), security.get(),
                user.get().isBlank() ? null : user.get().strip(), imapHost.get().isBlank() ? null : imapHost.get().strip(), number(imapPort.get()),
                perHour.get(), perDay.get(), null, null);
    }

    /** A port, or 0 where it is none. */
    static int number(String written) {
        return written.strip().matches("[1-9]\\d{0,4}") && Integer.parseInt(written.strip()) < 65536 ? Integer.parseInt(written.strip()) : 0;
    }
}
