package app.caravel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.sandbox.Rehearsal;
import app.caravel.sandbox.Sandbox;
import app.caravel.workspace.Home;

/** {@code demo}: the whole way once, in a sandbox. */
@Command(name = "demo", description = "Sandbox: imports sample buyers, sends, lets them read, and prints the report. Exit 0 only if ledger, caught mails, tracker and report agree.")
final class DemoVerb implements Callable<Integer> {

    @Mixin
    Options options;

    @Option(names = "--recipients", paramLabel = "N", description = "How many buyers (default: ${DEFAULT-VALUE}).")
    int recipients = Sandbox.SAMPLE;

    @Option(names = "--screens", paramLabel = "DIR", description = "Also write pictures of the main screens.")
    @Nullable Path screens = System.getProperty("caravel.screens") == null ? null : Path.of(System.getProperty("caravel.screens"));

    @Override
    public Integer call() throws IOException {
        if (recipients < 1) {
            throw Problem.of("cli.demo-recipients", "n", recipients);
        }
        var folder = options.homeIsNamed() ? options.home().sandbox().folder() : Files.createTempDirectory("caravel-demo");
        try {
            return rehearse(new Home(folder));
        } finally {
            if (!options.homeIsNamed()) {
                delete(folder);
            }
        }
    }

    private int rehearse(Home home) {
        try (var sandbox = Sandbox.open(home)) {
            var name = Sandbox.SAMPLE_LIST + (recipients == Sandbox.SAMPLE ? "" : " " + recipients);
            var imported = sandbox.importSample(recipients, name);
            var list = sandbox.workspace().lists().find(name).orElseThrow();
            var campaign = sandbox.readyCampaigns(list).getFirst();
            var outcome = new Rehearsal(sandbox).run(campaign);
            if (options.json()) {
                var row = CampaignStatus.row(outcome.progress(), sandbox.workspace().runs().messages());
                row.put("opened", outcome.report().openedBy());
                row.put("clicked", outcome.report().clickedBy());
                row.put("unsubscribed", outcome.report().unsubscribed());
                row.put("consistent", outcome.disagreements().isEmpty());
                options.print(row);
            } else {
                options.out().printf("Imported %,d of %,d rows (%d merged, %d rejected). Nothing left this computer.%n",
                        imported.added() + imported.merged(), imported.read(), imported.merged(), imported.rejected());
                ReportTable.print(options.out(), outcome.report(), List.of(), outcome.recipients());
            }
            if (screens != null) {
                int written = CommandLineFace.pictures().write(sandbox.workspace(), screens);
                if (!options.json()) {
                    options.out().printf("%d pictures of the screens in %s%n", written, screens);
                }
            }
            outcome.disagreements().forEach(line -> options.err().println("caravel: the witnesses disagree, " + line));
            return outcome.disagreements().isEmpty() ? 0 : 1;
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new Problem(Reason.of("store.cannot-write", "file", folder.toString()), e);
        }
    }
}
