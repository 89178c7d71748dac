package app.caravel.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;

import app.caravel.account.Account;
import app.caravel.account.SignIns;
import app.caravel.campaign.Message;
import app.caravel.campaign.MessageQueries;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

/** Finds out whether an account's provider keeps copies of what is sent, from a mail that was sent already. Sends nothing. */
public final class ProviderLook {

    private final Jdbi db;
    private final SignIns signIns;
    private final MessageQueries messages;
    private final SentFactsStore facts;
    private final Clock clock;

    public ProviderLook(Database database, SignIns signIns, MessageQueries messages, SentFactsStore facts, Clock clock) {
        this.db = database.jdbi();
        this.signIns = signIns;
        this.messages = messages;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Opens the Sent folder, and looks for the account's last mail there where it is not known yet whether the provider keeps them.
     *
     * @return what is known now; unknown where nothing was sent yet
     * @throws Problem where the folder cannot be opened
     */
    public SentFacts look(Account account) {
        try (var line = ImapConnection.open(account, signIns); var folder = line.sent()) {
            if (facts.of(account.id()).keeps() == SentFacts.Keeps.UNKNOWN) {
                lastSent(account).ifPresent(message -> facts.found(account.id(),
                        folder.holds(message.messageId(), message.randomId(), clock.instant().minus(Duration.ofDays(8))) ? SentFacts.Keeps.YES : SentFacts.Keeps.NO, clock.instant()));
            }
            facts.problem(account.id(), null);
        } catch (Problem problem) {
            facts.problem(account.id(), problem.reason());
            throw problem;
        }
        return facts.of(account.id());
    }

    /** Of the last week, but a minute ago at least, when every provider shows it. No copy of it was made: it is not known whether one is needed. */
    private Optional<Message> lastSent(Account account) {
        var now = clock.instant();
        return db.withHandle(h -> h.createQuery("SELECT id FROM message WHERE account_id = :id AND state = 'sent' AND sent_at > :from AND sent_at < :to ORDER BY sent_at DESC LIMIT 1")
                .bind("id", account.id()).bind("from", now.minus(Duration.ofDays(7)).toEpochMilli()).bind("to", now.minus(Duration.ofMinutes(1)).toEpochMilli())
                .mapTo(Long.class).findOne()).flatMap(messages::find);
    }
}
