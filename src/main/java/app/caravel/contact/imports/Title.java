package app.caravel.contact.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What stands before a name and says how its bearer is greeted: a word of his sex, a degree, or both. Two words that
 * contradict one another, and titles that no line is known for, greet nobody.
 *
 * @param address the word of a sex, null where there is none
 * @param degree the highest one, null where there is none
 */
record Title(@Nullable Form address, @Nullable Form degree, boolean unclear) {

    /**
     * @param line with {0} for the name; null where none is safe
     * @param withDegree with {1} for a degree; null where the line goes without
     */
    private record Form(String kind, @Nullable String line, @Nullable String withDegree) {}

    /** With its points and hyphens. */
    private static final int LONGEST = 18;

    private static final String HE = "he";
    private static final String SHE = "she";
    private static final String DEGREE = "degree";
    private static final String SILENT = "silent";

    private static final Map<String, Form> FORMS = new HashMap<>();

    /** Words that are names or initials unless a point follows. */
    private static final Set<String> POINTED = Set.of("m", "eng", "ing", "ir", "mag", "hr", "fr", "he", "lic", "arq", "dott", "avv", "sig", "dipl", "st", "rev", "capt", "mw", "nat", "phil", "rer", "hc", "habil");

    private static final Set<String> FRENCH = Set.of("FR", "BE", "CH", "CA", "LU", "MC", "MA", "TN", "DZ", "SN", "CI", "CM", "MG", "ML", "BF", "BJ", "TG", "CD", "CG", "GA", "HT", "RE");
    private static final Set<String> GERMAN = Set.of("DE", "AT", "CH", "LI", "LU");
    private static final Set<String> DUTCH = Set.of("NL", "BE");
    private static final Set<String> FRENCH_GIVEN = WordLists.plainSet(WordLists.read("name-words.txt"), "french_given");

    static {
        form(HE, "Dear Mr. {0}", "Dear {1} {0}", "mr", "mister");
        form(SHE, "Dear Mrs. {0}", "Dear {1} {0}", "mrs");
        form(SHE, "Dear Ms. {0}", "Dear {1} {0}", "ms");
        form(SHE, "Dear Miss {0}", "Dear {1} {0}", "miss");
        form(HE, "Sehr geehrter Herr {0}", "Sehr geehrter Herr {1} {0}", "herr", "herrn", "hr");
        form(SHE, "Sehr geehrte Frau {0}", "Sehr geehrte Frau {1} {0}", "frau", "fr");
        form(HE, "Monsieur {0}", null, "monsieur", "m");
        form(SHE, "Madame {0}", null, "madame", "mme");
        form(SHE, "Mademoiselle {0}", null, "mademoiselle", "mlle");
        form(HE, "Estimado Sr. {0}", null, "señor", "senor", "sr");
        form(SHE, "Estimada Sra. {0}", null, "señora", "senora", "sra");
        form(SHE, "Estimada Srta. {0}", null, "señorita", "srta");
        form(HE, "Prezado Sr. {0}", null, "senhor");
        form(SHE, "Prezada Sra. {0}", null, "senhora");
        form(HE, "Gentile Sig. {0}", null, "signor", "signore", "sig");
        form(SHE, "Gentile Sig.ra {0}", null, "signora", "sigra");
        form(HE, "Geachte heer {0}", null, "dhr", "heer");
        form(SHE, "Geachte mevrouw {0}", null, "mevrouw", "mevr", "mw");
        form(HE, "Уважаемый г-н {0}", null, "гн", "господин");
        form(SHE, "Уважаемая г-жа {0}", null, "гжа", "госпожа");
        form(HE, "Dear Encik {0}", null, "encik");
        form(SHE, "Dear Puan {0}", null, "puan");
        form(HE, null, null, "shri", "bay", "pan");
        form(SHE, null, null, "smt", "bayan", "pani", "paní");
        form(SHE, "Estimada Sra. {0}", null, "dña", "doña");
        form(DEGREE, "Dear Prof. {0}", "Prof.", "prof", "professor", "univprof");
        form(DEGREE, "Dear Dr. {0}", "Dr.", "dr", "doctor", "drhc", "dring", "drmed", "drjur");
        form(DEGREE, "Dear Eng. {0}", null, "eng");
        form(DEGREE, "Estimada Dra. {0}", null, "dra");
        form(DEGREE, "Estimada Profa. {0}", null, "profa");
        form(DEGREE, "Gentile Dott. {0}", null, "dott", "dottor");
        form(DEGREE, "Gentile Dott.ssa {0}", null, "dottssa", "dottoressa");
        form(SILENT, null, null, "ing", "dipl", "dipling", "diplkfm", "diplkffr", "diplwirtsching", "mag", "ir", "lic", "arq", "avv", "rev", "capt", "he", "sheikh", "shaikh", "haji", "hajj", "hc", "habil",
                "rer", "nat", "phil", "dato", "datuk", "проф", "sir", "sayın", "khun", "freiherr");
    }

    private static void form(String kind, @Nullable String line, @Nullable String withDegree, String... words) {
        for (var word : words) {
            FORMS.put(word, new Form(kind, line, withDegree));
        }
    }

    /** How many characters of a text are titles; the name behind them is not one. */
    static int lengthAtStart(String text, @Nullable String country, boolean inColumn) {
        int length = 0;
        while (length < text.length()) {
            int end = wordEnd(text, length, country, inColumn);
            if (end < 0) {
                return length;
            }
            length = end;
        }
        return length;
    }

    /** The end of the title at a place, with the spaces behind it, or -1 where none stands there. */
    private static int wordEnd(String text, int from, @Nullable String country, boolean inColumn) {
        int space = from;
        while (space < text.length() && !Character.isWhitespace(text.charAt(space))) {
            space++;
        }
        if (space < text.length() && isOne(text.substring(from, space), text.substring(space), country, inColumn)) {
            return afterSpaces(text, space);
        }
        int point = text.indexOf('.', from);
        if (point > 0 && point < space && point + 1 < text.length() && isOne(text.substring(from, point + 1), text.substring(point + 1), country, inColumn)) {
            return afterSpaces(text, point + 1);
        }
        return -1;
    }

    private static int afterSpaces(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isOne(String written, String behind, @Nullable String country, boolean inColumn) {
        if (written.length() > LONGEST) {
            return false;
        }
        var word = bare(written);
        if (!FORMS.containsKey(word)) {
            return false;
        }
        if (inColumn) {
            return true;
        }
        switch (word) {
            case "bay", "bayan" -> {
                return "TR".equals(country);
            }
            case "pan", "pani", "paní" -> {
                return "PL".equals(country) || "CZ".equals(country) || "SK".equals(country);
            }
            case "m" -> {
                if (country != null && FRENCH.contains(country)) {
                    return true;
                }
            }
            default -> { }
        }
        if (!POINTED.contains(word)) {
            return true;
        }
        return written.indexOf('.') > 0 && switch (word) {
            case "m" -> country == null ? isFrench(behind) : FRENCH.contains(country);
            case "fr", "hr" -> country != null && GERMAN.contains(country);
            case "mw" -> country == null || DUTCH.contains(country);
            default -> true;
        };
    }

    /** M. Jean Dupont: the given name tells the language, not the sex. */
    private static boolean isFrench(String behind) {
        var words = behind.strip().split("\\s+");
        return words.length >= 2 && FRENCH_GIVEN.contains(WordLists.plain(words[0]));
    }

    /** @param written one title or several */
    static Title of(String written, @Nullable String country) {
        Form address = null;
        Form degree = null;
        boolean unclear = false;
        for (var word : List.of(written.replaceAll("(?<=\\.)(?=\\p{L}{2})(?!ssa|ra\\b)", " ").strip().split("\\s+"))) {
            var form = in(bare(word), country);
            if (form == null) {
                continue;
            }
            if (form.kind.equals(DEGREE)) {
                degree = degree == null ? form : degree;
            } else if (!form.kind.equals(SILENT)) {
                unclear |= address != null && !address.kind.equals(form.kind);
                address = form;
            }
        }
        return new Title(address, degree, unclear);
    }

    private static @Nullable Form in(String word, @Nullable String country) {
        if ("BR".equals(country) && (word.equals("sr") || word.equals("sra"))) {
            return FORMS.get(word.equals("sr") ? "senhor" : "senhora");
        }
        return FORMS.get(word);
    }

    /** Whether it is Spanish: two family names follow then. */
    boolean isSpanish() {
        return address != null && address.line != null && address.line.startsWith("Estimad");
    }

    /** The line that greets a name; null where none is safe. */
    @Nullable String line(String name) {
        if (unclear || !fits(name)) {
            return null;
        }
        if (address == null) {
            return degree == null || degree.line == null ? null : degree.line.replace("{0}", name);
        }
        if (degree != null && degree.withDegree != null && address.withDegree != null) {
            return address.withDegree.replace("{1}", degree.withDegree).replace("{0}", name);
        }
        return address.line == null ? null : address.line.replace("{0}", address.line.startsWith("Geachte") ? capital(name) : name);
    }

    /** In Dutch, van der Berg begins large where no given name stands before it. */
    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** A line in Latin letters greets nobody in others. */
    private boolean fits(String name) {
        var script = Character.UnicodeScript.of(name.codePointAt(0));
        var line = address == null ? degree == null ? null : degree.line : address.line;
        return line != null && script == Character.UnicodeScript.of(line.codePointAt(0));
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replace(".", "").replace("-", "");
    }
}
