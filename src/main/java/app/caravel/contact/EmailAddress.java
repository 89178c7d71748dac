package app.caravel.contact;

import java.util.Locale;
import java.util.Optional;

/**
 * A mail address that satisfies RFC 5321, 5322 and 6531. Two ways of writing one mailbox have the same
 * {@link #canonical()}; compare by that, not by {@code equals}.
 *
 * @param written as the person or file wrote it; mail goes to this one
 */
public record EmailAddress(String written) {

    public EmailAddress {
        if (!AddressSyntax.isAddress(written)) {
            throw new IllegalArgumentException("no mail address");
        }
    }

    /** The address in a text that holds nothing else (white space around it is let go), or nothing where it breaks a rule. */
    public static Optional<EmailAddress> parse(String text) {
        var stripped = text.strip();
        return AddressSyntax.isAddress(stripped) ? Optional.of(new EmailAddress(stripped)) : Optional.empty();
    }

    /** Lower case, with an international domain in A-labels: the key of a person. */
    public String canonical() {
        return AddressSyntax.composed(local()).toLowerCase(Locale.ROOT) + "@" + domain();
    }

    /**
     * The mailbox that a canonical address leads to: Gmail lets go dots and what follows a plus (Google's help, "Dots don't
     * matter in Gmail addresses"); of others nothing is known.
     */
    public static String mailbox(String canonical) {
        int at = canonical.lastIndexOf('@');
        var domain = canonical.substring(at + 1);
        if (!domain.equals("gmail.com") && !domain.equals("googlemail.com")) {
            return canonical;
        }
        var local = canonical.substring(0, at).toLowerCase(Locale.ROOT);
        int plus = local.indexOf('+');
        return (plus > 0 ? local.substring(0, plus) : local).replace(".", "") + "@gmail.com";
    }

    /** What SMTP takes in RCPT TO: the local part as written, the domain in A-labels. */
    public String envelope() {
        return local() + "@" + domain();
    }

    /** The part before the at sign, as written. */
    public String local() {
        return written.substring(0, at());
    }

    /** The part after the at sign as the DNS knows it: lower case, in A-labels. */
    public String domain() {
        return AddressSyntax.asciiDomain(written.substring(at() + 1)).orElseThrow();
    }

    private int at() {
        return written.lastIndexOf('@');
    }

    @Override
    public String toString() {
        return written;
    }
}
