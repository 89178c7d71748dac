package app.caravel.campaign;

import java.util.Optional;

import app.caravel.content.Rendered;
import app.caravel.content.Tracking;

/**
 * Mails as they were sent, put together again from the kept version of the content and the kept values: a later edit of
 * campaign or contact changes nothing. Links lead straight to their destinations and there is no pixel, so that looking at
 * a sent mail counts as nobody's opening.
 */
public final class SentMails {

    private final ContentVersions contents;

    public SentMails(ContentVersions contents) {
        this.contents = contents;
    }

    /** The mail of a message, or nothing where it was never made. */
    public Optional<Rendered> of(Message message) {
        return contents.of(message).map(content -> content.render(message.merge(), Tracking.none()));
    }
}
