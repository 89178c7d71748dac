package app.caravel.content.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import app.caravel.content.CheckFinding;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Reason;

/**
 * What the links and pictures of a run lead to, as a few of its mails have them: those of the first mail, and of others what
 * stands in the source as it is, so that a link with a customer's number is looked at once.
 */
public final class References implements Look {

    /** Merge values that are a person's own: an address with one of them in it is never asked for. */
    private static final List<String> OWN = List.of("address", "name", "first_name", "last_name", "phone");
    /** Mails that are read for links: enough to meet every condition by country or language. */
    private static final int SAMPLES = 40;
    private static final Pattern SCHEME = Pattern.compile("(?i)^([a-z][a-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern MAIL_ADDRESS = Pattern.compile("(?i)mailto:[^@\\s?]+@[^@\\s?]+\\.[^@\\s?.]+(?:\\?.*)?", Pattern.DOTALL);

    /**
     * A page or a picture.
     *
     * @param url where it leads, http or https
     * @param says what the link says to the reader, or the picture's substitute; may be empty
     * @param own whether a person's own data stand in it: it is not asked for
     */
    public record Reference(String url, String says, boolean picture, boolean own) {}

    private final String source;
    private final Map<String, Reference> found = new LinkedHashMap<>();
    private final Map<String, CheckFinding> wrong = new LinkedHashMap<>();
    private final Set<String> kinds = new TreeSet<>();
    private int mails;

    /** @param html the mail's source */
    public References(String html) {
        source = html.replace("&amp;", "&");
    }

    /** Whether this mail may have links that were not seen yet. */
    public boolean wants(Mail mail) {
        return mails < SAMPLES && !kinds.contains(kind(mail));
    }

    private static String kind(Mail mail) {
        return mail.value("country") + " " + mail.value("language");
    }

    /** A mail whose links lead straight to their destinations. */
    @Override
    public void at(Mail mail) {
        if (wants(mail)) {
            kinds.add(kind(mail));
            var page = Jsoup.parse(mail.rendered().html());
            page.select("a[href], area[href]").forEach(link -> link(link, mail));
            page.select("img[src]").forEach(picture -> picture(picture, mail));
            mails++;
        }
    }

    /** Every page and picture once. */
    public List<Reference> all() {
        return List.copyOf(found.values());
    }

    @Override
    public List<CheckFinding> findings() {
        return List.copyOf(wrong.values());
    }

    private void link(Element link, Mail mail) {
        var says = says(link);
        var where = link.attr("href").strip();
        var scheme = scheme(where);
        switch (scheme) {
            case "http", "https" -> add(where, says, false, mail);
            case "mailto" -> {
                if (!MAIL_ADDRESS.matcher(where).matches()) {
                    wrong("link-mail", where, says);
                }
            }
            case "file" -> wrong("link-file", where, says);
            case "" -> {
                if (where.isEmpty() || where.equals("#")) {
                    nowhere(link, says);
                } else if (!where.startsWith("#") && !where.startsWith("//")) {
                    wrong("link-relative", where, says);
                }
            }
            default -> {
                if (scheme.length() == 1) {
                    wrong("link-file", where, says);
                }
            }
        }
    }

    /** The link to unsubscribe leads nowhere here: this mail is not sent. */
    private void nowhere(Element link, String says) {
        if (!source.contains("unsubscribe_url") || !link.attr("href").equals("#")) {
            wrong("link-empty", says, says);
        }
    }

    private void picture(Element picture, Mail mail) {
        var where = picture.attr("src").strip();
        switch (scheme(where)) {
            case "http", "https" -> add(where, picture.attr("alt").strip(), true, mail);
            case "cid", "data" -> {}
            default -> {
                if (!where.startsWith("//") && !PictureStore.isKept(where)) {
                    wrong("picture-file", where, where);
                }
            }
        }
    }

    private void add(String url, String says, boolean picture, Mail mail) {
        if (mails == 0 || source.contains(url)) {
            found.putIfAbsent(url, new Reference(url, says, picture, OWN.stream().map(mail::value).anyMatch(value -> value.length() > 2 && holds(url, value))));
        }
    }

    private static boolean holds(String url, String value) {
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        int path = url.indexOf('/', "https://".length());
        var rest = path < 0 ? "" : url.substring(path);
        return rest.contains(value) || rest.contains(encoded) || rest.contains(encoded.replace("+", "%20"));
    }

    private void wrong(String how, String what, String says) {
        wrong.putIfAbsent(what + how, new CheckFinding(how.startsWith("link") ? "bad-destination" : how, CheckFinding.Severity.WARN, 0, List.of(),
                Reason.of("audit." + how, "what", shortened(what), "says", says.isEmpty() ? shortened(what) : says)).at(says.isEmpty() ? null : says));
    }

    private static String says(Element link) {
        var text = link.text().strip();
        return text.isEmpty() ? link.select("img[alt]").attr("alt").strip() : text;
    }

    private static String scheme(String url) {
        var scheme = SCHEME.matcher(url);
        return scheme.matches() ? scheme.group(1).toLowerCase(Locale.ROOT) : "";
    }

    static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 79) + "…" : text;
    }
}
