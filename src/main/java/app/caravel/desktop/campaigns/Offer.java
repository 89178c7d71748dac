package app.caravel.desktop.campaigns;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Original;
import app.caravel.content.design.Design;
import app.caravel.content.template.BuiltIn;
import app.caravel.content.template.Category;
import app.caravel.content.template.OwnTemplate;

/**
 * A mail to begin from, as it is offered.
 *
 * @param html with its merge fields; asks the web for nothing
 * @param drawn the same with the words that stand in, for its picture
 * @param letter whether it looks like written by hand
 * @param picture what was kept of it, as an address that holds it; null: to be drawn
 */
record Offer(Source source, String html, String drawn, boolean letter, @Nullable String picture) {

    /** Where it comes from. */
    sealed interface Source {
        String subject();
    }

    /** It comes with Caravel. */
    record Ready(BuiltIn template) implements Source {
        @Override
        public String subject() {
            return template.subject();
        }
    }

    /** The sender's own. */
    record Mine(OwnTemplate template) implements Source {
        @Override
        public String subject() {
            return template.subject();
        }
    }

    /** What it is for; null for the sender's own. */
    @Nullable Category category() {
        return source instanceof Ready(BuiltIn template) ? template.category() : null;
    }

    /** Whether an own template is a letter: only a design says so. */
    static boolean isLetter(OwnTemplate template, @Nullable Design design) {
        return template.original().kind() == Original.Kind.DESIGN && design != null && design.layout() == Design.Layout.LETTER;
    }
}
