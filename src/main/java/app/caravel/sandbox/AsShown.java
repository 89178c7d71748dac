package app.caravel.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A caught mail's HTML as a mail program shows it: its pixel is not fetched by the screen, and a link says where it really leads. */
public final class AsShown {

    private AsShown() {}

    /**
     * @param pictures whether they are shown; else what they are about stands in their place
     * @param destination where a tracked address leads, where that is known
     */
    public static String html(CaughtMail mail, boolean pictures, Function<String, Optional<String>> destination) {
        var page = Jsoup.parse(mail.html());
        page.outputSettings().prettyPrint(false);
        var within = pictures && mail.html().contains("cid:") ? MailReading.pictures(mail) : Map.<String, String>of();
        for (var image : page.select("img")) {
            if (!mail.pixel().isEmpty() && image.attr("src").equals(mail.pixel())) {
                image.remove();
            } else if (!pictures) {
                image.replaceWith(new Element("span").text(image.attr("alt")));
            } else if (image.attr("src").startsWith("cid:")) {
                image.attr("src", within.getOrDefault(image.attr("src").substring("cid:".length()), ""));
            }
        }
        if (!pictures) {
            page.select("[background]").removeAttr("background");
            page.select("[style*=url]").forEach(styled -> styled.attr("style", styled.attr("style").replaceAll("(?i)url\\([^)]*\\)", "none")));
        }
        page.select("a[href]").forEach(link -> destination.apply(link.attr("href")).ifPresent(leads -> link.attr("title", leads)));
        return page.outerHtml();
    }
}
