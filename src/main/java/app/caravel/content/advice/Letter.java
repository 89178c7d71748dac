package app.caravel.content.advice;

import app.caravel.content.Rendered;

/**
 * A mail as one reader gets it, and what is known of its sending.
 *
 * @param text its plain text
 * @param personal whether its source says anything to the reader alone: a merge field beside the link to unsubscribe
 * @param unsubscribes whether a reader can unsubscribe in it
 */
public record Letter(String subject, String html, String text, boolean personal, boolean unsubscribes, Sender sender, Readers readers) {

    /**
     * Who sends it.
     *
     * @param name as readers see it, may be empty
     */
    public record Sender(String name, String address) {}

    /**
     * Who gets it.
     *
     * @param people how many
     * @param named how many of them have a name
     */
    public record Readers(int people, int named) {

        /** So many are no longer written to one by one. */
        boolean areMany() {
            return people > 20;
        }
    }

    public static Letter of(Rendered mail, boolean personal, boolean unsubscribes, Sender sender, Readers readers) {
        return new Letter(mail.subject(), mail.html(), mail.text(), personal, unsubscribes, sender, readers);
    }
}
