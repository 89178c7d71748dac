package app.caravel.campaign.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;
import app.caravel.smtp.ServerMeaning;
import app.caravel.smtp.ServerWords;
import app.caravel.smtp.SmtpReply;

/**
 * Stops one account before its domain suffers: at once where the server speaks of the account, else where too many of the
 * last mails were refused. Not shared by processes: what it decides is.
 */
public final class Breaker {

    /**
     * What it decides.
     *
     * @param rest how long; null: until a person lets it go on
     */
    public record Trip(Reason why, @Nullable Duration rest) {

        /** The reason with the time at which it is over. */
        public Reason until(Instant at) {
            var arguments = new LinkedHashMap<>(why.arguments());
            arguments.put("at", at.toEpochMilli());
            return new Reason(why.key(), arguments);
        }
    }

    private static final int LAST = 50;
    private static final int SPAM_WITHIN = 20;
    private static final int SPAM = 3;
    private static final int TOO_MANY = 20;
    /** So many goodbyes (421) in a row are no single mail's matter; greylisting says 450 or 451. */
    private static final int GOODBYES = 20;
    private static final Duration[] RATE_RESTS = {Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24)};
    private static final Duration LIMIT_REST = Duration.ofHours(24);

    private enum Outcome { TAKEN, SPAM, POLICY, REFUSED }

    private final String address;
    private final ArrayDeque<Outcome> last = new ArrayDeque<>();
    private int ratesInARow;
    private int goodbyesInARow;

    /** @param address the account's own, for the sentences */
    public Breaker(String address) {
        this.address = address;
    }

    /** The server took a mail. */
    public synchronized void taken() {
        ratesInARow = 0;
        goodbyesInARow = 0;
        note(Outcome.TAKEN);
    }

    /** The server refused a mail. Returns what to do with the account, or null where it may go on. */
    public synchronized @Nullable Trip refused(SmtpReply reply) {
        var meaning = ServerWords.read(reply);
        switch (meaning) {
            case TOO_FAST, TOO_MANY_CONNECTIONS -> {
                return new Trip(why("breaker.rate", reply, 1), RATE_RESTS[Math.min(ratesInARow++, RATE_RESTS.length - 1)]);
            }
            case LIMIT -> {
                return new Trip(why("breaker.limit", reply, 1), LIMIT_REST);
            }
            case BLOCKED_ACCOUNT, NO_PASSWORDS, SIGN_IN -> {
                return new Trip(why("breaker.account", reply, 1), null);
            }
            default -> { }
        }
        if (reply.code() == 421 && ++goodbyesInARow >= GOODBYES) {
            goodbyesInARow = 0;
            return new Trip(why("breaker.goodbyes", reply, GOODBYES), RATE_RESTS[Math.min(ratesInARow++, RATE_RESTS.length - 1)]);
        }
        if (reply.isTemporary()) {
            return null; // this mail alone is to be tried again
        }
        return switch (meaning) {
            case CONTENT, BAD_LINK -> after(Outcome.SPAM, "breaker.spam", reply);
            case UNPROVEN_DOMAIN, REPUTATION, POLICY, RELAY, SENDER_REFUSED -> after(Outcome.POLICY, "breaker.policy", reply);
            default -> tooMany(Outcome.REFUSED, reply);
        };
    }

    /** Whether an answer speaks of the account, so that the mail itself has done nothing. */
    public static boolean isOfTheAccount(SmtpReply reply) {
        return switch (ServerWords.read(reply)) {
            case TOO_FAST, TOO_MANY_CONNECTIONS, LIMIT, BLOCKED_ACCOUNT, NO_PASSWORDS, SIGN_IN -> true;
            default -> false;
        };
    }

    /** Whether the day's limit is reached. */
    public static boolean isOfTheDay(SmtpReply reply) {
        return ServerWords.read(reply) == ServerMeaning.LIMIT;
    }

    /** Forgets what was: a person let the account go on. */
    public synchronized void reset() {
        last.clear();
        ratesInARow = 0;
        goodbyesInARow = 0;
    }

    private @Nullable Trip after(Outcome outcome, String key, SmtpReply reply) {
        note(outcome);
        int n = (int) last.reversed().stream().limit(SPAM_WITHIN).filter(outcome::equals).count();
        return n >= SPAM ? new Trip(why(key, reply, n), null) : tooMany(reply);
    }

    private @Nullable Trip tooMany(Outcome outcome, SmtpReply reply) {
        note(outcome);
        return tooMany(reply);
    }

    private @Nullable Trip tooMany(SmtpReply reply) {
        int refused = (int) last.stream().filter(outcome -> outcome != Outcome.TAKEN).count();
        return refused >= TOO_MANY ? new Trip(Reason.of("breaker.refusals", "address", address, "answer", reply.text(), "n", refused, "of", last.size()), null) : null;
    }

    private void note(Outcome outcome) {
        last.addLast(outcome);
        if (last.size() > LAST) {
            last.removeFirst();
        }
    }

    private Reason why(String key, SmtpReply reply, int n) {
        return Reason.of(key, "address", address, "answer", reply.text(), "n", n);
    }
}
