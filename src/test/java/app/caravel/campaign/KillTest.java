package app.caravel.campaign;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The process that sends is killed in the middle, as a power cut would, and sending goes on afterwards. */
class KillTest {

    private static final int PEOPLE = 300;
    private static final int CONNECTIONS = 6;

    @TempDir
    Path folder;

    @Test
    void afterAKillNobodyHasTwoAndNobodyIsMissing() throws Exception {
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var home = new Home(folder.resolve("home"));
            long campaign = prepare(home, server);
            int kills = 0;
            for (int threshold : new int[] {20, 120, 220}) {
                var sending = send(home);
                while (server.taken().size() < threshold && sending.isAlive()) {
                    TimeUnit.MILLISECONDS.sleep(2);
                }
                kills += sending.isAlive() ? 1 : 0;
                sending.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
            }
            assertTrue(kills > 0, "no kill came in the middle");
            try (var workspace = Workspace.open(home)) {
                var counts = workspace.runs().send(workspace.campaigns().find(campaign).orElseThrow(), CONNECTIONS).counts();
                var got = server.taken().stream().map(ScriptedServer.Taken::recipient).toList();
                assertEquals(new HashSet<>(got).size(), got.size(), "somebody has two");
                var accounted = new HashSet<>(got);
                var doubt = workspace.runs().messages().inState(campaign, MessageState.IN_DOUBT).stream().map(Message::address).toList();
                accounted.addAll(doubt);
                assertEquals(PEOPLE, accounted.size(), "somebody is missing");
                assertEquals(PEOPLE, counts.of(MessageState.SENT) + doubt.size());
                assertTrue(doubt.size() <= kills * CONNECTIONS, doubt.size() + " in doubt after " + kills + " kills");
                assertTrue(new HashSet<>(doubt).size() == doubt.size());
            }
        }
    }

    private static Process send(Home home) throws Exception {
        return new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "app.caravel.Caravel",
                "--home", home.folder().toString(), "campaign", "send", "Autumn", "--connections", String.valueOf(CONNECTIONS)))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static long prepare(Home home, ScriptedServer server) {
        try (var workspace = Workspace.open(home)) {
            var account = workspace.accounts().save(new Account(0, "anna", "Anna", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var list = workspace.lists().create("Buyers");
            workspace.database().jdbi().useTransaction(h -> {
                for (int i = 0; i < PEOPLE; i++) {
                    h.execute("INSERT INTO contact (address, written_address, created_at, changed_at) VALUES (?, ?, 0, 0)", "p" + i + "@x.example", "p" + i + "@x.example");
                }
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id());
            });
            return workspace.campaigns().create("Autumn", Audience.of(list), account.id(), "Offer", "<p>Dear {{ first_name | default: 'friend' }}</p>" + "x ".repeat(4000), null).id();
        }
    }
}
