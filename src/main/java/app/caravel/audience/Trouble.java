package app.caravel.audience;

import java.util.Locale;

/** What can be the matter with an address on a list, the gravest first. A person counts under one of them. */
public enum Trouble {
    /** A row of the list's last import that held no address. Nobody in the list is meant. */
    NOT_AN_ADDRESS,
    UNSUBSCRIBED,
    COMPLAINED,
    /** On the suppression list by our own doing (by hand, from a file, with its whole domain), or because he had himself erased. */
    SUPPRESSED,
    /** A mail came back and none has gone through since. */
    BOUNCED,
    /** Nearly the domain of a well-known provider; the one that was meant is proposed. */
    MISTYPED,
    /** The domain has no mail server and no address, or says that it takes no mail. */
    NO_MAIL_SERVER,
    /** The same person is in the list under another address. */
    TWICE,
    THROW_AWAY,
    /** A mailbox of a function, like info@ or sales@. */
    ROLE_BOX,
    /** Written to, but not for two years, and no sign of him in that time. */
    SILENT;

    /** As JSON and texts spell it: lower case. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
