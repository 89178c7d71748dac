package app.caravel.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.campaign.Audience;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageState;
import app.caravel.smtp.ScriptedServer;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

/**
 * Kills the sending process at random moments and lets it go on, until so many kills came in the middle; then counts who has
 * two, who has none and who is in doubt. Arguments: launcher, people, kills, connections, seed.
 */
public final class Kills {

    private Kills() {}

    public static void main(String[] arguments) throws Exception {
        var launcher = arguments[0];
        int people = Integer.parseInt(arguments[1]);
        int kills = Integer.parseInt(arguments[2]);
        int connections = Integer.parseInt(arguments[3]);
        var random = new Random(Long.parseLong(arguments[4]));
        var folder = Files.createTempDirectory("kills");
        try (var server = ScriptedServer.start((_, _) -> null)) {
            var home = new Home(folder.resolve("home"));
            prepare(home, server, people);
            int killed = 0;
            boolean ended = false;
            while (killed < kills && !ended) {
                int before = server.taken().size();
                int enough = before + random.nextInt(Math.max(1, 2 * (people - before) / (kills - killed + 4)));
                var sending = new ProcessBuilder(launcher, "--home", home.folder().toString(), "campaign", "send", "Autumn", "--connections", String.valueOf(connections))
                        .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
                while (server.taken().size() <= enough && sending.isAlive()) {
                    TimeUnit.MICROSECONDS.sleep(200);
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(3_000));
                ended = !sending.isAlive(); // nothing was left to kill in the middle of
                killed += ended ? 0 : 1;
                sending.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
            }
            report(home, server, people, killed, connections);
        }
    }

    private static void prepare(Home home, ScriptedServer server, int people) {
        try (var workspace = Workspace.open(home)) {
            var account = workspace.accounts().save(new Account(0, "anna", "Anna", "anna@lumitech.example", "127.0.0.1", server.port(), Security.NONE, null, null, 0, 0, 0, null, null));
            var list = workspace.lists().create("Buyers");
            workspace.database().jdbi().useTransaction(h -> {
                for (int i = 0; i < people; i++) {
                    h.execute("INSERT INTO contact (address, written_address, created_at, changed_at) VALUES (?, ?, 0, 0)", "p" + i + "@x.example", "p" + i + "@x.example");
                }
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact", list.id());
            });
            workspace.campaigns().create("Autumn", Audience.of(list), account.id(), "Offer", "<p>Dear {{ first_name | default: 'friend' }}</p>" + "x ".repeat(4000), null);
        }
    }

    private static void report(Home home, ScriptedServer server, int people, int killed, int connections) {
        try (var workspace = Workspace.open(home)) {
            var campaign = workspace.campaigns().named("Autumn");
            workspace.runs().send(campaign, connections);
            var times = new HashMap<String, Integer>();
            server.taken().forEach(mail -> times.merge(mail.recipient(), 1, Integer::sum));
            var doubt = new ArrayList<>(workspace.runs().messages().inState(campaign.id(), MessageState.IN_DOUBT).stream().map(Message::address).toList());
            var accounted = new HashSet<>(times.keySet());
            accounted.addAll(doubt);
            long arrived = doubt.stream().filter(times::containsKey).count();
            System.out.printf("%d kills over %,d people, %d connections: %d got two, %d skipped, %d in doubt (at most %d; %d of them had arrived)%n",
                    killed, people, connections, times.values().stream().filter(n -> n > 1).count(), people - accounted.size(), doubt.size(), killed * connections, arrived);
            if (!List.copyOf(times.values()).stream().allMatch(n -> n == 1) || accounted.size() != people || doubt.size() > killed * connections) {
                System.exit(1);
            }
        }
    }
}
