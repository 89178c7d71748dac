package app.caravel.desktop.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Access;
import app.caravel.account.Account;
import app.caravel.account.AccountTest;
import app.caravel.account.Limits;
import app.caravel.account.Provider;
import app.caravel.account.Providers;
import app.caravel.account.Secrets;
import app.caravel.account.Security;
import app.caravel.account.Sender;
import app.caravel.account.SignIn;
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
    final BooleanProperty known = new SimpleBooleanProperty();
    final StringProperty host = new SimpleStringProperty("");
    final StringProperty port = new SimpleStringProperty("465");
    final ObjectProperty<Security> security = new SimpleObjectProperty<>(Security.TLS);
    final StringProperty user = new SimpleStringProperty("");
    final StringProperty imapHost = new SimpleStringProperty("");
    final StringProperty imapPort = new SimpleStringProperty("993");
    final StringProperty password = new SimpleStringProperty("");
    final IntegerProperty perHour = new SimpleIntegerProperty();
    final IntegerProperty perDay = new SimpleIntegerProperty();
    final ObservableList<Tick> ticks = FXCollections.observableArrayList();
    final BooleanProperty testing = new SimpleBooleanProperty();
    /** The account is kept: its test was fine, or the person wanted it all the same. */
    final BooleanProperty kept = new SimpleBooleanProperty();
    /** Its test was fine. */
    final BooleanProperty works = new SimpleBooleanProperty();
    /** What to say of the address: that it is there already, or another one of its domain. */
    final ReadOnlyObjectWrapper<@Nullable Reason> already = new ReadOnlyObjectWrapper<>();
    final ReadOnlyObjectWrapper<Secrets.@Nullable Where> where = new ReadOnlyObjectWrapper<>();
    final BooleanBinding addressIsGood = createBooleanBinding(() -> Sender.parse(address.get()).isPresent() && !isThere(), address, already);
    final BooleanBinding signInIsGood = createBooleanBinding(
            () -> !host.get().isBlank() && number(port.get()) > 0 && (imapHost.get().isBlank() || number(imapPort.get()) > 0), host, port, imapHost, imapPort);

    private final Workspace workspace;
    private final Background background;
    private List<Account> others = List.of();
    private boolean chosenByHand;

    AddAccountViewModel(Workspace workspace, Background background) {
        this.workspace = workspace;
        this.background = background;
        address.addListener((_, _, now) -> typed(now));
        host.addListener((_, _, now) -> limits(now));
    }

    /** From the beginning. */
    void begin() {
        step.set(Step.ADDRESS);
        List.of(address, fromName, host, user, imapHost, password).forEach(field -> field.set(""));
        port.set("465");
        imapPort.set("993");
        security.set(Security.TLS);
        ticks.clear();
        kept.set(false);
        testing.set(false);
        chosenByHand = false;
        provider.set(Optional.empty());
        known.set(false);
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
        }
        user.set(parsed.map(Sender::address).orElse(""));
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
        provider.set(chosen);
        known.set(chosen.isPresent());
        chosen.ifPresent(preset -> {
            host.set(preset.smtp().host());
            port.set(String.valueOf(preset.smtp().port()));
            security.set(preset.smtp().security());
            var imap = preset.imap();
            imapHost.set(imap == null ? "" : imap.host());
            imapPort.set(imap == null ? "993" : String.valueOf(imap.port()));
        });
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
        ticks.setAll(steps(account).map(each -> new Tick(each, Mark.WAITING, Duration.ZERO, null)).toList());
        mark(0, Mark.RUNNING, Duration.ZERO, null);
        testing.set(true);
        var typed = password.get().toCharArray();
        background.run(() -> AccountTest.run(account, new Access(typed.length == 0 ? new SignIn.None() : new SignIn.Password(typed), workspace.routes().ofWorkspace()), passed -> background.onScreen(() -> passed(passed))),
                this::tested, reason -> {
                    testing.set(false);
                    background.tell(reason);
                });
    }

    private static java.util.stream.Stream<AccountTest.Step> steps(Account account) {
        return java.util.Arrays.stream(AccountTest.Step.values())
                .filter(each -> each != AccountTest.Step.ENCRYPTED || account.security() != Security.NONE)
                .filter(each -> each != AccountTest.Step.INBOX_READ || account.imapHost() != null);
    }

    private void passed(AccountTest.Passed passed) {
        int index = index(passed.step());
        mark(index, Mark.PASSED, passed.took(), null);
        if (index + 1 < ticks.size() && ticks.get(index + 1).mark() == Mark.WAITING) {
            mark(index + 1, Mark.RUNNING, Duration.ZERO, null);
        }
    }

    private void tested(AccountTest.Result result) {
        testing.set(false);
        result.passed().forEach(this::passed);
        switch (result) {
            case AccountTest.Result.Fine fine -> keep(fine, () -> {});
            case AccountTest.Result.Failed failed -> {
                for (int i = 0; i < ticks.size(); i++) {
                    if (ticks.get(i).mark() == Mark.RUNNING) {
                        mark(i, Mark.WAITING, Duration.ZERO, null);
                    }
                }
                mark(index(failed.step()), Mark.FAILED, Duration.ZERO, failed.reason());
            }
        }
    }

    private int index(AccountTest.Step wanted) {
        for (int i = 0; i < ticks.size(); i++) {
            if (ticks.get(i).step() == wanted) {
                return i;
            }
        }
        throw new IllegalStateException("no line for " + wanted);
    }

    private void mark(int index, Mark mark, Duration took, @Nullable Reason why) {
        ticks.set(index, new Tick(ticks.get(index).step(), mark, took, why));
    }

    /** Keeps the account although its test failed: the server may be away today. */
    void keepAllTheSame() {
        ticks.stream().filter(tick -> tick.mark() == Mark.FAILED).findFirst().ifPresent(tick -> keep(new AccountTest.Result.Failed(List.of(), tick.step(), Objects.requireNonNull(tick.why())), () -> step.set(Step.DONE)));
    }

    private void keep(AccountTest.Result result, Runnable then) {
        var account = account();
        var typed = password.get().toCharArray();
        background.run(() -> {
            var saved = workspace.accounts().save(account);
            try {
                if (typed.length > 0) {
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
