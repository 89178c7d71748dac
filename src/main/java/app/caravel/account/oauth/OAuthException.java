package app.caravel.account.oauth;

import app.caravel.reason.Reason;

/** The issuer did not let in. */
public final class OAuthException extends Exception {

    /** What can be done about it. */
    public enum Kind {
        /** Sign in again: what was given once is good no more. */
        AGAIN,
        /** The person, or the administrator, must act. */
        REFUSED,
        /** Not reached, or it broke off: perhaps later. */
        PASSING
    }

    private final Kind kind;
    private final transient Reason reason;

    OAuthException(Kind kind, Reason reason) {
        super(reason.toString());
        this.kind = kind;
        this.reason = reason;
    }

    OAuthException(Kind kind, Reason reason, Exception cause) {
        super(reason.toString(), cause);
        this.kind = kind;
        this.reason = reason;
    }

    public Kind kind() {
        return kind;
    }

    public Reason reason() {
        return reason;
    }
}
