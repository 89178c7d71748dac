package app.caravel.desktop.compose;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Campaign;
import app.caravel.content.Mjml;
import app.caravel.content.Original;
import app.caravel.content.Variant;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.content.design.DesignJson;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/**
 * Keeps what is written in a draft, and the HTML that is made from it. What is half written is kept as it stands, with the
 * last HTML that could be made: nothing typed is lost, and the check stops such a mail.
 */
final class DraftKeeping {

    private final Workspace workspace;
    /** By campaign and language. */
    private final Map<String, Long> newest = new HashMap<>();
    private volatile @Nullable Made last;

    /** What came of something written, so that it is not compiled again to be kept. */
    private record Made(Written written, long campaign, String html, @Nullable Reason mistake) {}

    DraftKeeping(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What stood on the screen at one moment.
     *
     * @param language of the variant that is written; null: what everyone else gets
     * @param source HTML or MJML, as the campaign is written in; not asked for where there is a design
     * @param text the plain text; blank: made from the HTML
     */
    record Written(@Nullable String language, String subject, String source, String text, @Nullable Design design) {

        Written(String subject, String source, String text, @Nullable Design design) {
            this(null, subject, source, text, design);
        }
    }

    /** @param mistake why the HTML could not be made from what was written */
    record Done(Campaign campaign, @Nullable Reason mistake) {}

    /**
     * Not for the JavaFX thread.
     *
     * @param number grows with each moment: what was written earlier and arrives later is not kept over it
     */
    synchronized Done keep(Campaign now, Written written, long number) {
        var fresh = workspace.campaigns().find(now.id()).orElse(now); // its other languages may have been written meanwhile
        boolean gone = written.language() != null && fresh.variant(written.language()).isEmpty();
        if (gone || newest.merge(now.id() + " " + written.language(), number, Math::max) > number) {
            return new Done(fresh, null);
        }
        var made = made(fresh, written);
        return new Done(workspace.campaigns().saveContent(made.campaign()), made.mistake());
    }

    /** The draft as it would be kept now. Not for the JavaFX thread. */
    Done made(Campaign whole, Written written) {
        var now = whole.in(written.language());
        var made = last;
        if (made == null || made.campaign() != now.id() || !made.written().equals(written)) {
            made = make(now, written);
            last = made;
        }
        var text = written.text().isBlank() ? null : written.text();
        var original = original(now, written);
        return new Done(written.language() == null ? whole.withContent(written.subject(), made.html(), text, original)
                : whole.with(new Variant(written.language(), written.subject(), made.html(), text, original)), made.mistake());
    }

    private Made make(Campaign now, Written written) {
        try {
            return new Made(written, now.id(), html(now, written), null);
        } catch (Problem problem) {
            return new Made(written, now.id(), now.html(), problem.reason());
        }
    }

    private String html(Campaign now, Written written) {
        if (written.design() != null) {
            return DesignHtml.of(written.design(), workspace.brands().brand(), DesignHtml.Pictures.AS_WRITTEN);
        }
        return now.original().kind() == Original.Kind.MJML ? Mjml.toHtml(written.source(), Objects.requireNonNullElse(written.language(), "en")) : written.source();
    }

    private static Original original(Campaign now, Written written) {
        if (written.design() != null) {
            return Original.design(DesignJson.write(written.design()));
        }
        return now.original().kind() == Original.Kind.MJML ? Original.mjml(written.source()) : Original.HTML;
    }
}
