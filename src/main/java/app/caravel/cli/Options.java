package app.caravel.cli;

import java.io.PrintWriter;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

import app.caravel.reason.Problem;
import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/** What every verb takes: the home, and whether to print JSON. Both may stand before or after the verb. */
@CommandLine.Command(mixinStandardHelpOptions = true, versionProvider = CommandLineFace.Version.class)
public final class Options {

    private @Nullable Path home;
    private boolean json;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    CommandLine.Model.CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", scope = CommandLine.ScopeType.LOCAL, description = "The workspace's folder (default: the system's place for it).")
    void setHome(Path folder) {
        root().home = folder;
    }

    @Option(names = "--json", description = "Print JSON, one object a line, and nothing else.")
    void setJson(boolean on) {
        root().json = on;
    }

    /** The home named, before or after the verb, or the system's. */
    public Home home() {
        var named = root().home;
        return named == null ? Home.ofSystem() : new Home(named);
    }

    /** Whether --home stands on the line. */
    boolean homeIsNamed() {
        return root().home != null;
    }

    public boolean json() {
        return root().json;
    }

    /** Opens the workspace of a verb that writes; a missing home is made. */
    public Workspace open() {
        return Workspace.open(home());
    }

    /** Opens the workspace of a verb that only reads; a missing home is a problem. */
    public Workspace openExisting() {
        var home = home();
        if (!home.exists()) {
            throw Problem.of("cli.no-workspace", "folder", home.folder().toString());
        }
        return Workspace.open(home);
    }

    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    public PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints one line of JSON. */
    public void print(Object row) {
        out().println(Json.write(row));
    }

    private Options root() {
        return ((CommandLineFace.Root) spec.root().userObject()).options;
    }
}
