package app.caravel.smtp;

import java.time.ZonedDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One mail, ready to be written.
 *
 * @param messageId RFC 5322 Message-ID with its angle brackets; it stands in References too, because Outlook.com replaces
 *     the first and returns the second in replies
 * @param caravelId the message's random id, 16 base32 characters; it comes back in bounces
 * @param unsubscribeUrl the RFC 8058 address, or null where mail goes untracked
 * @param replyTo an address that answers go to, null where it is From's
 */
public record OutgoingMail(
        Mailbox from,
        Mailbox to,
        String subject,
        String html,
        String text,
        String messageId,
        String caravelId,
        ZonedDateTime date,
        @Nullable String unsubscribeUrl,
        List<Picture> pictures,
        List<File> files,
        @Nullable String replyTo) {

    /** Answers go to From. */
    public OutgoingMail(Mailbox from, Mailbox to, String subject, String html, String text, String messageId, String caravelId, ZonedDateTime date,
            @Nullable String unsubscribeUrl, List<Picture> pictures, List<File> files) {
        this(from, to, subject, html, text, messageId, caravelId, date, unsubscribeUrl, pictures, files, null);
    }

    /** A name and an address; the name may be empty. */
    public record Mailbox(String name, String address) {}

    /**
     * A picture that the HTML shows from within the mail.
     *
     * @param contentId as {@code cid:} speaks of it, without angle brackets
     */
    public record Picture(String contentId, String mediaType, EncodedFile content) {}

    /** A file that goes along. */
    public record File(String name, String mediaType, EncodedFile content) {}
}
