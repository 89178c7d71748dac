package app.caravel.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.parser.Parser;

/** Makes a content ready: links found and numbered, merge fields found, cut into what is the same for all and what is not. */
public final class Compiler {

    private final List<Link> links = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> fields = new HashSet<>();

    private Compiler() {}

    /** @throws app.caravel.reason.Problem where a Liquid tag cannot be read, with part and line */
    public static CompiledContent compile(ContentSource source) {
        return new Compiler().compiled(source);
    }

    private CompiledContent compiled(ContentSource source) {
        var subject = liquid(source.subject(), Place.SUBJECT);
        var html = liquid(source.html(), Place.HTML);
        var found = HtmlLinks.in(html.masked());
        var htmlAssembly = Assembler.html(html, spots(html, found), found.bodyEnd());
        var given = source.text();
        var template = given == null || given.isBlank() ? PlainText.of(html) : given;
        var text = liquid(template, Place.TEXT);
        var textAssembly = Assembler.text(text, spots(text, TextLinks.in(text.masked())));
        var complete = new ContentSource(source.subject(), source.html(), template);
        return new CompiledContent(complete, Assembler.text(subject, List.of()), htmlAssembly, textAssembly, links, fields);
    }

    private LiquidSource liquid(String source, Place place) {
        var liquid = new LiquidSource(source, place);
        fields.addAll(liquid.fields());
        return liquid;
    }

    private List<Assembler.Spot> spots(LiquidSource html, HtmlLinks found) {
        var spots = new ArrayList<Assembler.Spot>();
        for (var link : found.found()) {
            var template = Parser.unescapeEntities(html.source.substring(link.start(), link.end()), true);
            if (isTracked(html, link.start(), link.end(), template)) {
                spots.add(new Assembler.Spot(number(template.strip(), html.unmask(link.text())), link.start(), link.end(), template));
            }
        }
        return spots;
    }

    private List<Assembler.Spot> spots(LiquidSource text, List<TextLinks.Found> found) {
        var spots = new ArrayList<Assembler.Spot>();
        for (var link : found) {
            var template = text.source.substring(link.start(), link.end());
            boolean tracked = Addresses.isWeb(template) || numbers.containsKey(template);
            if (tracked && isTracked(text, link.start(), link.end(), template)) {
                var known = numbers.get(template);
                spots.add(new Assembler.Spot(known == null ? number(template, "") : known, link.start(), link.end(), template));
            }
        }
        return spots;
    }

    private static boolean isTracked(LiquidSource liquid, int start, int end, String template) {
        var fields = template.contains("{") ? new LiquidSource(template, liquid.place.at(liquid.source, start)).fields() : Set.<String>of();
        return Addresses.canBeTracked(template, fields) && !liquid.isCutBy(start, end);
    }

    private int number(String template, String text) {
        var link = new Link(links.size(), template, text);
        links.add(link);
        numbers.putIfAbsent(template, link.number());
        return link.number();
    }
}
