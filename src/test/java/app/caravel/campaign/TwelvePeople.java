package app.caravel.campaign;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.account.Security;
import app.caravel.account.route.Terms;
import app.caravel.account.route.Trust;
import app.caravel.contact.EmailAddress;
import app.caravel.reason.Reason;
import app.caravel.smtp.ScriptedServer;
import app.caravel.store.Json;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A workspace with a list of twelve, p0 to p11, to send to by servers that misbehave. */
final class TwelvePeople implements AutoCloseable {

    static final int PEOPLE = 12;

    private final Workspace workspace;

    /** On the usual terms, but that a line which does not come about is tried again at once. */
    TwelvePeople(Path home) {
        this(home, new Terms(Trust::ofSystem, InetAddress::getByName, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofMillis(1)));
    }

    TwelvePeople(Path home, Terms terms) {
        workspace = Workspace.open(new Home(home), Clock.systemUTC(), terms);
    }

    Workspace workspace() {
        return workspace;
    }

    MessageCounts send(ScriptedServer server, int connections) {
        return workspace.runs().send(campaign(account(server, Security.NONE, null)), connections).counts();
    }

    MessageCounts counts(Campaign campaign) {
        return workspace.runs().messages().counts(campaign.id());
    }

    MessageCounts sendUntilWaiting(ScriptedServer server) {
        return sendUntilWaiting(campaign(account(server, Security.NONE, null)));
    }

    /** Sends until nothing is left but what was put off, then pauses. */
    MessageCounts sendUntilWaiting(Campaign campaign) {
        var running = CompletableFuture.supplyAsync(() -> workspace.runs().send(campaign, 1));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        for (var counts = counts(campaign); !running.isDone() && (counts.all() == 0 || counts.of(MessageState.QUEUED) + counts.of(MessageState.SENDING) > 0); counts = counts(campaign)) {
            assertTrue(System.nanoTime() < until, "it did not come about in 20 seconds");
            Thread.onSpinWait();
        }
        workspace.runs().pause(campaign);
        return running.join().counts();
    }

    Account account(ScriptedServer server, Security security, @Nullable String user) {
        return workspace.accounts().save(new Account(0, "anna " + server.port(), "Anna Wang", "anna@lumitech.example", "localhost", server.port(), security, user, null, 0, 0, 0, null, null));
    }

    Campaign campaign(Account account) {
        return campaign(account, "<p>Dear friend</p>");
    }

    /** The same mail to the twelve, and to these. */
    Campaign campaign(Account account, String html, String... further) {
        var list = workspace.lists().create("Buyers " + account.id());
        workspace.database().jdbi().useHandle(h -> {
            for (var address : Stream.concat(IntStream.range(0, PEOPLE).mapToObj(i -> "p" + i + "@x.example"), Arrays.stream(further)).toList()) {
                h.execute("INSERT OR IGNORE INTO contact (address, written_address, created_at, changed_at) VALUES (?, ?, 0, 0)", new EmailAddress(address).canonical(), address);
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) SELECT ?, id, 0 FROM contact WHERE address = ?", list.id(), new EmailAddress(address).canonical());
            }
        });
        return workspace.campaigns().create("Autumn " + account.id(), Audience.of(list), account.id(), "Offer", html, null);
    }

    /** Why messages are in this state. */
    List<Reason> reasons(Campaign campaign, MessageState state) {
        return workspace.database().jdbi().withHandle(h -> h.createQuery("SELECT reason FROM message WHERE campaign_id = ? AND state = ?").bind(0, campaign.id()).bind(1, state.key())
                .mapTo(String.class).map(Json::reason).list());
    }

    /** Every mail that the server took was another person's. */
    static void nobodyTwice(ScriptedServer server) {
        assertEquals(server.taken().size(), new HashSet<>(server.taken().stream().map(ScriptedServer.Taken::recipient).toList()).size(), "nobody gets two");
    }

    @Override
    public void close() {
        workspace.close();
    }
}
