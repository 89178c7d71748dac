package app.caravel.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/** {@code log}: the message tracking log. */
@Command(name = "log", description = "The message tracking log, in the format of Exchange.")
public final class LogVerbs extends VerbGroup {

    /** Brings the log up to the ledger; where that fails it is said and nothing else: the mails have gone. */
    static void complete(Options options, Workspace workspace) {
        var problem = workspace.messageLog().complete();
        if (problem != null) {
            options.err().println("caravel: " + Texts.in(Texts.Language.ENGLISH).get(problem));
        }
    }

    @Command(name = "rebuild", description = "Writes the log's files anew from the ledger, as far back as they are kept. Other files in the folder stay.")
    static final class Rebuild implements Callable<Integer> {
        @Mixin
        Options options;

        @Override
        public Integer call() {
            try (var workspace = options.openExisting()) {
                long lines = workspace.messageLog().rebuild();
                var status = workspace.messageLog().status();
                if (options.json()) {
                    var row = new LinkedHashMap<String, Object>();
                    row.put("lines", lines);
                    row.put("files", status.files());
                    row.put("bytes", status.bytes());
                    row.put("folder", status.folder().toString());
                    options.print(row);
                } else {
                    options.out().printf("%,d lines in %,d files in %s%n", lines, status.files(), status.folder());
                }
            }
            return 0;
        }
    }
}
