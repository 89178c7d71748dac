package app.caravel.campaign;

import java.util.List;

import app.caravel.content.pictures.PictureStore;
import app.caravel.smtp.OutgoingMail;

/**
 * What goes along with the mails of one content, read and encoded once: the pictures that it shows and the campaign's files.
 *
 * @param kept the files as a message's row keeps them
 */
record Enclosures(MailPictures pictures, List<Attachments.Kept> kept, List<OutgoingMail.File> files) {

    /** @throws app.caravel.reason.Problem where one is gone: no mail can be made without it */
    static Enclosures of(Campaign campaign, Attachments attachments, PictureStore store) {
        var kept = attachments.of(campaign.id());
        return new Enclosures(MailPictures.of(campaign.html(), store), kept, kept.stream().map(attachments::asFile).toList());
    }
}
