package app.caravel.content.advice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The words of one language, by the reason why they are known. */
final class Phrases {

    private static final Map<Tongue, Phrases> READ = new EnumMap<>(Tongue.class);

    private final Map<String, List<String>> lines = new HashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();

    static synchronized Phrases of(Tongue tongue) {
        return READ.computeIfAbsent(tongue, Phrases::new);
    }

    private Phrases(Tongue tongue) {
        var file = tongue.name().toLowerCase(Locale.ROOT) + ".txt";
        try (var in = Objects.requireNonNull(Phrases.class.getResourceAsStream(file), file)) {
            var section = "";
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(String::strip).filter(each -> !each.isEmpty() && !each.startsWith("#")).toList()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else {
                    lines.computeIfAbsent(section, _ -> new ArrayList<>()).add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines.forEach((section, phrases) -> patterns.put(section, pattern(phrases, tongue == Tongue.ZH)));
    }

    /** The longer phrase wins; a star stands for any ending, an inner space for any. */
    private static Pattern pattern(List<String> phrases, boolean withoutBorders) {
        var any = phrases.stream().sorted(Comparator.comparingInt(String::length).reversed())
                .map(phrase -> Pattern.quote(phrase).replace("*", "\\E[\\p{L}\\p{M}]*\\Q").replace(" ", "\\E[\\s\\u00a0]+\\Q").replace("'", "\\E['’]\\Q"))
                .collect(Collectors.joining("|"));
        return Pattern.compile(withoutBorders ? "(?:" + any + ")" : "(?iu)(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])");
    }

    private Matcher matcher(String section, String text) {
        return Objects.requireNonNull(patterns.get(section), section).matcher(text);
    }

    /** The first of them as the text writes it; null where none is there. */
    @Nullable String first(String section, String text) {
        var found = matcher(section, text);
        return found.find() ? found.group() : null;
    }

    /** Whether the text is one of them and nothing else. */
    boolean isOne(String section, String text) {
        return matcher(section, text).matches();
    }

    /** One of them that the text begins with; null where it begins otherwise. */
    @Nullable String begins(String section, String text) {
        var found = matcher(section, text);
        return found.lookingAt() ? found.group() : null;
    }

    int count(String section, String text) {
        return (int) matcher(section, text).results().count();
    }

    /** Each of them once, as the text writes it first. */
    Set<String> all(String section, String text) {
        var seen = new LinkedHashSet<String>();
        var all = new LinkedHashSet<String>();
        matcher(section, text).results().forEach(found -> {
            if (seen.add(found.group().toLowerCase(Locale.ROOT))) {
                all.add(found.group());
            }
        });
        return all;
    }

    /** The first line of a section, as it stands. */
    String line(String section) {
        return Objects.requireNonNull(lines.get(section), section).getFirst();
    }
}
