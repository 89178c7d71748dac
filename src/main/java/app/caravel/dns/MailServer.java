package app.caravel.dns;

import java.util.List;

/** Where mail for a domain goes, by RFC 5321 section 5.1. */
public sealed interface MailServer {

    /**
     * Mail has somewhere to go.
     *
     * @param hosts lower case, without the dot at the end, the preferred first; the domain itself where it has no MX but an address
     */
    record Found(List<String> hosts) implements MailServer {
        public Found {
            hosts = List.copyOf(hosts);
        }
    }

    /** The domain is not there, or has neither a mail server nor an address. */
    record None() implements MailServer {}

    /** The domain says that it takes no mail (RFC 7505). */
    record NullMx() implements MailServer {}

    /** No answer, or one that says nothing: never a reason to leave anybody out. */
    record Unknown() implements MailServer {}

    /** Whether it is sure that no mail can get there. */
    default boolean takesNoMail() {
        return this instanceof None || this instanceof NullMx;
    }
}
