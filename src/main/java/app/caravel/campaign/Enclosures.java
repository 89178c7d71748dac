package app.caravel.campaign;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.account.Account;
import app.caravel.campaign.invitation.CalendarFile;
import app.caravel.campaign.invitation.Invitation;
import app.caravel.campaign.invitation.Invitations;
import app.caravel.content.pictures.PictureStore;
import app.caravel.smtp.EncodedFile;
import app.caravel.smtp.OutgoingMail;

/**
 * What goes along with the mails of one campaign: the pictures that it shows, its files, and its appointment. What is the
 * same for all is read and encoded once; a recipient's own file when his mail is made.
 */
final class Enclosures {

    private final MailPictures pictures;
    private final List<Shared> files;
    private final @Nullable Invitation invitation;
    private final String uid;
    private final Attachments attachments;
    private final Clock clock;

    /** A file that everyone gets, under a name that may hold merge fields. */
    private record Shared(Attachments.Kept kept, FileName name, EncodedFile content) {}

    private Enclosures(Campaign campaign, Sources from) {
        this.pictures = MailPictures.of(campaign.contents().stream().map(Campaign::html).collect(Collectors.joining("\n")), from.pictures);
        this.attachments = from.attachments;
        this.files = attachments.of(campaign.id()).stream().map(kept -> new Shared(kept, new FileName(kept.name()), attachments.encoded(kept))).toList();
        this.invitation = from.invitations.of(campaign.id()).orElse(null);
        this.uid = uid(campaign);
        this.clock = from.clock;
    }

    /** Where they come from. */
    record Sources(Attachments attachments, EachFiles each, PictureStore pictures, Invitations invitations, Clock clock) {

        /** @throws app.caravel.reason.Problem where one is gone: no mail can be made without it */
        Enclosures of(Campaign campaign) {
            return new Enclosures(campaign, this);
        }
    }

    /** By which readers' calendars know the campaign's appointment again. */
    static String uid(Campaign campaign) {
        return "campaign-" + campaign.id() + "-" + campaign.createdAt().toEpochMilli() + "@caravel";
    }

    MailPictures pictures() {
        return pictures;
    }

    /** The files of one mail as its row keeps them. */
    List<Attachments.Kept> kept(Map<String, Object> values, List<Attachments.Kept> own) {
        var all = new ArrayList<Attachments.Kept>();
        files.forEach(file -> all.add(file.kept.named(file.name.shown(values))));
        all.addAll(own);
        return all;
    }

    /** The files of one mail as they leave. */
    List<OutgoingMail.File> files(Account from, Message to, Map<String, Object> values, List<Attachments.Kept> own) {
        var all = new ArrayList<OutgoingMail.File>();
        files.forEach(file -> all.add(new OutgoingMail.File(file.name.shown(values), file.kept.mediaType(), file.content)));
        own.forEach(file -> all.add(new OutgoingMail.File(file.name(), file.mediaType(), attachments.encoded(file))));
        if (invitation != null) {
            var guest = new CalendarFile.Guest(to.recipientName() == null ? "" : to.recipientName(), to.recipient());
            all.add(new OutgoingMail.File(CalendarFile.NAME, CalendarFile.mediaType(invitation), EncodedFile.of(CalendarFile.write(invitation, from, guest, uid, clock.instant()))));
        }
        return all;
    }

    /** A recipient's own files, kept in the home. */
    List<Attachments.Kept> keep(List<Path> own) {
        return own.stream().map(attachments::keep).toList();
    }
}
