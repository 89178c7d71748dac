package app.caravel.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

import app.caravel.reason.Problem;
import app.caravel.store.StoreProblems;
import app.caravel.texts.Texts;
import app.caravel.workspace.Workspace;

/**
 * The verbs. Exit 0: done, 1: the work failed, 2: bad usage. An error is one line on standard error that says what, where
 * and what to do. Every verb class is public, named for its verb, takes the shared options by {@code @Mixin Options} and
 * opens its workspace with {@link Options#open()}.
 */
public final class CommandLineFace {

    /** All verbs; each group registers its own subcommands. */
    @Command(
            name = "caravel",
            description = "Bulk mail that tells the truth about who read it.")
    static final class Root extends VerbGroup {}

    /** The version as the jar has it. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = CommandLineFace.class.getPackage().getImplementationVersion();
            return new String[] {"caravel " + (version == null ? "(built here)" : version)};
        }
    }

    /** Makes pictures of the screens; only the entry knows the desktop, so it hands it in. */
    @FunctionalInterface
    public interface Pictures {
        /** Writes pictures of the sandbox's screens into a folder and returns how many. */
        int write(Workspace sandbox, Path folder);
    }

    private static volatile Pictures pictures = (_, _) -> 0;

    private CommandLineFace() {}

    /** What {@code demo --screens} makes its pictures with. */
    public static void pictures(Pictures maker) {
        pictures = maker;
    }

    static Pictures pictures() {
        return pictures;
    }

    /** Runs a verb and returns the exit code. */
    public static int run(String... arguments) {
        var out = new PrintWriter(new java.io.OutputStreamWriter(new java.io.FileOutputStream(java.io.FileDescriptor.out), StandardCharsets.UTF_8), true);
        var err = new PrintWriter(new java.io.OutputStreamWriter(new java.io.FileOutputStream(java.io.FileDescriptor.err), StandardCharsets.UTF_8), true);
        return run(out, err, arguments);
    }

    /** The same with the streams given, as tests need it. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var commands = Verbs.ALL.commandLine(arguments).setOut(out).setErr(err);
        commands.setExecutionExceptionHandler(problems());
        commands.setParameterExceptionHandler(usage());
        commands.setExitCodeExceptionMapper(_ -> 1);
        commands.setUsageHelpAutoWidth(true);
        int code = commands.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private static IExecutionExceptionHandler problems() {
        return (error, command, _) -> {
            command.getErr().println("caravel: " + sentence(error, command));
            return 1;
        };
    }

    private static String sentence(Throwable error, CommandLine command) {
        var texts = Texts.in(Texts.Language.ENGLISH);
        for (var cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return texts.get(problem);
            }
        }
        System.getLogger(CommandLineFace.class.getName()).log(System.Logger.Level.ERROR, "a verb failed", error);
        var database = StoreProblems.find(error, ((Root) command.getCommandSpec().root().userObject()).options.home().database());
        return database.map(texts::get).orElseGet(() -> texts.get("cli.unexpected", "error", String.valueOf(error)));
    }

    private static IParameterExceptionHandler usage() {
        return (error, _) -> {
            var command = error.getCommandLine();
            command.getErr().println("caravel: " + error.getMessage() + "." + meant(error) + " See: " + command.getCommandSpec().qualifiedName() + " --help");
            return 2;
        };
    }

    /** What may have been meant. */
    private static String meant(CommandLine.ParameterException error) {
        var close = error instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.<String>of();
        return close.isEmpty() ? "" : " " + Texts.in(Texts.Language.ENGLISH).get("cli.meant", "words", String.join(", ", close.subList(0, Math.min(3, close.size()))));
    }
}
