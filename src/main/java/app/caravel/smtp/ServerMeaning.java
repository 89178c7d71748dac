package app.caravel.smtp;

import java.util.Locale;

import app.caravel.reason.Reason;

/** What a server's answer means for the salesperson. {@link ServerWords} reads it out of the words. */
public enum ServerMeaning {
    /** Taken by the server that was asked; says nothing of the recipient's mailbox. */
    TAKEN(Concerns.NOTHING),
    NO_SUCH_USER(Concerns.RECIPIENT),
    MAILBOX_OFF(Concerns.RECIPIENT),
    MAILBOX_FULL(Concerns.RECIPIENT),
    NO_SUCH_DOMAIN(Concerns.RECIPIENT),
    BAD_ADDRESS(Concerns.RECIPIENT),
    /** This one recipient was written to too often, by whomever. */
    RECIPIENT_BUSY(Concerns.RECIPIENT),
    GREYLISTED(Concerns.RECIPIENT),
    THEIR_SERVER_BUSY(Concerns.RECIPIENT),
    NOT_ALLOWED_THERE(Concerns.RECIPIENT),
    TOO_LONG_UNDERWAY(Concerns.RECIPIENT),
    TOO_BIG(Concerns.CONTENT),
    CONTENT(Concerns.CONTENT),
    BAD_LINK(Concerns.CONTENT),
    /** Too many in a short time. */
    TOO_FAST(Concerns.ACCOUNT),
    /** The account's or the domain's limit of the day. */
    LIMIT(Concerns.ACCOUNT),
    BLOCKED_ACCOUNT(Concerns.ACCOUNT),
    SIGN_IN(Concerns.ACCOUNT),
    NO_PASSWORDS(Concerns.ACCOUNT),
    SENDER_REFUSED(Concerns.ACCOUNT),
    RELAY(Concerns.ACCOUNT),
    UNPROVEN_DOMAIN(Concerns.DOMAIN),
    REPUTATION(Concerns.DOMAIN),
    POLICY(Concerns.DOMAIN),
    ENCRYPTION(Concerns.ACCOUNT),
    TOO_MANY_CONNECTIONS(Concerns.ACCOUNT),
    /** Put off, and it did not say why. */
    LATER(Concerns.NOTHING),
    /** Refused, and it did not say why. */
    REFUSED(Concerns.NOTHING);

    /** Whose affair it is: what has to be mended, or whom it is about. */
    public enum Concerns { NOTHING, RECIPIENT, CONTENT, ACCOUNT, DOMAIN }

    private final Concerns concerns;

    ServerMeaning(Concerns concerns) {
        this.concerns = concerns;
    }

    public Concerns concerns() {
        return concerns;
    }

    /** One sentence, in plain words. */
    public Reason reason() {
        return Reason.of("smtp.means." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
