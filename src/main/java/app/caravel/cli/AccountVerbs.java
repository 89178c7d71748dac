package app.caravel.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import app.caravel.account.Account;
import app.caravel.account.AccountTest;
import app.caravel.reason.Problem;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code account}: the mailboxes that mail goes out by. */
@Command(
        name = "account",
        description = "Mailboxes to send from: add, test, sent, signature, health, list, rest, go-on.")
public final class AccountVerbs extends VerbGroup {

    private static final Texts TEXTS = Texts.in(Texts.Language.ENGLISH);

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
                if (!options.json()) {
                    result.passed().forEach(step -> options.out().println(TEXTS.get("account.step." + key(step.step())) + " (" + step.took().toMillis() + " ms)"));
                }
                var sent = failed == null ? AccountSentVerb.look(options, workspace, account) : Map.<String, @Nullable Object>of();
                if (options.json()) {
                    var row = new LinkedHashMap<String, @Nullable Object>();
                    row.put("account", account.name());
                    row.put("fine", failed == null);
                    row.put("steps", result.passed().stream().map(step -> Map.of("step", key(step.step()), "ms", step.took().toMillis())).toList());
                    row.put("failed", failed == null ? null : key(failed.step()));
                    row.put("reason", failed == null ? null : TEXTS.get(failed.reason()));
                    row.putAll(sent);
                    options.print(row);
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
                workspace.accounts().all().forEach(account -> print(options, workspace, account));
            }
            return 0;
        }
    }

    @Command(name = "rest", description = "Lets nothing leave by this account until go-on, in a running send too.")
    static final class Rest extends OnOne {
        @Override
        void act(Workspace workspace, Account account) {
            workspace.runs().rest(account);
        }
    }

    @Command(name = "go-on", description = "Lets an account at rest go on, whyever it rests.")
    static final class GoOn extends OnOne {
        @Override
        void act(Workspace workspace, Account account) {
            workspace.runs().letGoOn(account);
        }
    }

    /** A verb about one account, which prints it as it stands then. */
    abstract static class OnOne implements Callable<Integer> {
        @Mixin
        Options options;

        @Parameters(paramLabel = "NAME")
        String name;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                var account = workspace.accounts().find(name).orElseThrow(() -> Problem.of("account.unknown", "name", name));
                act(workspace, account);
                print(options, workspace, account);
            }
            return 0;
        }

        abstract void act(Workspace workspace, Account account);
    }

    static void print(Options options, Workspace workspace, Account account) {
        var pace = workspace.paces().of(account.id());
        var now = workspace.clock().instant();
        var rest = workspace.rests().of(account.id()).filter(found -> !found.isOver(now)).orElse(null);
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
            row.put("per_minute", pace.perMinute());
            row.put("per_domain", pace.perDomainHour());
            row.put("connections", pace.connections());
            row.put("per_connection", pace.perConnection());
            row.put("ramp_today", pace.ramp().mails(pace.ramp().day(now)));
            row.put("reply_to", pace.replyTo());
            row.put("signature", workspace.signatureTexts().of(account.id()));
            row.put("rest", rest == null ? null : TEXTS.get(rest.why()));
            row.put("rest_until", rest == null || rest.until() == null ? null : rest.until().toString());
            row.put("tested_at", account.testedAt() == null ? null : account.testedAt().toString());
            row.put("problem", account.testProblem() == null ? null : TEXTS.get(account.testProblem()));
            options.print(row);
        } else {
            options.out().printf("%s  %s  %s:%d %s%s%n", account.name(), account.fromAddress(), account.host(), account.port(), account.security().key(),
                    rest == null ? "" : "  " + TEXTS.get(rest.why()));
        }
    }
}
