package app.caravel.account.health;

import java.util.List;

import app.caravel.reason.Reason;

/**
 * Something that large receivers ask of who sends much.
 *
 * @param key names it: {@code domain.rule.<key>}
 * @param why what the mark rests on
 */
public record Rule(String key, List<Receiver> by, Mark mark, Reason why) {

    /** Whether it is kept. */
    public enum Mark {
        YES,
        NO,
        /** Cannot be seen from a desktop. */
        UNKNOWN
    }

    /** Who asks it. */
    public enum Receiver {
        GMAIL("Gmail", "2024-02", "support.google.com/a/answer/14229414, support.google.com/mail/answer/81126"),
        YAHOO("Yahoo", "2024-02", "spamresource.com 2024-06"),
        MICROSOFT("Outlook.com", "2025-05-05", "Outlook postmaster, 550 5.7.515");

        private final String name;
        private final String since;
        private final String source;

        Receiver(String name, String since, String source) {
            this.name = name;
            this.since = since;
            this.source = source;
        }

        public String shown() {
            return name;
        }

        /** Since when, as a date. */
        public String since() {
            return since;
        }

        public String source() {
            return source;
        }
    }
}
