package app.caravel.cli;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import app.caravel.account.Account;
import app.caravel.mailbox.SentFacts;
import app.caravel.mailbox.SentFacts.Wanted;
import app.caravel.reason.Problem;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code account sent}: what is put into the account's own Sent folder, and what of it counts. */
@Command(name = "sent", description = "The account's Sent folder: which copies Caravel puts there, and whether what is sent by hand counts into the limits.")
final class AccountSentVerb implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(Texts.Language.ENGLISH);
    /** How long a verb waits for copies of what it sent; the rest is made the next time that Caravel runs. */
    private static final Duration WAIT = Duration.ofSeconds(30);

    @Mixin
    Options options;

    @Parameters(paramLabel = "NAME")
    String name;

    @Option(names = "--copies", paramLabel = "all|sample|none", description = "Copies of sent mails, where the provider keeps none; a sample is the first of each campaign and every twentieth.")
    @Nullable String copies;

    @Option(names = "--count-by-hand", paramLabel = "on|off", description = "Count what is sent by the mailbox itself into the account's limits.")
    @Nullable String byHand;

    @Override
    public Integer call() {
        var count = Switch.parse("--count-by-hand", byHand);
        var wanted = copies;
        if (wanted != null && Arrays.stream(Wanted.values()).noneMatch(known -> known.key().equals(wanted))) {
            throw Problem.of("mailbox.bad-wanted", "wanted", wanted);
        }
        try (var workspace = options.openExisting()) {
            var account = workspace.accounts().find(name).orElseThrow(() -> Problem.of("account.unknown", "name", name));
            if (wanted != null) {
                workspace.sentFacts().want(account.id(), Wanted.of(wanted));
            }
            if (count != null) {
                workspace.sentFacts().countByHand(account.id(), count);
            }
            var facts = workspace.sentFacts().of(account.id());
            var today = facts.countByHand() ? workspace.handSent().read(account) : null;
            if (options.json()) {
                var row = new LinkedHashMap<String, @Nullable Object>();
                row.put("account", account.name());
                row.putAll(row(facts, null));
                row.put("by_hand_24h", today);
                options.print(row);
            } else {
                options.out().println(words(facts));
                if (today != null) {
                    options.out().println(TEXTS.get("mailbox.by-hand", "n", today));
                }
            }
        }
        return 0;
    }

    /** Looks whether the Sent folder can be opened and whether the provider keeps copies; what is the matter is said and no failure of the account. */
    static Map<String, @Nullable Object> look(Options options, Workspace workspace, Account account) {
        if (account.imapHost() == null) {
            return Map.of();
        }
        try {
            var facts = workspace.providerLook().look(account);
            if (!options.json()) {
                options.out().println(words(facts));
            }
            return row(facts, null);
        } catch (Problem problem) {
            if (!options.json()) {
                options.out().println(TEXTS.get(problem.reason()));
            }
            return row(workspace.sentFacts().of(account.id()), TEXTS.get(problem.reason()));
        }
    }

    /** After a verb that sends: makes copies for a while, and says how many are left. */
    static void finish(Options options, Workspace workspace) {
        int left = workspace.sentCopies().finish(WAIT);
        if (left > 0) {
            options.err().println("caravel: " + TEXTS.get("mailbox.left", "n", left));
        }
    }

    private static String words(SentFacts facts) {
        return TEXTS.get("mailbox.keeps", "keeps", facts.keeps().key(), "wanted", facts.wanted().key());
    }

    private static Map<String, @Nullable Object> row(SentFacts facts, @Nullable String problem) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("provider_keeps_copies", facts.keeps().key());
        row.put("copies", facts.wanted().key());
        row.put("count_by_hand", facts.countByHand());
        var last = facts.problem();
        row.put("sent_problem", problem != null ? problem : last == null ? null : TEXTS.get(last));
        return row;
    }
}
