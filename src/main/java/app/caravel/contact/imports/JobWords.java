package app.caravel.contact.imports;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Departments and jobs, where a name is expected ({@code name-words.txt}): nobody is greeted as Ms. Purchasing. */
final class JobWords {

    private static final Map<String, List<String>> LISTS = WordLists.read("name-words.txt");
    private static final Set<String> JOBS = WordLists.set(LISTS, "job");
    private static final Set<String> ALONG = WordLists.set(LISTS, "along");
    private static final List<String> IN_CHARACTERS = LISTS.getOrDefault("job_characters", List.of());
    private static final List<String> DEPARTMENT_ENDS = LISTS.getOrDefault("department_end", List.of());
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&]+");

    private JobWords() {}

    static boolean isOne(String word) {
        return JOBS.contains(lower(word));
    }

    /** One that says nothing of its own, but goes along with a job: {@code of}, {@code Senior}. */
    static boolean goesAlong(String word) {
        return ALONG.contains(lower(word));
    }

    /** Whether a job or a department is named anywhere. */
    static boolean isIn(String text) {
        if (isInCharacters(text)) {
            return true;
        }
        for (var word : words(text)) {
            if (JOBS.contains(lower(word))) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing else is said: {@code Purchasing Department}, {@code 采购部}. */
    static boolean isAll(String text) {
        if (isInCharacters(text)) {
            return true;
        }
        boolean any = false;
        for (var word : words(text)) {
            boolean job = JOBS.contains(lower(word));
            if (!job && !word.isEmpty() && !ALONG.contains(lower(word))) {
                return false;
            }
            any |= job;
        }
        return any;
    }

    /** By a single space where that is all: it costs no pattern. */
    private static String[] words(String text) {
        return Names.isPlainWords(text) && text.indexOf('-') < 0 ? text.split(" ") : BETWEEN.split(text);
    }

    private static boolean isInCharacters(String text) {
        if (!Names.hasEastAsian(text)) {
            return false;
        }
        return IN_CHARACTERS.stream().anyMatch(text::contains) || DEPARTMENT_ENDS.stream().anyMatch(end -> text.length() > end.length() && text.endsWith(end));
    }

    private static String lower(String word) {
        return (word.indexOf('.') < 0 ? word : word.replace(".", "")).toLowerCase(Locale.ROOT);
    }
}
