package app.caravel.smtp;

/**
 * A server's answer (RFC 5321 section 4.2).
 *
 * @param code three digits, e.g. 250; 0 where the connection gave none
 * @param text the answer as it came, code included, lines joined by a space
 */
public record SmtpReply(int code, String text) {

    public SmtpReply {
        text = text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    public boolean isTemporary() {
        return code >= 400 && code < 500;
    }

    public boolean isPermanent() {
        return code >= 500;
    }
}
