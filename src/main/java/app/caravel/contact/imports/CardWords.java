package app.caravel.contact.imports;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of cards, signatures and inquiries ({@code card-words.txt}): labels, job titles, closings. */
final class CardWords {

    /** What a label says that follows. */
    enum Label { NAME, FIRST_NAME, LAST_NAME, ROLE, COMPANY, ADDRESS, MOBILE, PHONE, FAX, SITE, POSTAL, CITY, COUNTRY, OTHER }

    private static final Map<String, List<String>> WORDS = WordLists.read("card-words.txt");
    private static final Map<String, Label> LABELS = labels();
    private static final Map<String, Label> SHORT = shortOnes();
    private static final Set<String> CLOSINGS = closings();

    private static final String NOT_WITHIN = "(?<![\\p{L}\\p{N}@./_-])";

    /** A label with its colon, then a label without one before what it can only mean: {@code T +49 40 ...}, {@code W www.}. */
    static final Pattern LABEL = Pattern.compile(NOT_WITHIN + "(?:(?<label>" + anyOf(LABELS.keySet()) + ")\\s*(?:[(（][^()（）]{0,20}[)）])?\\s*\\.?\\s*[:：]\\s*"
            + "|(?<short>" + anyOf(SHORT.keySet()) + ")[.)]?\\s+(?=[+(]{0,2}\\d|[\\w.+-]+@|www\\.|https?://))", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A Chinese or Japanese label at the beginning of a line, with nothing but a space behind it. */
    static final Pattern SPACED = Pattern.compile("^(?<label>" + anyOf(LABELS.keySet().stream().filter(label -> label.length() > 1 && isHan(label)).collect(Collectors.toSet())) + ")\\s+(?=\\S)");

    private static final Pattern TITLE = Pattern.compile(WORDS.getOrDefault("title", List.of()).stream().sorted(Comparator.comparing(String::length).reversed())
            .map(word -> isHan(word) || isHangul(word) ? Pattern.quote(word) : NOT_WITHIN + Pattern.quote(word) + "(?![\\p{L}\\p{N}])").collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private CardWords() {}

    static Label meaning(String written) {
        var word = plain(written);
        return LABELS.getOrDefault(word, Label.OTHER);
    }

    static Label shortMeaning(String written) {
        return SHORT.getOrDefault(plain(written), Label.OTHER);
    }

    static boolean saysTitle(String line) {
        return TITLE.matcher(line).find();
    }

    static boolean isClosing(String line) {
        var words = line.toLowerCase(Locale.ROOT).replaceAll("[\\s,.!，。！~]+$", "").strip();
        return words.isEmpty() || words.chars().allMatch(c -> "-_=*~—–#>".indexOf(c) >= 0) || CLOSINGS.contains(words);
    }

    private static Map<String, Label> labels() {
        var labels = new HashMap<String, Label>();
        for (var label : Label.values()) {
            WORDS.getOrDefault(label.name().toLowerCase(Locale.ROOT), List.of()).forEach(word -> labels.putIfAbsent(plain(word), label));
        }
        return labels;
    }

    private static Map<String, Label> shortOnes() {
        var labels = new HashMap<String, Label>();
        for (var label : List.of(Label.PHONE, Label.MOBILE, Label.FAX, Label.ADDRESS, Label.SITE)) {
            WORDS.getOrDefault("short_" + label.name().toLowerCase(Locale.ROOT), List.of()).forEach(word -> labels.put(plain(word), label));
        }
        return labels;
    }

    private static Set<String> closings() {
        return new HashSet<>(WORDS.getOrDefault("closing", List.of()));
    }

    private static String plain(String word) {
        var lower = word.toLowerCase(Locale.ROOT).strip();
        return isHan(lower) ? lower.replaceAll("\\s+", "") : lower;
    }

    /** The longest first: Company Name before Company. */
    private static String anyOf(Set<String> words) {
        return words.stream().sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder())).map(CardWords::spaced).collect(Collectors.joining("|"));
    }

    private static String spaced(String word) {
        if (!isHan(word)) {
            return Pattern.quote(word);
        }
        return word.codePoints().mapToObj(c -> Pattern.quote(Character.toString(c))).collect(Collectors.joining("\\s*"));
    }

    private static boolean isHan(String word) {
        return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static boolean isHangul(String word) {
        return word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL);
    }
}
