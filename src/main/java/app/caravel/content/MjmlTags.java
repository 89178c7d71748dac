package app.caravel.content;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import app.caravel.reason.Problem;

/** Looks at the tags of MJML before it is rendered, for the renderer itself forgives and leaves out. */
final class MjmlTags {

    /** Comments, and tags of mjml's own with what quotes keep together. */
    private static final Pattern TAG = Pattern.compile("(?is)<!--.*?-->|<!--|<(/?)(mj-[a-z-]*|mjml|mj)\\b((?:[^>\"']|\"[^\"]*\"|'[^']*')*)(/?)>");

    /** What they hold is HTML or text, and mjml's tags in it are none. */
    private static final Set<String> HOLD_HTML = Set.of(
            "mj-text", "mj-button", "mj-raw", "mj-table", "mj-style", "mj-preview", "mj-title", "mj-navbar-link", "mj-social-element", "mj-accordion-title", "mj-accordion-text");

    private static final Set<String> COMPONENTS = Set.of(
            "mjml", "mj-head", "mj-body", "mj-attributes", "mj-all", "mj-class", "mj-breakpoint", "mj-font", "mj-html-attributes", "mj-selector", "mj-html-attribute", "mj-preview", "mj-style", "mj-title",
            "mj-accordion", "mj-accordion-element", "mj-accordion-title", "mj-accordion-text", "mj-button", "mj-carousel", "mj-carousel-image", "mj-column", "mj-divider", "mj-group", "mj-hero",
            "mj-image", "mj-navbar", "mj-navbar-link", "mj-raw", "mj-section", "mj-social", "mj-social-element", "mj-spacer", "mj-table", "mj-text", "mj-wrapper");

    private record Open(String name, int at) {}

    private MjmlTags() {}

    /** @throws Problem for the first tag that is wrong, with its line */
    static void check(String mjml) {
        var open = new ArrayDeque<Open>();
        boolean any = false;
        var tags = TAG.matcher(mjml);
        while (tags.find()) {
            var name = tags.group(2) == null ? "" : tags.group(2).toLowerCase(Locale.ROOT);
            boolean closing = "/".equals(tags.group(1));
            var holder = open.isEmpty() || !HOLD_HTML.contains(open.peek().name()) ? null : open.peek().name();
            if (name.isEmpty() || holder != null && !(closing && name.equals(holder))) {
                continue;
            }
            any |= name.equals("mjml");
            if (name.equals("mj-include")) {
                throw problem("content.mjml-include", mjml, tags.start(), name);
            }
            if (!COMPONENTS.contains(name)) {
                throw problem("content.mjml-unknown", mjml, tags.start(), name);
            }
            if (closing) {
                close(open, name, mjml, tags.start());
            } else if (!tags.group(3).stripTrailing().endsWith("/") && tags.group(4).isEmpty()) {
                open.push(new Open(name, tags.start()));
            }
        }
        if (!open.isEmpty()) {
            throw problem("content.mjml-not-closed", mjml, open.peek().at(), open.peek().name());
        }
        if (!any) {
            throw Place.MJML.problem("content.mjml-none", "");
        }
    }

    private static void close(ArrayDeque<Open> open, String name, String mjml, int at) {
        if (open.isEmpty()) {
            throw problem("content.mjml-not-opened", mjml, at, name);
        }
        var last = open.pop();
        if (!last.name().equals(name)) {
            throw problem("content.mjml-not-closed", mjml, last.at(), last.name());
        }
    }

    private static Problem problem(String key, String mjml, int at, String name) {
        return Place.MJML.at(mjml, at).problem(key, name);
    }
}
