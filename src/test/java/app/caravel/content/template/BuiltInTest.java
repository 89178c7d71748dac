package app.caravel.content.template;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import app.caravel.content.Check;
import app.caravel.content.CheckFinding;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Tracking;
import app.caravel.content.design.Brand;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignHtml;
import app.caravel.texts.Texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The templates that come with Caravel are whole: they compile, greet everyone, and carry what laws and readers want. */
class BuiltInTest {

    private static final Brand BRAND = new Brand("Lumitech Lighting Co., Ltd.", "", "#0f5c8c", "#1f2328", Brand.FONTS.getFirst(), "88 Harbour Road, Ningbo, China", "https://www.lumitech.example",
            Map.of("LinkedIn", "https://linkedin.example/lumitech", "YouTube", "https://youtube.example/lumitech"));

    private static final Tracking READER = new Tracking() {
        @Override
        public String click(int link, String destination) {
            return destination;
        }

        @Override
        public @Nullable String pixel() {
            return null;
        }

        @Override
        public String unsubscribe() {
            return "https://t.example/u";
        }
    };

    private static String html(Design design) {
        return DesignHtml.of(design, BRAND, DesignHtml.Pictures.AS_WRITTEN);
    }

    @Test
    void thereAreEightAndEachIsFoundByItsKey() {
        assertEquals(8, BuiltIn.all().size());
        BuiltIn.all().forEach(each -> assertEquals(each, BuiltIn.find(each.key()).orElseThrow()));
        assertTrue(BuiltIn.find("../sandbox").isEmpty());
    }

    @Test
    void eachCarriesAddressAndUnsubscribe() throws Exception {
        for (var each : BuiltIn.all()) {
            var page = Jsoup.parse(html(each.design()));
            assertTrue(page.text().contains("88 Harbour Road, Ningbo, China"), each.key());
            assertEquals(1, page.select("a[href*=unsubscribe_url]").size(), each.key());
            assertFalse(each.subject().isBlank() || each.design().preheader().isBlank(), each.key());
            assertTrue(page.text().contains(each.design().preheader()), each.key());
            var file = Path.of("target/screens/templates/" + each.key() + ".html");
            Files.createDirectories(file.getParent());
            Files.writeString(file, html(Sketch.of(new FilledIn(BRAND, "Anna Wang").in(each.design()))), StandardCharsets.UTF_8);
        }
    }

    @Test
    void eachGreetsThoseOfWhomNothingIsKnown() {
        for (var each : BuiltIn.all()) {
            var check = new Check(Compiler.compile(new ContentSource(each.subject(), html(each.design()), null)), READER, Set.of());
            check.add("a@x.example", Map.of());
            var kinds = check.findings().stream().map(CheckFinding::kind).toList();
            assertTrue(kinds.contains("placeholder"), each.key());
            assertFalse(kinds.contains("empty-field") || kinds.contains("unknown-field") || kinds.contains("no-unsubscribe") || kinds.contains("too-large"), each.key() + kinds);
        }
    }

    @Test
    void whatIsKnownOfTheSenderIsFilledIn() {
        var filled = new FilledIn(BRAND, "Anna & Wang");
        for (var each : BuiltIn.all()) {
            var page = Jsoup.parse(html(filled.in(each.design())));
            assertTrue(page.text().contains("Anna & Wang"), each.key());
            assertFalse(page.html().contains("[your") || page.html().contains("[website]"), each.key());
        }
    }

    @Test
    void everyNameAndNoteIsSaidInBothLanguages() {
        for (var language : Texts.Language.values()) {
            var texts = Texts.in(language);
            var said = new ArrayList<String>();
            for (var each : BuiltIn.all()) {
                for (var what : List.of("name", "for", "when", "fill")) {
                    said.add(texts.get("templates." + each.key() + "." + what));
                }
            }
            assertEquals(32, Set.copyOf(said).size());
        }
    }
}
