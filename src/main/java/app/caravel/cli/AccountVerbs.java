package app.caravel.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.account.Account;
import app.caravel.account.AccountTest;
import app.caravel.account.Limits;
import app.caravel.account.Providers;
import app.caravel.account.Security;
import app.caravel.account.Sender;
import app.caravel.reason.Problem;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code account}: the mailboxes that mail goes out by. */
@Command(
        name = "account",
        description = "Mailboxes to send from: add, test, list.")
public final class AccountVerbs extends VerbGroup {

    private static final Texts TEXTS = Texts.in(Texts.Language.ENGLISH);

    @Command(name = "add", description = "Adds an account. Servers of known providers may be left out.")
    static final class Add implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "NAME")
        String name;

        @Option(names = "--from", required = true, paramLabel = "SENDER", description = "\"Name <address>\", as readers see it.")
        String from;

        @Option(names = "--host", paramLabel = "H")
        @Nullable String host;

        @Option(names = "--port", paramLabel = "P")
        @Nullable Integer port;

        @Option(names = "--security", paramLabel = "S", description = "none, starttls or tls.")
        @Nullable String security;

        @Option(names = "--user", paramLabel = "U", description = "Who signs in; without it nobody does.")
        @Nullable String user;

        @Option(names = "--password-env", paramLabel = "VAR", description = "The variable of the environment that holds the password.")
        @Nullable String passwordVariable;

        @Option(names = "--imap-host", paramLabel = "H")
        @Nullable String imapHost;

        @Option(names = "--imap-port", paramLabel = "P", defaultValue = "993")
        int imapPort;

        @Option(names = "--per-hour", paramLabel = "N", description = "Mails an hour at most; 0: no limit (default: safe for the provider, none on loopback).")
        @Nullable Integer perHour;

        @Option(names = "--per-day", paramLabel = "N", description = "Mails in 24 hours at most; 0: no limit.")
        @Nullable Integer perDay;

        @Override
        public Integer call() {
            var account = account();
            var password = password();
            try (var workspace = options.open()) {
                var saved = workspace.accounts().save(account);
                if (password != null) {
                    keep(workspace, saved, password);
                    options.err().println("caravel: " + TEXTS.get("account.kept." + workspace.secrets().where().name().toLowerCase(Locale.ROOT).replace('_', '-')));
                }
                print(options, saved);
            }
            return 0;
        }

        /** An account without its password would be half a thing: both or none. */
        private static void keep(Workspace workspace, Account saved, char[] password) {
            try {
                workspace.secrets().setPassword(saved, password);
            } catch (RuntimeException e) {
                workspace.accounts().delete(saved.id());
                throw e;
            }
        }

        private Account account() {
            var sender = Sender.parse(from).orElseThrow(() -> Problem.of("account.bad-from", "from", from));
            var preset = host == null ? Providers.of(sender.address()) : Providers.withServer(host);
            if (preset.isEmpty() && (host == null || port == null || security == null)) {
                throw Problem.of("account.no-preset", "address", sender.address());
            }
            var server = host != null ? host : preset.orElseThrow().smtp().host();
            var safe = Limits.safe(server);
            var inbox = imapHost == null && host == null && preset.isPresent() ? preset.get().imap() : null;
            return new Account(0, name, sender.name(), sender.address(), server, port != null ? port : preset.orElseThrow().smtp().port(),
                    security != null ? security(security) : preset.orElseThrow().smtp().security(), user == null && host == null ? sender.address() : user,
                    inbox == null ? imapHost : inbox.host(), inbox == null ? imapPort : inbox.port(),
                    perHour != null ? perHour : safe.perHour(), perDay != null ? perDay : safe.perDay(), null, null);
        }

        private static Security security(String written) {
            try {
                return Security.of(written);
            } catch (IllegalArgumentException e) {
                throw Problem.of("account.bad-security", "security", written);
            }
        }

        private char @Nullable [] password() {
            if (passwordVariable == null) {
                return null;
            }
            var password = System.getenv(passwordVariable);
            if (password == null) {
                throw Problem.of("account.no-such-variable", "name", passwordVariable);
            }
            return password.toCharArray();
        }
    }

    @Command(name = "test", description = "Signs in for real and says what is wrong; sends nothing.")
    static final class Test implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "NAME")
        String name;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                var account = workspace.accounts().find(name).orElseThrow(() -> Problem.of("account.unknown", "name", name));
                var result = AccountTest.run(account, workspace.signIns());
                var failed = result instanceof AccountTest.Result.Failed failure ? failure : null;
                workspace.accounts().keepTest(account.id(), result);
                if (options.json()) {
                    var row = new LinkedHashMap<String, @Nullable Object>();
                    row.put("account", account.name());
                    row.put("fine", failed == null);
                    row.put("steps", result.passed().stream().map(step -> Map.of("step", key(step.step()), "ms", step.took().toMillis())).toList());
                    row.put("failed", failed == null ? null : key(failed.step()));
                    row.put("reason", failed == null ? null : TEXTS.get(failed.reason()));
                    options.print(row);
                } else {
                    result.passed().forEach(step -> options.out().println(TEXTS.get("account.step." + key(step.step())) + " (" + step.took().toMillis() + " ms)"));
                }
                if (failed != null) {
                    throw new Problem(failed.reason());
                }
            }
            return 0;
        }

        private static String key(AccountTest.Step step) {
            return step.name().toLowerCase(Locale.ROOT);
        }
    }

    @Command(name = "list", description = "The accounts of this workspace.")
    static final class ListAll implements Callable<Integer> {
        @Mixin
        Options options;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                workspace.accounts().all().forEach(account -> print(options, account));
            }
            return 0;
        }
    }

    private static void print(Options options, Account account) {
        if (options.json()) {
            var row = new LinkedHashMap<String, @Nullable Object>();
            row.put("account", account.name());
            row.put("from", account.fromAddress());
            row.put("host", account.host());
            row.put("port", account.port());
            row.put("security", account.security().key());
            row.put("user", account.user());
            row.put("imap_host", account.imapHost());
            row.put("imap_port", account.imapHost() == null ? null : account.imapPort());
            row.put("per_hour", account.perHour());
            row.put("per_day", account.perDay());
            row.put("tested_at", account.testedAt() == null ? null : account.testedAt().toString());
            row.put("problem", account.testProblem() == null ? null : TEXTS.get(account.testProblem()));
            options.print(row);
        } else {
            options.out().printf("%s  %s  %s:%d %s%n", account.name(), account.fromAddress(), account.host(), account.port(), account.security().key());
        }
    }
}
