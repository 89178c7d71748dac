package app.caravel.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code caravel tracker ...} */
@Command(name = "tracker", description = "The tracker: run one, say who may use it, pair with one.", mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB", subcommands = {TrackerServeVerb.class, TrackerWorkspaceVerb.class, TrackerPairVerb.class})
public final class TrackerVerb implements Callable<Integer> {

    @CommandLine.Mixin
    Options options;

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(options.err());
        return 2;
    }
}
