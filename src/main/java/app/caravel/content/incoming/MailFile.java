package app.caravel.content.incoming;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Mjml;
import app.caravel.content.Original;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * Reads a mail of a file. Its HTML stays as it is, but for the addresses of pictures that came with it: these are kept in the
 * picture store. Nothing is asked of the web.
 */
public final class MailFile {

    /** Patterns for a file chooser. */
    public static final List<String> PATTERNS = List.of("*.html", "*.htm", "*.eml", "*.mjml", "*.zip");

    static final long LARGEST = 60_000_000;
    /** A mail of which more than that is HTML is no mail. */
    private static final int LARGEST_HTML = 5_000_000;

    /** Addresses of pictures: in attributes, and in style sheets. */
    private static final Pattern PICTURE = Pattern.compile("(?is)((?:\\bsrc|\\bbackground|\\bbackground-url)\\s*=\\s*)(\"[^\"]*\"|'[^']*'|[^\\s>\"']+)|(url\\(\\s*)([\"']?)([^\"')]*)(\\4\\s*\\))");
    private static final Pattern ELSEWHERE = Pattern.compile("(?is)[a-z][a-z0-9+.-]*:.*|//.*|#.*|\\s*|.*[{}].*|.*\\.(?:js|css)(?:[?#].*)?");
    private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");

    /** Text that is the source of a mail. */
    private static final Pattern SOURCE = Pattern.compile("(?is)\\s*(?:<!--.{0,2000}?-->\\s*)?<(?:!doctype\\s|html\\b|mjml\\b|head\\b|body\\b|table\\b|div\\b|p\\b|center\\b).*>\\s*");

    private final PictureStore pictures;

    public MailFile(PictureStore pictures) {
        this.pictures = pictures;
    }

    /** @throws Problem where it cannot be read as what its name says, or holds no mail */
    public Incoming read(Path file) {
        var name = String.valueOf(file.getFileName());
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var bytes = bytes(file);
        return switch (ending) {
            case "html", "htm" -> html(HtmlBytes.of(bytes), beside(file), "");
            case "mjml" -> mjml(HtmlBytes.of(bytes), beside(file));
            case "eml" -> mail(bytes);
            case "zip" -> zip(bytes);
            default -> throw Problem.of("incoming.unknown-kind", "file", name);
        };
    }

    /** Whether a file's name says that it holds a mail. */
    public static boolean reads(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return PATTERNS.stream().anyMatch(pattern -> name.endsWith(pattern.substring(1)));
    }

    /**
     * What lay on the clipboard. HTML or MJML that was written as text stays as it is, as a file's does; what was copied out of a
     * page, Word or Excel is cleaned.
     *
     * @param html as the program that was copied from writes it; null: there is text only
     * @throws Problem where there is nothing to be seen
     */
    public Incoming pasted(@Nullable String html, String text) {
        if (html != null && html.length() > LARGEST || text.length() > LARGEST_HTML) {
            throw Problem.of("incoming.too-large");
        }
        if (SOURCE.matcher(text).lookingAt()) {
            var source = new HtmlBytes(text.strip(), false);
            return text.contains("<mjml") ? mjml(source, _ -> null) : html(source, _ -> null, "");
        }
        var missing = new ArrayList<String>();
        var page = html == null ? "" : new PastedPage(pictures, missing).of(html);
        var cleaned = page.isEmpty() ? PastedPage.ofText(text) : page;
        if (cleaned.isEmpty()) {
            throw Problem.of("incoming.nothing-pasted");
        }
        if (cleaned.length() > LARGEST_HTML) {
            throw Problem.of("incoming.too-large");
        }
        return new Incoming("", cleaned, null, Original.HTML, missing, false);
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw Problem.of("incoming.too-large");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem(Reason.of("campaign.file-unreadable", "file", file.toString()), e);
        }
    }

    private Incoming html(HtmlBytes page, Function<String, byte @Nullable []> found, String subject) {
        if (page.text().length() > LARGEST_HTML) {
            throw Problem.of("incoming.too-large");
        }
        if (page.text().isBlank()) {
            throw Problem.of("incoming.no-mail");
        }
        var missing = new LinkedHashSet<String>();
        var html = withPictures(page.text(), found, missing);
        var title = TITLE.matcher(page.text());
        var line = !subject.isBlank() || !title.find() ? subject : org.jsoup.parser.Parser.unescapeEntities(title.group(1), false).replaceAll("\\s+", " ").strip();
        return new Incoming(line, html, null, Original.HTML, List.copyOf(missing), page.broken());
    }

    private Incoming mjml(HtmlBytes source, Function<String, byte @Nullable []> found) {
        var missing = new LinkedHashSet<String>();
        var mjml = withPictures(source.text(), found, missing);
        return new Incoming("", Mjml.toHtml(mjml, "en"), null, Original.mjml(mjml), List.copyOf(missing), source.broken());
    }

    private Incoming mail(byte[] bytes) {
        var mail = new SavedMail(bytes);
        if (mail.html.isBlank() && mail.text.isBlank()) {
            throw Problem.of("incoming.no-mail");
        }
        if (mail.html.isBlank()) {
            return new Incoming(mail.subject, "", mail.text, Original.HTML, List.of(), mail.text.indexOf('\ufffd') >= 0);
        }
        var read = html(new HtmlBytes(mail.html, mail.html.indexOf('\ufffd') >= 0), mail.pictures::get, mail.subject);
        return new Incoming(mail.subject, read.html(), mail.text.isBlank() ? null : mail.text, Original.HTML, read.missing(), read.unreadable());
    }

    /** The page that lies least deep; among these index.html, else the largest. */
    private Incoming zip(byte[] bytes) {
        var files = ZipEntries.of(bytes);
        var page = files.keySet().stream().filter(name -> name.toLowerCase(Locale.ROOT).matches(".*\\.(html?|mjml)"))
                .min(java.util.Comparator.<String>comparingLong(name -> name.chars().filter(c -> c == '/').count())
                        .thenComparing(name -> !name.toLowerCase(Locale.ROOT).matches("(.*/)?index\\.html?"))
                        .thenComparing(name -> -lengthOf(files, name)))
                .orElseThrow(() -> Problem.of("incoming.zip-without-page"));
        var folder = page.substring(0, page.lastIndexOf('/') + 1);
        Function<String, byte @Nullable []> found = address -> files.get(Path.of("/" + folder).resolve(address.startsWith("/") ? address.substring(1) : address).normalize().toString().substring(1));
        var source = HtmlBytes.of(java.util.Objects.requireNonNull(files.get(page)));
        return page.toLowerCase(Locale.ROOT).endsWith(".mjml") ? mjml(source, found) : html(source, found, "");
    }

    private static int lengthOf(Map<String, byte[]> files, String name) {
        var bytes = files.get(name);
        return bytes == null ? 0 : bytes.length;
    }

    /** Pictures that lie in the page's own folder or below, as browsers save them; never others of this computer. */
    private static Function<String, byte @Nullable []> beside(Path file) {
        var folder = file.toAbsolutePath().normalize().getParent();
        return folder == null ? _ -> null : address -> {
            try {
                var picture = folder.resolve(address).normalize();
                boolean within = picture.startsWith(folder) && !address.startsWith("/") && Files.isRegularFile(picture)
                        && picture.toRealPath().startsWith(folder.toRealPath()) && Files.size(picture) <= LARGEST;
                return within ? Files.readAllBytes(picture) : null;
            } catch (IOException | IllegalArgumentException e) {
                return null; // told as missing
            }
        };
    }

    private String withPictures(String html, Function<String, byte @Nullable []> found, Set<String> missing) {
        var kept = new LinkedHashMap<String, String>();
        return PICTURE.matcher(html).replaceAll(match -> {
            boolean attribute = match.group(1) != null;
            var value = attribute ? match.group(2) : match.group(5);
            var quote = attribute && (value.startsWith("\"") || value.startsWith("'")) ? value.substring(0, 1) : "";
            var address = org.jsoup.parser.Parser.unescapeEntities(quote.isEmpty() ? value : value.substring(1, value.length() - 1), true).strip();
            if (ELSEWHERE.matcher(address).matches() && !address.toLowerCase(Locale.ROOT).startsWith("cid:")) {
                return Matcher.quoteReplacement(match.group());
            }
            var source = kept.computeIfAbsent(address, _ -> keep(address, found));
            if (source.isEmpty()) {
                missing.add(address);
                return Matcher.quoteReplacement(match.group());
            }
            return Matcher.quoteReplacement(attribute ? match.group(1) + "\"" + source + "\"" : match.group(3) + match.group(4) + source + match.group(6));
        });
    }

    /** The kept picture's address; empty where there is none such, or it is no picture. */
    private String keep(String address, Function<String, byte @Nullable []> found) {
        for (var written : new ArrayList<>(new LinkedHashSet<>(List.of(address, decoded(address.replaceAll("[?#].*", "")))))) {
            var bytes = found.apply(written);
            if (bytes != null) {
                try {
                    return pictures.keep(bytes, written).source();
                } catch (Problem noPicture) {
                    return "";
                }
            }
        }
        return "";
    }

    private static String decoded(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
