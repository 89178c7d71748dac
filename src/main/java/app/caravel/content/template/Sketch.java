package app.caravel.content.template;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;

/** A template as it is shown before it is used: a grey field where a picture is still to be put. */
public final class Sketch {

    private static final String FIELD = picture("""
            <svg xmlns="http://www.w3.org/2000/svg" width="320" height="240" viewBox="0 0 320 240">\
            <rect width="320" height="240" fill="#e9ecef"/>\
            <g fill="none" stroke="#a4acb5" stroke-width="6" stroke-linejoin="round"><rect x="115" y="80" width="90" height="80" rx="8"/>\
            <circle cx="141" cy="106" r="8"/><path d="M205 138l-24-24-54 46"/></g></svg>""");

    private static final Pattern REMOTE = Pattern.compile("(?is)url\\s*\\([^)]*\\)|@import[^;]*;");

    private Sketch() {}

    /** The HTML of a mail as it may be drawn without asking the web for anything; a letter with the room that a mail program leaves around it. */
    public static String offline(String html, boolean letter) {
        var page = Jsoup.parse(html);
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        page.select("script, iframe, object, embed, link, base, meta[http-equiv]").remove();
        page.select("img:not([src^=data:]):not([src^=file:])").attr("src", FIELD);
        page.select("[background]").removeAttr("background");
        page.select("style").forEach(style -> style.text(REMOTE.matcher(style.data()).replaceAll("none")));
        page.select("[style*=url]").forEach(element -> element.attr("style", REMOTE.matcher(element.attr("style")).replaceAll("none")));
        if (letter) {
            page.body().attr("style", "margin:24px 28px;" + page.body().attr("style"));
        }
        return page.outerHtml();
    }

    public static Design of(Design design) {
        return design.withEvery(Sketch::drawn);
    }

    private static Block drawn(Block block) {
        boolean empty = (block.type() == BlockType.PICTURE || block.type() == BlockType.PRODUCT) && block.get("src").isBlank();
        return empty ? block.with("src", FIELD) : block;
    }

    private static String picture(String svg) {
        return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    }
}
