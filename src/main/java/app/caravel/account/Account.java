package app.caravel.account;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * A mailbox to send from. Its password is with {@link Secrets}, never here.
 *
 * @param id 0 while it is not kept yet
 * @param fromName what readers see, may be empty; merge fields may stand in it
 * @param user null: no sign-in
 * @param perHour mails an hour at most; 0: no limit
 * @param perDay mails in 24 hours at most; 0: no limit
 * @param testedAt null: never tested
 * @param testProblem why the last test failed; null: it was fine
 */
public record Account(
        long id,
        String name,
        String fromName,
        String fromAddress,
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String imapHost,
        int imapPort,
        int perHour,
        int perDay,
        @Nullable Instant testedAt,
        @Nullable Reason testProblem) {

    public Account withFromName(String name) {
        return new Account(id, this.name, name, fromAddress, host, port, security, user, imapHost, imapPort, perHour, perDay, testedAt, testProblem);
    }

    /** Whether its server is on this computer. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        var lower = host.strip().toLowerCase(Locale.ROOT);
        return lower.equals("localhost") || lower.startsWith("127.") || lower.equals("::1") || lower.equals("[::1]");
    }
}
