package app.caravel.cli;

import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code caravel tracker pair}: takes a pairing line into the workspace. */
@Command(name = "pair", description = "Take a pairing line into this workspace; from now on its mail is tracked.")
public final class TrackerPairVerb implements Callable<Integer> {

    @CommandLine.Mixin
    Options options;

    @Parameters(paramLabel = "LINE", arity = "1..*", description = "The line that “tracker workspace add” printed.")
    String[] line;

    @Override
    public Integer call() {
        try (var workspace = options.open()) {
            var tracker = workspace.evidence().trackers().pair(String.join("", line));
            if (options.json()) {
                options.print(Map.of("tracker", tracker.baseUrl()));
            } else {
                options.out().println("Paired with " + tracker.baseUrl());
            }
            return 0;
        }
    }
}
