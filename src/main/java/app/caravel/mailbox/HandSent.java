package app.caravel.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jdbi.v3.core.Jdbi;

import app.caravel.account.Account;
import app.caravel.account.Accounts;
import app.caravel.account.SignIns;
import app.caravel.campaign.SentByHand;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/**
 * What a person sends by the mailbox itself, read from its Sent folder: the mails of the last day that are not ours. Who asks
 * gets what was read last and waits for no server; where that is ten minutes old it is read anew meanwhile.
 */
public final class HandSent implements SentByHand {

    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofHours(24);

    private final Jdbi db;
    private final Accounts accounts;
    private final SignIns signIns;
    private final SentFactsStore facts;
    private final Clock clock;
    private final Set<Long> reading = ConcurrentHashMap.newKeySet();

    public HandSent(Database database, Accounts accounts, SignIns signIns, SentFactsStore facts, Clock clock) {
        this.db = database.jdbi();
        this.accounts = accounts;
        this.signIns = signIns;
        this.facts = facts;
        this.clock = clock;
    }

    @Override
    public List<Long> since(long accountId, Instant since) {
        var known = facts.of(accountId);
        if (!known.countByHand()) {
            return List.of();
        }
        var last = known.byHandAt();
        if ((last == null || !last.plus(EVERY).isAfter(clock.instant())) && reading.add(accountId)) {
            Thread.ofPlatform().daemon().name("sent-by-hand-" + accountId).start(() -> readQuietly(accountId));
        }
        return db.withHandle(h -> h.createQuery("SELECT at FROM mailbox_sent WHERE account_id = :id AND at > :since ORDER BY at")
                .bind("id", accountId).bind("since", since.toEpochMilli()).mapTo(Long.class).list());
    }

    private void readQuietly(long accountId) {
        try {
            accounts.find(accountId).ifPresent(this::read);
        } catch (Problem problem) {
            facts.problem(accountId, problem.reason());
        } catch (RuntimeException e) {
            System.getLogger(HandSent.class.getName()).log(System.Logger.Level.WARNING, "mails sent by hand", e);
        } finally {
            reading.remove(accountId);
        }
    }

    /**
     * Reads the folder now.
     *
     * @return how many of the last day were sent by hand
     * @throws Problem where it cannot be read; what was read before stays, and is asked for again in ten minutes
     */
    public int read(Account account) {
        var now = clock.instant();
        db.useHandle(h -> h.execute("UPDATE account_sent_copy SET by_hand_at = ? WHERE account_id = ?", now.toEpochMilli(), account.id()));
        List<SentFolder.Kept> others;
        try (var line = ImapConnection.open(account, signIns); var folder = line.sent()) {
            others = folder.since(now.minus(DAY)).stream().filter(kept -> kept.caravelId() == null && !isOurs(kept.messageId())).toList();
        }
        db.useTransaction(h -> {
            h.execute("DELETE FROM mailbox_sent WHERE account_id = ?", account.id());
            others.forEach(kept -> h.execute("INSERT INTO mailbox_sent (account_id, at) VALUES (?, ?)", account.id(), kept.at().toEpochMilli()));
        });
        return others.size();
    }

    private boolean isOurs(String messageId) {
        return db.withHandle(h -> h.createQuery("SELECT EXISTS (SELECT 1 FROM message WHERE message_id = :id)").bind("id", messageId).mapTo(Boolean.class).one());
    }
}
