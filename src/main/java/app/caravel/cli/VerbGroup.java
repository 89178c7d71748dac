package app.caravel.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A verb that only holds others: alone it shows which, and is an error. */
@Command(synopsisSubcommandLabel = "VERB")
abstract class VerbGroup implements Callable<Integer> {

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
