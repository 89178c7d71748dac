package app.caravel.contact.imports;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** How people are addressed, and the line a mail may begin with where that is safe: in the language that the file itself uses. */
final class Honorifics {

    /** One found at the start or end of a name. */
    record Found(String written, boolean isSuffix) {
        String without(String name) {
            var rest = isSuffix ? name.substring(0, name.length() - written.length()) : name.substring(written.length());
            return rest.replaceFirst("^[.\\s]+", "").strip();
        }
    }

    /** Behind the family name, the longer ones first. */
    private static final List<String> SUFFIXES = List.of(
            "副总经理", "總經理", "总经理", "董事长", "董事長", "工程师", "工程師", "副经理", "先生", "女士", "小姐", "太太", "副总", "经理", "經理", "总监", "總監", "主任", "主管", "部长", "科长", "处长", "厂长", "店长",
            "老板", "老闆", "老师", "老師", "教授", "博士", "律师", "总", "總", "工");

    /** Japanese ones, which stand behind a whole name too. */
    private static final Set<String> JAPANESE = Set.of("様", "さま", "さん", "殿", "氏");

    private static final List<String> GREETINGS = List.of(
            "dear ", "hello", "hi ", "good ", "sehr geehrte", "liebe", "guten tag", "bonjour", "cher ", "chère ", "estimad", "prezad", "gentile", "egregio", "уважаем", "尊敬的", "亲爱的", "geachte");

    /** A column of them may tell no more than this; in Chinese it is told with the name. */
    private static final Map<String, String> SEXES = Map.ofEntries(
            Map.entry("男", "先生"), Map.entry("女", "女士"), Map.entry("男性", "先生"), Map.entry("女性", "女士"), Map.entry("male", "mr"), Map.entry("female", "ms"), Map.entry("männlich", "herr"), Map.entry("weiblich", "frau"));

    private Honorifics() {}

    /** A column that says Mr. or Frau, not a person's job. */
    static boolean isOne(String cell) {
        return SUFFIXES.contains(cell.strip()) || SEXES.containsKey(cell.strip().toLowerCase(Locale.ROOT)) || isTitle(cell.strip());
    }

    static boolean isGreeting(String cell) {
        var lower = cell.toLowerCase(Locale.ROOT);
        return cell.length() > 4 && GREETINGS.stream().anyMatch(lower::startsWith) || cell.endsWith("您好") || cell.endsWith("你好");
    }

    /**
     * The line for an honorific and the name to be greeted, or null where it is not safe.
     *
     * @param country ISO code or null
     */
    static @Nullable String line(String honorific, @Nullable String name, @Nullable String country) {
        if (name == null) {
            return null;
        }
        boolean isHan = Names.isAll(name, UnicodeScript.HAN);
        var said = honorific.strip();
        var written = SEXES.getOrDefault(said.toLowerCase(Locale.ROOT), said);
        if (SUFFIXES.contains(written)) {
            return isHan ? name + written + "您好" : null;
        }
        if (JAPANESE.contains(written)) {
            return name + "様";
        }
        return isHan || !isTitle(written) ? null : Title.of(written, country).line(name);
    }

    private static boolean isTitle(String written) {
        int length = Title.lengthAtStart(written + " ", null, true);
        return length > 0 && written.substring(Math.min(length, written.length())).isBlank();
    }

    /**
     * The one that a name begins or ends with; several that follow one another are one: {@code Herr Prof. Dr.}
     *
     * @param country ISO code or null: M. is Monsieur in France, and an initial elsewhere
     */
    static @Nullable Found in(String name, @Nullable String country) {
        if (!Names.hasEastAsian(name)) {
            return title(name, country);
        }
        for (var suffix : SUFFIXES) {
            // 王总 is a manager Wang; 王工 and longer given names that end so are left alone
            int rest = name.length() - suffix.length();
            if (rest > 0 && name.endsWith(suffix) && ChineseSurnames.lengthAtStart(name) > 0 && (suffix.length() > 1 || rest == ChineseSurnames.lengthAtStart(name))) {
                return new Found(suffix, true);
            }
        }
        for (var suffix : JAPANESE) {
            if (name.length() > suffix.length() + 1 && name.endsWith(suffix)) {
                return new Found(suffix, true);
            }
        }
        return title(name, country);
    }

    private static @Nullable Found title(String name, @Nullable String country) {
        int length = Title.lengthAtStart(name, country, false);
        return length == 0 ? null : new Found(name.substring(0, length).strip(), false);
    }
}
