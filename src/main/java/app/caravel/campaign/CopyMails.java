package app.caravel.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import app.caravel.account.Account;
import app.caravel.account.Paces;
import app.caravel.campaign.invitation.CalendarFile;
import app.caravel.campaign.invitation.Invitations;
import app.caravel.content.CompiledContent;
import app.caravel.content.Tracking;
import app.caravel.content.pictures.PictureStore;
import app.caravel.smtp.EncodedFile;
import app.caravel.smtp.MimeWriter;
import app.caravel.smtp.OutgoingMail;
import app.caravel.store.Database;
import app.caravel.store.Json;

/**
 * Sent mails once more as whole mails, for the sender's own Sent folder: with the Message-ID, the date and the files that they
 * left with, put together from what is kept. Not byte for byte: links lead straight to their destinations and there is no
 * pixel, so that looking at one's own copy counts as nobody's opening.
 */
public final class CopyMails {

    private final Jdbi db;
    private final Campaigns campaigns;
    private final ContentVersions contents;
    private final Attachments attachments;
    private final PictureStore pictures;
    private final Invitations invitations;
    private final Paces paces;
    private @Nullable Long lastId;
    private @Nullable CompiledContent last;

    public CopyMails(Database database, Campaigns campaigns, Attachments attachments, PictureStore pictures, Invitations invitations, Paces paces, Clock clock) {
        this.db = database.jdbi();
        this.campaigns = campaigns;
        this.contents = new ContentVersions(database, clock);
        this.attachments = attachments;
        this.pictures = pictures;
        this.invitations = invitations;
        this.paces = paces;
    }

    /**
     * The mail of a message as bytes; nothing where it was never made, or its recipient was erased.
     *
     * @throws app.caravel.reason.Problem where a file that went along is gone
     */
    public Optional<byte[]> of(Message message, Account account) {
        var content = content(message);
        if (content == null || message.contactId() < 0 || message.sentAt() == null) {
            return Optional.empty();
        }
        var values = message.merge();
        var rendered = content.render(values, Tracking.none());
        var shown = MailPictures.of(rendered.html(), pictures);
        var from = account.withFromName(new SenderName(account.fromName()).of(values));
        var name = message.recipientName() == null ? "" : message.recipientName();
        return Optional.of(MimeWriter.write(new OutgoingMail(
                new OutgoingMail.Mailbox(from.fromName(), from.fromAddress()), new OutgoingMail.Mailbox(name, message.envelope()),
                rendered.subject(), shown.addressed(rendered.html()), rendered.text(), message.messageId(),
                HexFormat.of().formatHex(message.randomId()), message.sentAt().atZone(ZoneId.systemDefault()),
                null, shown.in(rendered.html()), files(message, from, name, message.sentAt()), paces.of(account.id()).replyTo())));
    }

    /** The mails of a campaign come one after another, and most are made of the same. */
    private @Nullable CompiledContent content(Message message) {
        if (message.contentId() == null || !message.contentId().equals(lastId)) {
            last = contents.of(message).orElse(null);
            lastId = message.contentId();
        }
        return last;
    }

    private List<OutgoingMail.File> files(Message message, Account from, String name, Instant sentAt) {
        var files = new ArrayList<OutgoingMail.File>();
        kept(message.id()).forEach(file -> files.add(new OutgoingMail.File(file.name(), file.mediaType(), attachments.encoded(file))));
        var campaign = campaigns.find(message.campaignId()).orElseThrow();
        invitations.of(campaign.id()).ifPresent(invitation -> files.add(new OutgoingMail.File(CalendarFile.NAME, CalendarFile.mediaType(invitation),
                EncodedFile.of(CalendarFile.write(invitation, from, new CalendarFile.Guest(name, message.recipient()), Enclosures.uid(campaign), sentAt)))));
        return files;
    }

    private List<Attachments.Kept> kept(long messageId) {
        return db.withHandle(h -> h.createQuery("SELECT attachments FROM message WHERE id = :id AND attachments IS NOT NULL").bind("id", messageId).mapTo(String.class).findOne())
                .map(json -> Json.read(json, new TypeReference<List<Attachments.Kept>>() {})).orElse(List.of());
    }
}
