package app.caravel.contact.imports;

import java.util.List;
import java.util.Locale;

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

    private record Form(String word, String line) {}

    private static final List<Form> PREFIXES = List.of(
            new Form("mrs", "Dear Mrs. {0}"), new Form("mr", "Dear Mr. {0}"), new Form("miss", "Dear Miss {0}"), new Form("ms", "Dear Ms. {0}"),
            new Form("dr", "Dear Dr. {0}"), new Form("prof", "Dear Prof. {0}"), new Form("mister", "Dear Mr. {0}"), new Form("eng", "Dear Eng. {0}"),
            new Form("herr dr", "Sehr geehrter Herr Dr. {0}"), new Form("frau dr", "Sehr geehrte Frau Dr. {0}"),
            new Form("herr", "Sehr geehrter Herr {0}"), new Form("herrn", "Sehr geehrter Herr {0}"), new Form("frau", "Sehr geehrte Frau {0}"),
            new Form("monsieur", "Monsieur {0}"), new Form("madame", "Madame {0}"), new Form("mme", "Madame {0}"),
            new Form("señor", "Estimado Sr. {0}"), new Form("señora", "Estimada Sra. {0}"));

    private static final List<String> SUFFIXES = List.of("先生", "女士", "小姐", "太太", "总经理", "副总", "经理", "总监", "主任", "老板", "老师", "工程师", "董事长", "总", "工");

    private static final List<String> GREETINGS = List.of(
            "dear ", "hello", "hi ", "good ", "sehr geehrte", "liebe", "guten tag", "bonjour", "cher ", "chère ", "estimad", "prezad", "gentile", "egregio", "уважаем", "尊敬的", "亲爱的", "geachte");

    private Honorifics() {}

    /** A column that says Mr. or Frau, not a person's job. */
    static boolean isOne(String cell) {
        var word = bare(cell);
        return PREFIXES.stream().anyMatch(form -> form.word.equals(word)) || SUFFIXES.contains(cell.strip());
    }

    static boolean isGreeting(String cell) {
        var lower = cell.toLowerCase(Locale.ROOT);
        return cell.length() > 4 && GREETINGS.stream().anyMatch(lower::startsWith) || cell.endsWith("您好") || cell.endsWith("你好");
    }

    /** The line for an honorific and a family name, or null where it is not safe. */
    static @Nullable String line(String honorific, @Nullable String lastName) {
        if (lastName == null) {
            return null;
        }
        var suffix = honorific.strip();
        if (SUFFIXES.contains(suffix)) {
            return Names.isAll(lastName, Character.UnicodeScript.HAN) ? lastName + suffix + "您好" : null;
        }
        var word = bare(honorific);
        for (var form : PREFIXES) {
            if (form.word.equals(word)) {
                return Names.isAll(lastName, Character.UnicodeScript.HAN) ? null : form.line.replace("{0}", lastName);
            }
        }
        return null;
    }

    /** The one that a name begins or ends with. */
    static @Nullable Found in(String name) {
        for (var suffix : SUFFIXES) {
            // 王总 is a manager Wang; 王工 and longer given names that end so are left alone
            int rest = name.length() - suffix.length();
            if (rest > 0 && name.endsWith(suffix) && ChineseSurnames.lengthAtStart(name) > 0 && (suffix.length() > 1 || rest == ChineseSurnames.lengthAtStart(name))) {
                return new Found(suffix, true);
            }
        }
        int end = 0;
        while (end < name.length() && !Character.isWhitespace(name.charAt(end)) && name.charAt(end) != '.') {
            end++;
        }
        var first = name.substring(0, end).toLowerCase(Locale.ROOT);
        boolean pointed = end < name.length();
        if (pointed && PREFIXES.stream().anyMatch(form -> form.word.equals(first))) {
            return new Found(name.substring(0, end), false);
        }
        return null;
    }

    private static String bare(String honorific) {
        return honorific.strip().toLowerCase(Locale.ROOT).replace(".", "").strip();
    }
}
