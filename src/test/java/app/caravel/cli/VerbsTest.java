package app.caravel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class VerbsTest {

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLineFace.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Ran(code, out.toString(), err.toString());
    }

    /** Every way from the root to a verb. */
    private static List<List<String>> ways(CommandLine command, List<String> before) {
        var ways = new ArrayList<List<String>>();
        command.getSubcommands().forEach((name, below) -> {
            var way = new ArrayList<>(before);
            way.add(name);
            ways.add(way);
            ways.addAll(ways(below, way));
        });
        return ways;
    }

    @Test
    void everyVerbHasItsHelpAndIsFoundByItsNameAlone() {
        var ways = ways(Verbs.ALL.commandLine(), List.of());
        assertTrue(ways.size() > 25, ways.toString());
        for (var way : ways) {
            var line = new ArrayList<>(way);
            line.add("--help");
            var ran = run(line.toArray(String[]::new));
            assertEquals(0, ran.code(), way + ran.err());
            assertTrue(ran.out().startsWith("Usage: caravel " + String.join(" ", way)), way + ran.out());
        }
    }

    @Test
    void onlyWhatIsNamedIsMade() {
        var command = Verbs.ALL.commandLine("--home", "demo", "--json", "campaign", "status", "X");
        assertEquals(List.of("campaign"), List.copyOf(command.getSubcommands().keySet()));
        assertEquals(List.of("status"), List.copyOf(java.util.Objects.requireNonNull(command.getSubcommands().get("campaign")).getSubcommands().keySet()));
    }

    @Test
    void aVerbThatIsMistypedIsAnsweredWithWhatMayBeMeant() {
        var ran = run("campaing");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("Did you mean: ") && ran.err().contains("campaign"), ran.err());
        assertTrue(run("campaign", "stats").err().contains("status"));
        assertEquals(1, ran.err().strip().lines().count());
    }

    @Test
    void aGroupAloneShowsItsVerbsAndIsAnError() {
        var ran = run("tracker");
        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("serve") && ran.err().contains("pair"), ran.err());
        assertFalse(run("--version").out().isBlank());
    }
}
