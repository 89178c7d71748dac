package app.caravel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import app.caravel.messagelog.LogField;
import app.caravel.messagelog.search.LogQuery;
import app.caravel.messagelog.search.LogResults;
import app.caravel.messagelog.search.LogRow;
import app.caravel.messagelog.search.LogSearch;
import app.caravel.sheet.ExcelCsv;
import app.caravel.store.Json;
import app.caravel.texts.Texts;

/** {@code log search}: looks into the log files themselves, as Get-MessageTrackingLog does. */
@Command(name = "search", description = {"Finds lines of the message tracking log, earliest first. Case never matters; all that is given must fit.",
        "Reads the files themselves, packed ones (.gz) and those of an Exchange server (2010 and later) too."})
final class LogSearchVerb implements Callable<Integer> {

    /** So many characters are printed at once: a million lines come one by one else. */
    private static final int TOGETHER = 1 << 16;

    @Mixin
    Options options;

    @Option(names = "--recipient", split = ",", paramLabel = "R", description = "A whole address, or a part of one (@buyer.example); several, by comma or repeated: any of them.")
    List<String> recipients = new ArrayList<>();

    @Option(names = "--sender", paramLabel = "S", description = "A whole address, or a part of one.")
    @Nullable String sender;

    @Option(names = "--event", paramLabel = "E", description = "SUBMIT, SEND, DEFER, FAIL, DSN, SUPPRESSED, THROTTLE, RESUBMIT, DROP, or another of Exchange's.")
    @Nullable String event;

    @Option(names = "--source", paramLabel = "S", description = "SMTP, STOREDRIVER, DSN, ADMIN, AGENT, QUEUE, or another of Exchange's.")
    @Nullable String source;

    @Option(names = "--message-id", paramLabel = "M", description = "The Message-ID, with or without angle brackets.")
    @Nullable String messageId;

    @Option(names = "--internal-id", paramLabel = "I", description = "internal-message-id.")
    @Nullable String internalId;

    @Option(names = "--reference", paramLabel = "R", description = "reference.")
    @Nullable String reference;

    @Option(names = "--subject", paramLabel = "T", description = "Words that stand in the subject.")
    @Nullable String subject;

    @Option(names = "--start", paramLabel = "T", description = "From RFC 3339 T on; without offset the system's zone; a date alone is its beginning.")
    @Nullable String start;

    @Option(names = "--end", paramLabel = "T", description = "Before T.")
    @Nullable String end;

    @Option(names = "--limit", paramLabel = "N", description = "At most N lines, the earliest; 0: all (default: ${DEFAULT-VALUE}).")
    int limit = LogQuery.LIMIT;

    @Option(names = "--folder", paramLabel = "DIR", description = "A folder of log files, or one file, in place of this workspace's.")
    @Nullable Path folder;

    @Option(names = "--csv", paramLabel = "FILE", description = "Also write the lines as CSV for Excel.")
    @Nullable Path csv;

    @Override
    public Integer call() {
        var query = LogQuery.ALL.to(recipients).from(sender).event(event).source(source).messageId(messageId).internalId(internalId).reference(reference)
                .subject(subject).between(start == null ? null : Times.of(start), end == null ? null : Times.of(end)).atMost(limit);
        if (folder != null) {
            print(LogSearch.in(folder).find(query));
            return 0;
        }
        try (var workspace = options.openExisting()) {
            LogVerbs.complete(options, workspace);
            print(LogSearch.in(workspace.messageLog().folder()).indexed().find(query));
        }
        return 0;
    }

    private void print(LogResults results) {
        if (csv != null) {
            var fields = results.fields().isEmpty() ? LogField.KEYS : results.fields();
            try (var file = ExcelCsv.create(csv)) {
                file.row(fields);
                results.forEach(row -> file.row(fields.stream().map(row::get).toList()));
            }
        }
        var lines = new StringBuilder();
        results.forEach(row -> {
            lines.append(options.json() ? Json.write(row.byField()) : line(row)).append(System.lineSeparator());
            if (lines.length() > TOGETHER) {
                options.out().print(lines);
                lines.setLength(0);
            }
        });
        options.out().print(lines);
        options.out().flush();
        var texts = Texts.in(Texts.Language.ENGLISH);
        if (results.found() > results.size()) {
            options.err().println("caravel: " + texts.get("messagelog.over-limit", "shown", results.size(), "found", results.found()));
        }
        if (results.broken() > 0) {
            options.err().println("caravel: " + texts.get("messagelog.broken", "n", results.broken()));
        }
        results.unreadable().forEach(file -> options.err().println("caravel: " + texts.get("messagelog.unreadable", "file", file.toString())));
    }

    private static String line(LogRow row) {
        return "%s  %-10s %-11s %s  %s  %s".formatted(row.get(LogField.DATE_TIME), row.get(LogField.EVENT_ID), row.get(LogField.SOURCE),
                row.get(LogField.SENDER_ADDRESS), row.get(LogField.RECIPIENT_ADDRESS), row.get(LogField.MESSAGE_SUBJECT));
    }
}
