package app.caravel.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words in square brackets that wait for the sender: {@code [fair name]}, {@code [First Name]}, {@code [展会名]}. Capitals alone, as in {@code [FOB]}, are none. */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[(?=\\p{L})(?![\\p{Lu}\\p{N}\\p{P} ]*])[\\p{L}\\p{M}\\p{N} ,.;:'’/&()_-]{2,80}]");
    private static final List<String> ATTRIBUTES = List.of("href", "alt", "src");

    private Placeholders() {}

    /** Those that readers would see or that a link would lead to, in their order. */
    static Set<String> in(ContentSource content) {
        var found = new LinkedHashSet<String>();
        collect(new LiquidSource(content.subject(), Place.SUBJECT).masked(), found);
        if (content.html().indexOf('[') >= 0) {
            var page = HtmlLinks.parse(new LiquidSource(content.html(), Place.HTML).masked());
            page.select("style, script").remove();
            collect(page.text(), found);
            for (var attribute : ATTRIBUTES) {
                page.select("[" + attribute + "]").forEach(element -> collect(element.attr(attribute), found));
            }
        }
        return found;
    }

    private static void collect(String text, Set<String> found) {
        PLACEHOLDER.matcher(text).results().forEach(each -> found.add(each.group()));
    }
}
