package app.caravel.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Newsletters of real life: tracked, they differ from their sources in nothing but href and pixel. */
class NewslettersTest {

    private static final Tracking TRACKED = new Tracking() {
        @Override
        public String click(int link, String destination) {
            return "https://t.example/c/" + link;
        }

        @Override
        public String pixel() {
            return "https://t.example/o/pixel";
        }

        @Override
        public String unsubscribe() {
            return "https://t.example/u/page";
        }
    };

    static Stream<Path> newsletters() throws Exception {
        var folder = Path.of(Objects.requireNonNull(NewslettersTest.class.getResource("newsletters")).toURI());
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("newsletters")
    void onlyHrefAndPixelDiffer(Path file) throws Exception {
        var source = Files.readString(file);
        var content = Compiler.compile(new ContentSource("News", source, null));
        var values = new HashMap<String, Object>();
        content.fields().forEach(field -> values.put(field, "https://x.example/" + field.length()));
        var plain = Jsoup.parse(content.render(values, Tracking.none()).html());
        var mail = content.render(values, TRACKED);
        var tracked = Jsoup.parse(mail.html());
        var pixels = tracked.select("img[src=https://t.example/o/pixel]");
        assertEquals(1, pixels.size());
        pixels.remove();
        assertEquals(content.links().size(), tracked.select("[href^=https://t.example/c/]").size() + linksInComments(mail.html()));
        assertEquals(withoutHrefs(plain), withoutHrefs(tracked));
        assertEquals(List.of(), mail.problems());
        assertTrue(content.links().size() > 2);
    }

    @ParameterizedTest
    @MethodSource("newsletters")
    void withoutFieldsAndTrackingEveryCharacterStays(Path file) throws Exception {
        var source = Files.readString(file).replaceAll("\\{\\{.*?}}", "value");
        assertEquals(source, Compiler.compile(new ContentSource("News", source, null)).render(new HashMap<>(), Tracking.none()).html());
    }

    private static int linksInComments(String html) {
        var comments = java.util.regex.Pattern.compile("(?s)<!--\\[if .*?-->").matcher(html);
        return comments.results().mapToInt(comment -> comment.group().split("https://t\\.example/c/", -1).length - 1).sum();
    }

    private static String withoutHrefs(Document document) {
        document.select("a[href^=http]").attr("href", "");
        return document.outerHtml().replaceAll("href=\"https?:[^\"]*\"", "href");
    }
}
