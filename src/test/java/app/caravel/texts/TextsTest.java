package app.caravel.texts;

import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class TextsTest {

    private static final Path FOLDER = Path.of("src/main/resources/app/caravel/texts");
    private static final Pattern NAMED = Pattern.compile("(?:\\btext|\\btexts\\.get|\\bReason\\.of|\\bProblem\\.of)\\(\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"\\s*[,)]");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)[,}]");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws Exception {
        try (var files = Files.list(FOLDER)) {
            var english = files.filter(file -> !file.getFileName().toString().contains("_zh_CN")).toList();
            assertFalse(english.isEmpty());
            for (var file : english) {
                var name = file.getFileName().toString();
                var texts = read(file);
                var chinese = read(FOLDER.resolve(name.replace(".properties", "_zh_CN.properties")));
                assertEquals(new TreeSet<>(texts.stringPropertyNames()), new TreeSet<>(chinese.stringPropertyNames()), name);
                for (var key : texts.stringPropertyNames()) {
                    assertEquals(key.split("\\.")[0] + ".properties", name, key + " stands in the wrong file");
                    assertEquals(arguments(texts.getProperty(key)), arguments(chinese.getProperty(key)), key);
                }
            }
        }
    }

    /** Keys that are put together while it runs are not seen here. */
    @Test
    void everyKeyThatTheCodeNamesHasItsWords() throws Exception {
        var keys = new TreeSet<String>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                keys.addAll(read(file).stringPropertyNames());
            }
        }
        var wordless = new TreeSet<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                NAMED.matcher(Files.readString(source)).results().map(found -> found.group(1)).filter(key -> !keys.contains(key)).forEach(key -> wordless.add(key + " in " + source.getFileName()));
            }
        }
        assertEquals(Set.of(), wordless);
    }

    private static Set<String> arguments(String text) {
        var names = new TreeSet<String>();
        ARGUMENT.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Properties read(Path file) throws Exception {
        var properties = new Properties();
        try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        }
        return properties;
    }
}
