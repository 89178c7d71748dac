package app.caravel.contact.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Files of words beside the classes: {@code key = word, word}, a key on as many lines as it needs, remarks behind #. */
final class WordLists {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private WordLists() {}

    static Map<String, List<String>> read(String file) {
        var words = new HashMap<String, List<String>>();
        try (var lines = new BufferedReader(new InputStreamReader(Objects.requireNonNull(WordLists.class.getResourceAsStream(file)), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#") && equals > 0) {
                    var of = words.computeIfAbsent(line.substring(0, equals).strip(), _ -> new ArrayList<>());
                    for (var word : line.substring(equals + 1).split(",")) {
                        of.add(word.strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return words;
    }

    static Set<String> set(Map<String, List<String>> lists, String key) {
        return Set.copyOf(lists.getOrDefault(key, List.of()));
    }

    static Set<String> plainSet(Map<String, List<String>> lists, String key) {
        return lists.getOrDefault(key, List.of()).stream().map(WordLists::plain).collect(Collectors.toUnmodifiableSet());
    }

    /** In lower case and without accents: Nguyễn -> nguyen. */
    static String plain(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (isAscii(lower)) {
            return lower;
        }
        return ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("").replace('đ', 'd').replace('ł', 'l').replace('ø', 'o');
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }
}
