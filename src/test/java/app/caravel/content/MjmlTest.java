package app.caravel.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** MJML becomes HTML with its texts, links and pictures, and Liquid stays what it was. */
class MjmlTest {

    static Stream<Path> templates() throws Exception {
        var folder = Path.of(Objects.requireNonNull(MjmlTest.class.getResource("mjml")).toURI());
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".mjml")).sorted().toList().stream();
        }
    }

    /** As the official mjml 4 makes it: beside each template stands what its HTML says. */
    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateHasTheTextsLinksAndPicturesThatTheOfficialMjmlGivesIt(Path file) throws Exception {
        var html = Mjml.toHtml(Files.readString(file), "en");
        var page = Jsoup.parse(html);
        var ours = Stream.of(Stream.of("text " + page.body().text()), page.select("a[href]").eachAttr("href").stream().map(link -> "link " + link),
                page.select("img[src]").eachAttr("src").stream().map(picture -> "picture " + picture)).flatMap(each -> each).toList();
        assertEquals(Files.readAllLines(Path.of(file.toString().replace(".mjml", ".expected"))), ours);
        assertTrue(Compiler.compile(new ContentSource("s", html, null)).render(Map.of(), Tracking.none()).problems().isEmpty());
    }

    @Test
    void liquidStandsWhereItStood() {
        var html = Mjml.toHtml("""
                <mjml><mj-body>
                {% if country == "DE" %}<mj-section><mj-column><mj-text>Hallo {{ first_name | default: "Sie" }}</mj-text>
                <mj-button href="https://x.example/{{ item | default: "a&b" }}">Mehr</mj-button></mj-column></mj-section>{% else %}
                <mj-section><mj-column><mj-text>Hello</mj-text></mj-column></mj-section>{% endif %}
                </mj-body></mjml>""", "en");
        var content = Compiler.compile(new ContentSource("s", html, null));
        var german = Jsoup.parse(content.render(Map.of("country", "DE", "first_name", "Anna"), Tracking.none()).html());
        assertTrue(german.text().contains("Hallo Anna") && !german.text().contains("Hello"), german.text());
        assertEquals(List.of("https://x.example/a&b"), german.select("a").eachAttr("href"));
        var other = Jsoup.parse(content.render(Map.of(), Tracking.none()).html());
        assertTrue(other.text().contains("Hello") && !other.text().contains("Hallo"), other.text());
    }

    @Test
    void anInlineStyleIsWrittenIntoWhatItFits() {
        var html = Mjml.toHtml("""
                <mjml><mj-head><mj-style inline="inline">.red { color: red } a.red { color: #00ff00; } p { margin: 0 !important }</mj-style></mj-head>
                <mj-body><mj-section><mj-column><mj-text><p style="margin:9px" class="red">One</p><a class='red' href="https://x.example">two</a></mj-text></mj-column></mj-section></mj-body></mjml>""", "en");
        var page = Jsoup.parse(html);
        assertEquals("color:red;margin:9px;margin:0;", page.expectFirst("p.red").attr("style"));
        assertTrue(page.expectFirst("a.red").attr("style").endsWith("color:#00ff00;") || page.expectFirst("a.red").attr("style").endsWith("color:#0f0;"), page.expectFirst("a.red").outerHtml());
        assertFalse(html.contains("inline=\"inline\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <html><p>x</p></html> | content.mjml-none
            <mjml><mj-body><mj-section><mj-column><mj-text>open | content.mjml-not-closed
            <mjml><mj-body></mj-section></mj-body></mjml> | content.mjml-not-closed
            <mjml><mj-body><mj-include path="../../etc/passwd"/></mj-body></mjml> | content.mjml-include
            <mjml><mj-body><mj-sectoin></mj-sectoin></mj-body></mjml> | content.mjml-unknown
            <mjml><mj-body>{% if x %}</mj-body></mjml> | content.tag-not-closed
            """)
    void whatIsWrongIsToldWithItsLine(String mjml, String key) {
        assertEquals(key, assertThrows(Problem.class, () -> Mjml.toHtml(mjml, "en")).reason().key());
    }

    @Test
    void arabicIsWrittenFromTheRight() {
        var page = Jsoup.parse(Mjml.toHtml("<mjml><mj-body><mj-section><mj-column><mj-text>مرحبا</mj-text></mj-column></mj-section></mj-body></mjml>", "ar"));
        assertEquals("rtl", page.expectFirst("html").attr("dir"));
    }
}
