package app.caravel.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Newsletters of real life, as HTML and as MJML: tracked, they differ from their sources in nothing but href and pixel. */
class NewslettersTest {

    /** Sections of Handlebars, which Liquid does not know; some newsletters are written for a service that fills them. */
    private static final Pattern FOREIGN = Pattern.compile("\\{\\{[#/][^}]*}}");

    static Stream<Path> newsletters() throws Exception {
        return files("newsletters", ".html");
    }

    static Stream<Path> mjml() throws Exception {
        return files("mjml", ".mjml");
    }

    private static Stream<Path> files(String where, String ending) throws Exception {
        var folder = Path.of(Objects.requireNonNull(NewslettersTest.class.getResource(where)).toURI());
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("newsletters")
    void onlyHrefAndPixelDiffer(Path file) throws Exception {
        survives(FOREIGN.matcher(Files.readString(file)).replaceAll("{% raw %}$0{% endraw %}"));
    }

    @ParameterizedTest
    @MethodSource("mjml")
    void onlyHrefAndPixelDifferInWhatMjmlMakes(Path file) throws Exception {
        survives(Mjml.toHtml(Files.readString(file), "en"));
    }

    private static void survives(String source) {
        var content = Compiler.compile(new ContentSource("News", source, null));
        var values = new HashMap<String, Object>();
        content.fields().forEach(field -> values.put(field, "https://x.example/" + field.length()));
        var same = new SameMail();
        var mail = content.render(values, same);
        assertEquals(List.of(), mail.problems());
        var before = new SameMail().nodes(content.render(values, Tracking.none()).html());
        var after = same.nodes(mail.html());
        assertEquals(String.join("\n", before), String.join("\n", after));
        assertEquals(1, same.pixels());
        assertEquals(content.links().size(), same.clicks());
    }

    @ParameterizedTest
    @MethodSource("newsletters")
    void whatIsWrittenForAnotherServiceIsToldWithItsLine(Path file) throws Exception {
        var source = Files.readString(file);
        var foreign = FOREIGN.matcher(source);
        if (foreign.find()) {
            var reason = assertThrows(Problem.class, () -> Compiler.compile(new ContentSource("News", source, null))).reason();
            assertEquals("content.unreadable-line", reason.key());
            assertEquals(foreign.group(), reason.arguments().get("what"));
            assertEquals(String.valueOf(source.substring(0, foreign.end()).lines().count()), String.valueOf(reason.arguments().get("line")));
        }
    }

    @ParameterizedTest
    @MethodSource("newsletters")
    void withoutFieldsAndTrackingEveryCharacterStays(Path file) throws Exception {
        var source = Files.readString(file).replaceAll("\\{\\{.*?}}", "value");
        assertEquals(source, Compiler.compile(new ContentSource("News", source, null)).render(new HashMap<>(), Tracking.none()).html());
    }
}
