package app.caravel.campaign;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

import app.caravel.account.route.Ends;
import app.caravel.contact.SuppressionSql;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.smtp.SmtpReply;
import app.caravel.store.Database;
import app.caravel.store.Json;
import app.caravel.store.Statements;
import app.caravel.store.StoreProblems;
import app.caravel.store.WriteQueue;

/**
 * The ledger, written: the only class that moves a message from one state to another. Every move is one conditional
 * UPDATE and one row of {@code transition} in the same transaction, so that a state is never skipped and never taken twice.
 *
 * <p>What is durable: a row is {@code sending} on disk before the final dot of its DATA, and {@code sent} with the server's
 * answer after it. Both survive {@code kill -9}, and a power loss on a disk that keeps its promise (synchronous=FULL).
 */
public final class Ledger {

    /**
     * What a mail was made of, kept with its row before it leaves.
     *
     * @param line the addresses that it leaves by, as {@code transition.line} has them
     */
    record Starting(long id, long contentId, String merge, String attachments, @Nullable Integer bytes, @Nullable String line) {

        Starting(long id, long contentId, String merge, String attachments) {
            this(id, contentId, merge, attachments, null, null);
        }

        /** With the size of the mail as it leaves, and by which line. */
        Starting of(int size, @Nullable Ends ends) {
            return new Starting(id, contentId, merge, attachments, size, ends == null ? null : ends.server() == null ? ends.client() : ends.client() + " " + ends.server());
        }
    }

    /** How an attempt ended. */
    sealed interface Finished {
        long id();

        record Sent(long id, SmtpReply reply) implements Finished {}

        record Deferred(long id, Instant until, SmtpReply reply) implements Finished {}

        record Failed(long id, @Nullable SmtpReply reply, @Nullable Reason why) implements Finished {}

        /** It never reached the server: it may go again. */
        record Requeued(long id, Reason why) implements Finished {}

        record Doubtful(long id, Reason why) implements Finished {}
    }

    /** Whether a row's address must not be written to, or its recipient was erased. */
    private static final String SUPPRESSED = "(message.contact_id < 0 OR " + SuppressionSql.suppressed("message.address") + ")";

    /** Why a row whose address must not be written to any more is left out. */
    static final Reason MEANWHILE = Reason.of("campaign.suppressed-meanwhile");

    private final WriteQueue writer;
    private final Statements often = new Statements();
    private final Clock clock;

    public Ledger(Database database, Clock clock) {
        this.writer = database.writer();
        this.clock = clock;
    }

    /**
     * Records how one attempt ended and that the next one begins, in one transaction. The future is true when the next
     * mail is {@code sending} on disk and may leave; false when it must not (suppressed, cancelled or held meanwhile).
     */
    CompletableFuture<Boolean> advance(@Nullable Finished finished, @Nullable Starting next) {
        var now = clock.instant();
        return writer.submit(connection -> {
            if (finished != null) {
                finish(connection, finished, now);
            }
            return next != null && start(connection, next, now);
        });
    }

    private static final String START = """
            UPDATE message SET state = 'sending', since = ?1, attempts = attempts + 1, content_id = ?2, merge = ?3, attachments = ?4, bytes = ?5
            WHERE id = ?6 AND state = 'queued' AND (not_after IS NULL OR not_after > ?1) AND NOT\s""" + SUPPRESSED;
    private static final String STARTED = "INSERT INTO transition (message_id, at, state, line) VALUES (?, ?, 'sending', ?)";

    private boolean start(Connection connection, Starting next, Instant now) throws SQLException {
        var update = often.get(connection, START);
        update.setLong(1, now.toEpochMilli());
        update.setLong(2, next.contentId());
        update.setString(3, next.merge());
        update.setString(4, next.attachments());
        update.setObject(5, next.bytes());
        update.setLong(6, next.id());
        if (update.executeUpdate() == 1) {
            var step = often.get(connection, STARTED);
            step.setLong(1, next.id());
            step.setLong(2, now.toEpochMilli());
            step.setString(3, next.line());
            step.executeUpdate();
            return true;
        }
        leaveOutIfSuppressed(connection, next.id(), now);
        return false;
    }

    /** No row of an address that must not be written to stays in the queue. */
    private void leaveOutIfSuppressed(Connection connection, long id, Instant now) throws SQLException {
        if (move(connection, id, MessageState.QUEUED, MessageState.SUPPRESSED, now, null, MEANWHILE, " AND " + SUPPRESSED)) {
            step(connection, id, now, MessageState.SUPPRESSED, null, MEANWHILE);
        }
    }

    private void finish(Connection connection, Finished finished, Instant now) throws SQLException {
        switch (finished) {
            case Finished.Sent sent -> sent(connection, sent, now);
            case Finished.Deferred deferred -> {
                moveAndStep(connection, deferred.id(), MessageState.SENDING, MessageState.DEFERRED, now, deferred.reply(), null);
                try (var update = connection.prepareStatement("UPDATE message SET not_before = ? WHERE id = ? AND state = 'deferred'")) {
                    update.setLong(1, deferred.until().toEpochMilli());
                    update.setLong(2, deferred.id());
                    update.executeUpdate();
                }
            }
            case Finished.Failed failed ->
                moveAndStep(connection, failed.id(), MessageState.SENDING, MessageState.FAILED, now, failed.reply(), failed.why());
            case Finished.Requeued requeued -> {
                moveAndStep(connection, requeued.id(), MessageState.SENDING, MessageState.QUEUED, now, null, requeued.why());
                leaveOutIfSuppressed(connection, requeued.id(), now);
            }
            case Finished.Doubtful doubtful ->
                moveAndStep(connection, doubtful.id(), MessageState.SENDING, MessageState.IN_DOUBT, now, null, doubtful.why());
        }
    }

    private static final String SENT = """
            UPDATE message SET state = 'sent', since = ?1, sent_at = ?1, reply_code = ?2, reply = ?3, reason = NULL
            WHERE id = ?4 AND state = 'sending'""";
    private static final String TAKEN = "INSERT INTO transition (message_id, at, state, reply_code, reply) VALUES (?, ?, 'sent', ?, ?)";

    private void sent(Connection connection, Finished.Sent sent, Instant now) throws SQLException {
        var update = often.get(connection, SENT);
        update.setLong(1, now.toEpochMilli());
        update.setInt(2, sent.reply().code());
        update.setString(3, sent.reply().text());
        update.setLong(4, sent.id());
        if (update.executeUpdate() == 1) {
            var step = often.get(connection, TAKEN);
            step.setLong(1, sent.id());
            step.setLong(2, now.toEpochMilli());
            step.setInt(3, sent.reply().code());
            step.setString(4, sent.reply().text());
            step.executeUpdate();
        }
    }

    /** Puts people into the ledger, in transactions of at most 5,000 rows. Who is in it already stays as he is. */
    void queue(long campaignId, Iterable<NewMessage> people) {
        new NewRows(writer, campaignId, clock.instant()).add(people);
    }

    static @Nullable String json(@Nullable Reason why) {
        return why == null ? null : Json.write(why);
    }

    static @Nullable Long millis(@Nullable Instant at) {
        return at == null ? null : at.toEpochMilli();
    }

    /** A queued message with another time to leave. */
    record Replanned(long id, Schedule.Slot slot) {}

    /** Gives queued messages whose window has closed their next one. */
    void replan(List<Replanned> rows) {
        var now = clock.instant();
        var why = Reason.of("campaign.next-window");
        await(writer.submit(connection -> {
            try (var update = connection.prepareStatement("UPDATE message SET not_before = ?, not_after = ? WHERE id = ? AND state = 'queued'")) {
                for (var row : rows) {
                    update.setObject(1, millis(row.slot().notBefore()));
                    update.setObject(2, millis(row.slot().notAfter()));
                    update.setLong(3, row.id());
                    if (update.executeUpdate() == 1) {
                        step(connection, row.id(), now, MessageState.QUEUED, null, why);
                    }
                }
                return rows.size();
            }
        }));
    }

    /** Lets a held message go. False where it is held no more. */
    boolean letGo(long messageId, Reason why, Schedule.Slot slot) {
        var now = clock.instant();
        return await(writer.submit(connection -> {
            boolean done = moveAndStep(connection, messageId, MessageState.HELD, MessageState.QUEUED, now, null, why);
            if (done) {
                place(connection, messageId, slot);
                leaveOutIfSuppressed(connection, messageId, now);
            }
            return done;
        }));
    }

    /** A held message waits on, for this reason and until then. */
    void holdOn(long messageId, Manners.Hold hold) {
        await(writer.submit(connection -> {
            try (var update = connection.prepareStatement("UPDATE message SET reason = ?, not_before = ? WHERE id = ? AND state = 'held'")) {
                update.setString(1, Json.write(hold.why()));
                update.setObject(2, millis(hold.until()));
                update.setLong(3, messageId);
                return update.executeUpdate();
            }
        }));
    }

    /** Those who failed are queued again, for a person's asking, each for his next hours. Returns how many. */
    int sendAgain(Collection<Replanned> failed) {
        var now = clock.instant();
        var why = Reason.of("campaign.again");
        return await(writer.submit(connection -> {
            int moved = 0;
            try (var update = connection.prepareStatement("UPDATE message SET attempts = 0 WHERE id = ?")) {
                for (var row : failed) {
                    if (moveAndStep(connection, row.id(), MessageState.FAILED, MessageState.QUEUED, now, null, why)) {
                        update.setLong(1, row.id());
                        update.executeUpdate();
                        place(connection, row.id(), row.slot());
                        leaveOutIfSuppressed(connection, row.id(), now);
                        moved++;
                    }
                }
            }
            return moved;
        }));
    }

    /** What was to leave by an account that is gone leaves by another. */
    int moveTo(long campaignId, long goneAccount, long account) {
        return await(writer.submit(connection -> {
            try (var update = connection.prepareStatement("UPDATE message SET account_id = ? WHERE campaign_id = ? AND account_id = ? AND state IN ('held', 'queued', 'deferred')")) {
                update.setLong(1, account);
                update.setLong(2, campaignId);
                update.setLong(3, goneAccount);
                return update.executeUpdate();
            }
        }));
    }

    private static void place(Connection connection, long id, Schedule.Slot slot) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE message SET not_before = ?, not_after = ? WHERE id = ? AND state = 'queued'")) {
            update.setObject(1, millis(slot.notBefore()));
            update.setObject(2, millis(slot.notAfter()));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** After a crash: what was being handed over is in doubt. Only the holder of the campaign's lock may call it. */
    int doubtWhatWasSending(long campaignId) {
        return moveAll(campaignId, "sending", MessageState.IN_DOUBT, Reason.of("campaign.interrupted"), "");
    }

    /** Deferred messages whose time has come go back into the queue. */
    int requeueDue(long campaignId) {
        var due = " AND not_before <= " + clock.millis();
        moveAll(campaignId, "deferred", MessageState.SUPPRESSED, MEANWHILE, due + " AND " + SUPPRESSED);
        return moveAll(campaignId, "deferred", MessageState.QUEUED, null, due + " AND NOT " + SUPPRESSED);
    }

    /** Nothing more of this campaign goes out. */
    int cancel(long campaignId) {
        return moveAll(campaignId, "queued", MessageState.CANCELLED, null, "")
                + moveAll(campaignId, "deferred", MessageState.CANCELLED, null, "")
                + moveAll(campaignId, "held", MessageState.CANCELLED, null, "");
    }

    /** A person's decision on a message in doubt. False where it is in doubt no more. */
    boolean decide(long messageId, Decision decision) {
        var now = clock.instant();
        return await(writer.submit(connection -> {
            var to = switch (decision) {
                case WAS_SENT -> MessageState.SENT;
                case SEND_AGAIN -> MessageState.QUEUED;
                case LEAVE -> MessageState.CANCELLED;
            };
            var done = moveAndStep(connection, messageId, MessageState.IN_DOUBT, to, now, null, Reason.of("campaign.decided"));
            if (done) {
                leaveOutIfSuppressed(connection, messageId, now);
            }
            if (done && to == MessageState.SENT) {
                try (var update = connection.prepareStatement("UPDATE message SET sent_at = coalesce(sent_at, since) WHERE id = ?")) {
                    update.setLong(1, messageId);
                    update.executeUpdate();
                }
            }
            return done;
        }));
    }

    /**
     * Makes rows nobody's, in the caller's transaction: address, name, values, attachments, ids and the servers' words go;
     * states, times and codes stay. What waits is cancelled.
     *
     * @return how many were cancelled
     */
    int erase(Handle h, Collection<Long> messages, Instant at) {
        var these = Json.write(messages);
        int cancelled = h.createUpdate("""
                INSERT INTO transition (message_id, at, state, reason) SELECT id, :at, 'cancelled', :why FROM message
                WHERE id IN (SELECT value FROM json_each(:these)) AND state IN ('held', 'queued', 'deferred')""")
            .bind("at", at.toEpochMilli()).bind("why", Json.write(Reason.of("erasure.mail"))).bind("these", these).execute();
        h.createUpdate("""
                UPDATE message SET since = CASE WHEN state IN ('held', 'queued', 'deferred') THEN :at ELSE since END,
                    not_before = NULL, state = CASE WHEN state IN ('held', 'queued', 'deferred') THEN 'cancelled' ELSE state END,
                    contact_id = -id, address = 'erased-' || id || '@erased.invalid', recipient = 'erased-' || id || '@erased.invalid', recipient_name = NULL,
                    random_id = randomblob(10), message_id = '<erased-' || id || '@erased.invalid>', reply = NULL, reason = :why, merge = NULL, attachments = NULL
                WHERE id IN (SELECT value FROM json_each(:these)) AND state <> 'sending'""")
            .bind("at", at.toEpochMilli()).bind("why", Json.write(Reason.of("erasure.mail"))).bind("these", these).execute();
        h.createUpdate("UPDATE transition SET reply = NULL, reason = NULL WHERE message_id IN (SELECT value FROM json_each(:these))").bind("these", these).execute();
        return cancelled;
    }

    /** What a person says of a mail in doubt. */
    public enum Decision { WAS_SENT, SEND_AGAIN, LEAVE }

    private int moveAll(long campaignId, String from, MessageState to, @Nullable Reason why, String further) {
        var now = clock.instant();
        var json = why == null ? null : Json.write(why);
        return await(writer.submit(connection -> {
            try (var steps = connection.prepareStatement("INSERT INTO transition (message_id, at, state, reason) SELECT id, ?, ?, ? FROM message"
                    + " WHERE campaign_id = ? AND state = ?" + further);
                    var update = connection.prepareStatement("UPDATE message SET state = ?, since = ?, not_before = NULL, reason = ?"
                            + " WHERE campaign_id = ? AND state = ?" + further)) {
                steps.setLong(1, now.toEpochMilli());
                steps.setString(2, to.key());
                steps.setString(3, json);
                steps.setLong(4, campaignId);
                steps.setString(5, from);
                steps.executeUpdate();
                update.setString(1, to.key());
                update.setLong(2, now.toEpochMilli());
                update.setString(3, json);
                update.setLong(4, campaignId);
                update.setString(5, from);
                return update.executeUpdate();
            }
        }));
    }

    private boolean moveAndStep(Connection connection, long id, MessageState from, MessageState to, Instant now,
            @Nullable SmtpReply reply, @Nullable Reason why) throws SQLException {
        boolean moved = move(connection, id, from, to, now, reply, why, "");
        if (moved) {
            step(connection, id, now, to, reply, why);
        }
        return moved;
    }

    private static boolean move(Connection connection, long id, MessageState from, MessageState to, Instant now,
            @Nullable SmtpReply reply, @Nullable Reason why, String further) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE message SET state = ?, since = ?, reply_code = ?, reply = ?, reason = ?"
                + " WHERE id = ? AND state = ?" + further)) {
            update.setString(1, to.key());
            update.setLong(2, now.toEpochMilli());
            answer(update, 3, reply, why);
            update.setLong(6, id);
            update.setString(7, from.key());
            return update.executeUpdate() == 1;
        }
    }

    private static final String STEP = "INSERT INTO transition (message_id, at, state, reply_code, reply, reason) VALUES (?, ?, ?, ?, ?, ?)";

    private void step(Connection connection, long id, Instant now, MessageState state, @Nullable SmtpReply reply, @Nullable Reason why) throws SQLException {
        var insert = often.get(connection, STEP);
        insert.setLong(1, id);
        insert.setLong(2, now.toEpochMilli());
        insert.setString(3, state.key());
        answer(insert, 4, reply, why);
        insert.executeUpdate();
    }

    private static void answer(PreparedStatement statement, int at, @Nullable SmtpReply reply, @Nullable Reason why) throws SQLException {
        statement.setObject(at, reply == null ? null : (Object) reply.code());
        statement.setString(at + 1, reply == null ? null : reply.text());
        statement.setString(at + 2, why == null ? null : Json.write(why));
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new Problem(Reason.of(StoreProblems.isDiskFull(e) ? "campaign.disk-full" : "campaign.ledger"), e.getCause());
        }
    }
}
