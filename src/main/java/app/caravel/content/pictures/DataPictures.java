package app.caravel.content.pictures;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.caravel.reason.Problem;

/**
 * Pictures written into the HTML itself ({@code data:image/png;base64,...}). Gmail and Outlook show nothing in their place,
 * and the HTML grows beyond what Gmail takes.
 *
 * @param bytes of HTML that they take
 */
public record DataPictures(int count, long bytes) {

    private static final Pattern DATA = Pattern.compile("data:image/[a-zA-Z0-9.+-]{1,40}+;base64,([A-Za-z0-9+/=%\\s]*+)");

    /** Those that stand in a mail's HTML. */
    public static DataPictures in(String html) {
        int count = 0;
        long bytes = 0;
        if (html.contains("data:image/")) {
            for (var found = DATA.matcher(html); found.find();) {
                count++;
                bytes += found.end() - found.start();
            }
        }
        return new DataPictures(count, bytes);
    }

    /** The HTML with these pictures kept in the home, so that they leave embedded; one that cannot be read stays as it is. */
    public static String moved(String html, PictureStore store) {
        return DATA.matcher(html).replaceAll(found -> Matcher.quoteReplacement(source(found.group(1), store, found.group())));
    }

    private static String source(String base64, PictureStore store, String asItIs) {
        try {
            return store.keep(Base64.getMimeDecoder().decode(base64.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=")), "picture").source();
        } catch (Problem | IllegalArgumentException unreadable) {
            return asItIs;
        }
    }
}
