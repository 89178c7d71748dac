package app.caravel.cli;

import picocli.CommandLine.Command;

/** {@code caravel tracker ...} */
@Command(name = "tracker", description = "The tracker: run one, say who may use it, pair with one.")
public final class TrackerVerb extends VerbGroup {}
