package app.caravel.smtp;

/**
 * A server's answer (RFC 5321 section 4.2).
 *
 * @param code three digits, e.g. 250; 0 where the connection gave none
 * @param text the answer as it came, code included, lines joined by a space; what no server needs to say is cut off
 */
public record SmtpReply(int code, String text) {

    /** Some 40 lines of mails' usual answers; one that never ends must not fill the ledger. */
    private static final int LONGEST = 4_000;

    public SmtpReply {
        text = (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text).strip();
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            text = text.replaceAll("\\s*[\\r\\n]+\\s*", " ");
        }
    }

    public boolean isTemporary() {
        return code >= 400 && code < 500;
    }

    public boolean isPermanent() {
        return code >= 500;
    }
}
