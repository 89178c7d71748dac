package app.caravel.contact.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.ibm.icu.text.Normalizer2;

/** What column names mean, in the languages of offices and the words of exporters ({@code headers.txt}). */
final class Headers {

    /**
     * @param rank the lower the better this name says its field
     */
    record Meaning(Field field, int rank) {}

    private static final Map<String, Meaning> MEANINGS = read();

    /** Words that mean the given name beside a family name, and the whole name without one. */
    private static final Set<String> GIVEN_OR_WHOLE = Set.of("名", "nombre", "nome", "имя", "imię", "ad", "tên", "first");

    private Headers() {}

    static boolean meansWholeNameAlone(String header) {
        return GIVEN_OR_WHOLE.contains(normal(header));
    }

    static Optional<Meaning> of(String header) {
        return header.length() > 100 ? Optional.empty() : Optional.ofNullable(MEANINGS.get(normal(header)));
    }

    /** Without case, width, spaces, brackets and punctuation: "E-mail 2 (Address):" is "email2address". */
    static String normal(String header) {
        var letters = new StringBuilder();
        Normalizer2.getNFKCInstance().normalize(header).toLowerCase(Locale.ROOT).codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.COMBINING_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static Map<String, Meaning> read() {
        var meanings = new HashMap<String, Meaning>();
        var ranks = new HashMap<Field, Integer>();
        try (var lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(Headers.class.getResourceAsStream("headers.txt")), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (line.startsWith("#") || equals < 0) {
                    continue;
                }
                var field = Field.ofKey(line.substring(0, equals)).orElseThrow();
                for (var name : line.substring(equals + 1).split(",")) {
                    meanings.putIfAbsent(normal(name), new Meaning(field, ranks.merge(field, 1, Integer::sum)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("headers.txt", e);
        }
        return meanings;
    }
}
