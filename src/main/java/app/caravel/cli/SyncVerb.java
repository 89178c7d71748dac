package app.caravel.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code caravel sync}: brings in what has happened. */
@Command(name = "sync", description = "Pull the tracker's events and judge them.")
public final class SyncVerb implements Callable<Integer> {

    @CommandLine.Mixin
    Options options;

    @Option(names = "--no-wait", description = "Do not wait until clicks of the last seconds can be judged.")
    boolean noWait;

    @Override
    public Integer call() {
        try (var workspace = options.openExisting()) {
            var sync = workspace.evidence().sync();
            var result = noWait ? sync.pull() : sync.pullAndSettle();
            if (options.json()) {
                var row = new LinkedHashMap<String, Object>();
                row.put("events", result.events());
                row.put("replies", 0);
                row.put("bounces", 0);
                row.put("auto_replies", 0);
                row.put("complaints", 0);
                row.put("cursor", result.cursor().toString());
                options.print(row);
            } else {
                options.out().println(result.events() == 1 ? "1 new event" : result.events() + " new events");
            }
            return 0;
        }
    }
}
