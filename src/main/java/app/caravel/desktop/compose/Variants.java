package app.caravel.desktop.compose;

import java.util.ArrayList;
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
import app.caravel.workspace.Workspace;

/** The languages of a draft as they are kept: begun, taken out and put back. Not for the JavaFX thread. */
record Variants(Workspace workspace) {

    private static final String EMPTY_MJML = "<mjml>\n  <mj-body>\n  </mj-body>\n</mjml>\n";

    /** What was taken out, and where it stood. */
    record Removed(Variant variant, int at) {}

    /**
     * Begins a language.
     *
     * @param from the language whose mail it begins with, null: with the mail of everyone else
     * @param copied whether it begins with that mail as it stands, or with nothing, written in the same way
     */
    Campaign begin(long campaign, @Nullable String from, String language, boolean copied) {
        var now = now(campaign);
        var written = now.in(from);
        return workspace.campaigns().saveContent(now.with(copied ? copy(written, language) : empty(written, language)));
    }

    private Variant copy(Campaign written, String language) {
        var source = written.original().source();
        return switch (written.original().kind()) {
            case HTML -> new Variant(language, written.subject(), written.html(), written.text(), Original.HTML);
            case MJML -> mjml(language, written, Objects.requireNonNull(source));
            case DESIGN -> blocks(written, DesignJson.read(Objects.requireNonNull(source)).withLanguage(language), language);
        };
    }

    /** Half written MJML is copied as it stands, with the last HTML that could be made of it. */
    private static Variant mjml(String language, Campaign written, String source) {
        var html = written.html();
        try {
            html = Mjml.toHtml(source, language);
        } catch (Problem halfWritten) {
            html = written.html();
        }
        return new Variant(language, written.subject(), html, written.text(), Original.mjml(source));
    }

    private Variant blocks(Campaign written, Design design, String language) {
        return new Variant(language, written.subject(), DesignHtml.of(design, workspace.brands().brand(), DesignHtml.Pictures.AS_WRITTEN), written.text(), Original.design(DesignJson.write(design)));
    }

    private Variant empty(Campaign written, String language) {
        var nothing = written.withContent("", "", null, written.original());
        return switch (written.original().kind()) {
            case HTML -> new Variant(language, "", "", null, Original.HTML);
            case MJML -> mjml(language, nothing, EMPTY_MJML);
            case DESIGN -> blocks(nothing, Design.empty(DesignJson.read(Objects.requireNonNull(written.original().source())).layout(), language), language);
        };
    }

    Removed remove(long campaign, String language) {
        var now = now(campaign);
        var gone = now.variant(language).orElseThrow(() -> Problem.of("campaigns.gone"));
        var removed = new Removed(gone, now.variants().indexOf(gone));
        var _ = workspace.campaigns().saveContent(now.without(language));
        return removed;
    }

    /** What was taken out stands where it stood; not in the place of what was begun in its language meanwhile. */
    Campaign putBack(long campaign, Removed removed) {
        var now = now(campaign);
        if (now.variant(removed.variant().language()).isPresent()) {
            return now;
        }
        var all = new ArrayList<>(now.variants());
        all.add(Math.min(removed.at(), all.size()), removed.variant());
        return workspace.campaigns().saveContent(now.withVariants(all));
    }

    Campaign now(long campaign) {
        return workspace.campaigns().find(campaign).orElseThrow(() -> Problem.of("campaigns.gone"));
    }
}
