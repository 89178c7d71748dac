package app.caravel.desktop.compose;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A mail as other mail programs show it: darkened, or with its pictures blocked. */
final class ReadersLook {

    private static final Pattern COLOR = Pattern.compile("#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\\b|rgb\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*\\)|(?<=[:\\s])(white|black)(?=[\\s;}\"!]|$)");
    private static final Map<String, String> NAMED = Map.of("white", "ffffff", "black", "000000");

    /** Not pure black: as Gmail's and Outlook's apps have it. */
    private static final String GROUND = "#1b1b1d";
    private static final String INK = "#e6e6e6";

    private ReadersLook() {}

    /**
     * About what Outlook and the Gmail apps make of a mail at night: each colour keeps its hue and turns its lightness round,
     * pictures stay. A mail that brings rules of its own for the dark is shown with those by the programs that heed them.
     */
    static String dark(String html) {
        var page = parsed(html);
        page.select("[style]").forEach(element -> element.attr("style", turned(element.attr("style"))));
        for (var attribute : java.util.List.of("bgcolor", "color", "text")) {
            page.select("[" + attribute + "]").forEach(element -> element.attr(attribute, turned(" " + element.attr(attribute)).strip()));
        }
        page.select("style").forEach(style -> style.html(turned(style.data())));
        page.head().prepend("<style>html, body { background: " + GROUND + "; color: " + INK + "; } a { color: #8ab4f8; }</style>");
        return page.html();
    }

    /** Every picture gone, its words in its place: so it arrives where pictures are shown only when asked for. */
    static String withoutPictures(String html) {
        var page = parsed(html);
        for (var picture : page.select("img")) {
            int width = Math.clamp(number(picture.attr("width")), 0, 600);
            var words = picture.attr("alt").isBlank() ? "✕" : picture.attr("alt");
            var box = new org.jsoup.nodes.Element("span").text(words).attr("style", "display:inline-block;box-sizing:border-box;max-width:100%;" + (width > 0 ? "width:" + width + "px;" : "")
                    + "min-height:40px;padding:10px 12px;border:1px solid #c4cad1;background:#f3f5f7;color:#565f69;font:13px sans-serif");
            picture.replaceWith(box);
        }
        page.select("[background]").removeAttr("background");
        page.select("[style*=url]").forEach(element -> element.attr("style", element.attr("style").replaceAll("url\\([^)]*\\)", "none")));
        return page.html();
    }

    private static Document parsed(String html) {
        var page = Jsoup.parse(html);
        page.outputSettings(new Document.OutputSettings().prettyPrint(false));
        return page;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text.replace("px", "").strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String turned(String css) {
        return COLOR.matcher(css).replaceAll(found -> Matcher.quoteReplacement(turned(rgb(found))));
    }

    private static int[] rgb(java.util.regex.MatchResult found) {
        if (found.group(2) != null) {
            return new int[] {channel(found.group(2)), channel(found.group(3)), channel(found.group(4))};
        }
        var hex = found.group(1) != null ? found.group(1) : NAMED.getOrDefault(found.group(5), "000000");
        if (hex.length() == 3) {
            hex = hex.replaceAll("(.)", "$1$1");
        }
        int value = Integer.parseInt(hex, 16);
        return new int[] {value >> 16, value >> 8 & 255, value & 255};
    }

    private static int channel(String text) {
        return Math.min(255, Integer.parseInt(text));
    }

    /** The lightness turned round between ground and white; hue and saturation stay. */
    private static String turned(int[] rgb) {
        double max = Math.max(rgb[0], Math.max(rgb[1], rgb[2])) / 255.0;
        double min = Math.min(rgb[0], Math.min(rgb[1], rgb[2])) / 255.0;
        double lightness = (max + min) / 2;
        double shift = 1 - 2 * lightness;
        var turned = new StringBuilder("#");
        for (int channel : rgb) {
            double value = channel / 255.0 + shift;
            turned.append(String.format(Locale.ROOT, "%02x", Math.round(255 * (0.1 + 0.9 * Math.clamp(value, 0, 1)))));
        }
        return turned.toString();
    }
}
