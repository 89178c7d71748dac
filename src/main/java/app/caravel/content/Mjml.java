package app.caravel.content;

import java.util.regex.Pattern;

import ch.digitalfondue.mjml4j.Mjml4j;

import app.caravel.reason.Problem;

/** MJML (documentation.mjml.io) made into HTML that mail programs show alike, Liquid tags untouched wherever they stand. */
public final class Mjml {

    private static final Pattern INLINE_STYLE = Pattern.compile("(?is)<mj-style\\b[^>]*\\binline\\s*=\\s*[\"']inline[\"'][^>]*>(.*?)</mj-style\\s*>");

    private Mjml() {}

    /**
     * @param language of the mail, BCP 47; it also tells the direction
     * @throws Problem where it cannot be read: a Liquid tag, a component that is none, one that is not closed, with its line
     */
    public static String toHtml(String mjml, String language) {
        var liquid = new LiquidSource(mjml, Place.MJML);
        var masked = liquid.masked();
        MjmlTags.check(masked);
        var css = new StringBuilder();
        var styles = INLINE_STYLE.matcher(masked);
        while (styles.find()) {
            css.append(styles.group(1)).append('\n');
        }
        var html = rendered(css.isEmpty() ? masked : styles.replaceAll(""), language);
        return liquid.unmask(css.isEmpty() ? html : CssInliner.inline(html, css.toString()));
    }

    private static String rendered(String mjml, String language) {
        var direction = Direction.of(language) == Direction.RIGHT_TO_LEFT ? Mjml4j.TextDirection.RTL : Mjml4j.TextDirection.LTR;
        try {
            return Mjml4j.render(mjml, new Mjml4j.Configuration(language, direction));
        } catch (RuntimeException | StackOverflowError e) {
            throw Place.MJML.problem("content.mjml-unreadable", "", e);
        }
    }
}
