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
import java.util.regex.Pattern;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/** What column names mean, in the languages of offices and the words of exporters ({@code headers.txt}). */
final class Headers {

    /**
     * @param rank the lower the better this name says its field
     */
    record Meaning(Field field, int rank) {}

    private static final Pattern LATIN_WITH_ACCENT = Pattern.compile("(\\p{IsLatin})\\p{Mn}+");

    private static final Map<String, Meaning> MEANINGS = read();

    /** Words that mean the given name beside a family name, and the whole name without one. */
    private static final Set<String> GIVEN_OR_WHOLE = Set.of("名", "nombre", "nome", "имя", "imię", "ad", "tên", "first", "名字");

    private Headers() {}

    static boolean meansWholeNameAlone(String header) {
        return GIVEN_OR_WHOLE.contains(normal(header));
    }

    /** Where a name is not known as it stands, what is said beside the word that counts is taken away: {@link HeaderWords}. */
    static Optional<Meaning> of(String header) {
        if (header.length() > 100) {
            return Optional.empty();
        }
        var exact = exactly(header);
        return exact.isPresent() ? exact : HeaderWords.meaning(header);
    }

    /** The meaning of a name as it stands, with or without accents, in simplified or traditional characters. */
    static Optional<Meaning> exactly(String header) {
        var normal = normal(header);
        var meaning = MEANINGS.get(normal);
        if (meaning == null && normal.chars().anyMatch(c -> c >= 128)) {
            meaning = MEANINGS.get(plain(normal));
        }
        return Optional.ofNullable(meaning);
    }

    /** Without case, width, spaces, brackets and punctuation: "E-mail 2 (Address):" is "email2address". */
    static String normal(String header) {
        var letters = new StringBuilder();
        Normalizer2.getNFKCInstance().normalize(header).toLowerCase(Locale.ROOT).codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.COMBINING_SPACING_MARK)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Latin letters without accents, as who has no such keys writes them; Chinese characters as the mainland writes them. */
    private static String plain(String normal) {
        var decomposed = Normalizer2.getNFDInstance().normalize(normal);
        var letters = LATIN_WITH_ACCENT.matcher(decomposed).replaceAll("$1");
        var composed = Normalizer2.getNFCInstance().normalize(letters);
        return composed.codePoints().anyMatch(Character::isIdeographic) ? Simplified.FORM.transliterate(composed) : composed;
    }

    private static final class Simplified {
        static final Transliterator FORM = Transliterator.getInstance("Traditional-Simplified");
    }

    private static Map<String, Meaning> read() {
        var meanings = new HashMap<String, Meaning>();
        var withoutAccents = new HashMap<String, Meaning>();
        var ranks = new HashMap<Field, Integer>();
        try (var lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(Headers.class.getResourceAsStream("headers.txt")), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (line.startsWith("#") || equals < 0) {
                    continue;
                }
                var field = Field.ofKey(line.substring(0, equals)).orElseThrow();
                for (var name : line.substring(equals + 1).split(",")) {
                    var meaning = new Meaning(field, ranks.merge(field, 1, Integer::sum));
                    meanings.putIfAbsent(normal(name), meaning);
                    withoutAccents.putIfAbsent(LATIN_WITH_ACCENT.matcher(Normalizer2.getNFDInstance().normalize(normal(name))).replaceAll("$1"), meaning);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("headers.txt", e);
        }
        withoutAccents.forEach(meanings::putIfAbsent);
        return meanings;
    }
}
