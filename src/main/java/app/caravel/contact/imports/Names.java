package app.caravel.contact.imports;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A person's name in parts, split only where the parts can be told: by the script, the country's custom, a comma. What
 * cannot be told stays whole.
 */
record Names(@Nullable String full, @Nullable String first, @Nullable String last, @Nullable String honorific) {

    static final Names NONE = new Names(null, null, null, null);

    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "delle", "di", "da", "das", "do", "dos", "du", "van", "von", "vom", "zu", "zur", "der", "den", "ten", "ter", "te", "la", "le", "los",
            "al", "el", "bin", "ibn", "bint", "ben", "abu", "bu", "st.", "san", "santa", "af", "av", "op");
    private static final Set<String> AFTER_NAMES = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "mba", "md", "esq", "msc", "bsc", "cpa", "pmp");
    private static final Set<String> TWO_SURNAMES = Set.of("ES", "MX", "CO", "AR", "CL", "PE", "VE", "EC", "GT", "BO", "DO", "HN", "PY", "SV", "NI", "CR", "PA", "UY", "CU", "PR");
    private static final Set<String> FAMILY_FIRST = Set.of("HU", "VN");
    private static final Set<String> CHINESE = Set.of("CN", "TW", "HK", "MO", "SG", "MY");
    private static final Pattern COMPANY = Pattern.compile(
            "(?i)(?:^|[\\s,.(])(?:ltd|limited|gmbh|inc|llc|llp|corp|corporation|co|company|kg|ag|ug|s\\.?a|s\\.?r\\.?l|s\\.?l|b\\.?v|n\\.?v|a/s|aps|oy|ab|sp\\. z o\\.?o|s\\.?r\\.?o|"
                    + "pty|plc|pvt|fze|fzco|fzc|sdn|bhd|kft|d\\.?o\\.?o|ooo|ооо|зао|оао|trading|group|international|import|export|industries|e\\.?k)(?:[\\s,.)]|$)"
                    + "|公司|集团|有限|工厂|商行|贸易|株式会社|有限会社|㈱|\\(株\\)|주식회사|\\(주\\)");

    /** The words of the pattern that need no mark. */
    private static final Set<String> COMPANY_WORDS = Set.of(
            "ltd", "limited", "gmbh", "inc", "llc", "llp", "corp", "corporation", "co", "company", "kg", "ag", "ug", "sa", "srl", "sl", "bv", "nv", "aps", "oy", "ab", "sro", "pty", "plc", "pvt", "fze",
            "fzco", "fzc", "sdn", "bhd", "kft", "doo", "ooo", "ооо", "зао", "оао", "trading", "group", "international", "import", "export", "industries", "ek");

    private static final int LONGEST_COMPANY_WORD = 13;

    /** Scripts that write without spaces begin here, or are Hangul of its old letters. */
    private static final char EAST_ASIAN = 0x1100;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\u3000·•]+");

    /** An address, a number among the words, or one word with a number: Room 302, Sales02. Two words may carry numbers: Anna2 Weber. */
    private static final Pattern NO_NAME = Pattern.compile("@|(^|\\s)\\d|^\\S*\\d\\S*$");

    /**
     * @param full the name as one, or null
     * @param givenName from a column of its own, or null
     * @param familyName from a column of its own, or null
     * @param country ISO code or null; a Japanese name is split by its space alone
     */
    static Names of(@Nullable String full, @Nullable String givenName, @Nullable String familyName, @Nullable String country) {
        return of(full, givenName, null, familyName, country);
    }

    /**
     * @param middleName from a column of its own, or null; it stands in the full name
     */
    static Names of(@Nullable String full, @Nullable String givenName, @Nullable String middleName, @Nullable String familyName, @Nullable String country) {
        if (givenName != null && familyName != null && !givenName.equals(familyName)) {
            var composed = composed(middleName == null ? givenName : composed(givenName, middleName), familyName, country);
            return new Names(full == null || isSameTurned(full, composed) ? composed : full, givenName, familyName, null);
        }
        // card readers put the whole name where the given or the family name belongs
        var one = givenName != null ? givenName : familyName;
        if (one != null && middleName == null && (full == null ? isWhole(one) : full.equals(one) && isSeveral(one))) {
            return of(one, null, null, null, country);
        }
        if (full == null) {
            return new Names(one == null || middleName == null ? one : composed(one, middleName), givenName, familyName, null);
        }
        var honorific = Honorifics.in(full);
        var bare = honorific == null ? full : honorific.without(full);
        var split = bare.isEmpty() || looksLikeCompany(bare) || !isPlainWords(bare) && NO_NAME.matcher(bare).find() ? NONE : split(bare, country, honorific != null);
        return new Names(
                split.full() != null ? split.full() : honorific != null && honorific.isSuffix() ? full : bare.isEmpty() ? full : bare,
                givenName != null ? givenName : split.first(),
                familyName != null ? familyName : split.last(),
                honorific == null ? null : honorific.written());
    }

    /** "Weber, Katrin" for Katrin Weber. */
    private static boolean isSameTurned(String full, String composed) {
        int comma = full.indexOf(',');
        return comma > 0 && (full.substring(comma + 1).strip() + " " + full.substring(0, comma).strip()).equalsIgnoreCase(composed);
    }

    private static String composed(String given, String middle) {
        return isAll(given, UnicodeScript.HAN) && isAll(middle, UnicodeScript.HAN) ? given + middle : given + " " + middle;
    }

    /** Whether a part alone holds both: 王小明; of "Anna Maria" nobody can say so. */
    private static boolean isWhole(String part) {
        return isAll(part, UnicodeScript.HAN) && part.codePointCount(0, part.length()) >= 3 && ChineseSurnames.lengthAtStart(part) > 0 || part.indexOf(',') > 0;
    }

    private static boolean isSeveral(String name) {
        return name.indexOf(' ') > 0 || isAll(name, UnicodeScript.HAN);
    }

    static boolean looksLikeCompany(String text) {
        return isPlainWords(text) ? hasCompanyWord(text) : COMPANY.matcher(text).find();
    }

    /** Letters of no ideographs, and spaces: most names. What the pattern finds in them are single words. */
    private static boolean isPlainWords(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= EAST_ASIAN || c != ' ' && c != '-' && c != '\'' && !Character.isLetter(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasCompanyWord(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i - start >= 2 && i - start <= LONGEST_COMPANY_WORD && COMPANY_WORDS.contains(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** First and last name as one, in the order of their script and country. */
    static String composed(String first, String last, @Nullable String country) {
        if (isAll(first, UnicodeScript.HAN) && isAll(last, UnicodeScript.HAN)) {
            return "JP".equals(country) ? last + " " + first : last + first;
        }
        if (isAll(first, UnicodeScript.HANGUL) && isAll(last, UnicodeScript.HANGUL)) {
            return last + first;
        }
        boolean familyFirst = country != null && FAMILY_FIRST.contains(country) || isJapanese(first + last);
        return familyFirst ? last + " " + first : first + " " + last;
    }

    private static Names split(String name, @Nullable String country, boolean afterHonorific) {
        int comma = name.indexOf(',');
        if (comma > 0 && comma == name.lastIndexOf(',')) {
            var last = name.substring(0, comma).strip();
            var first = name.substring(comma + 1).strip();
            if (!first.isEmpty() && !isAfterName(first)) {
                return new Names(composed(first, last, country), first, last, null);
            }
        }
        var words = words(name);
        if (words.size() == 1) {
            return one(words.getFirst(), country, afterHonorific);
        }
        if (isEastAsian(name)) {
            return words.size() == 2 ? new Names(null, words.get(1), words.get(0), null) : NONE;
        }
        if (words.size() > 5) {
            return NONE;
        }
        if ("HU".equals(country) || country != null && CHINESE.contains(country) && ChineseSurnames.isInPinyin(words.getFirst()) && !ChineseSurnames.isInPinyin(words.getLast())) {
            return new Names(null, String.join(" ", words.subList(1, words.size())), words.getFirst(), null);
        }
        if ("VN".equals(country)) {
            return new Names(null, words.getLast(), words.getFirst(), null);
        }
        int last = words.size() - 1;
        if (words.size() >= 3 && country != null && TWO_SURNAMES.contains(country) && !isParticle(words.get(last - 1))) {
            last--;
        }
        while (last > 1 && isParticle(words.get(last - 1))) {
            last--;
        }
        return new Names(null, String.join(" ", words.subList(0, last)), String.join(" ", words.subList(last, words.size())), null);
    }

    private static Names one(String word, @Nullable String country, boolean afterHonorific) {
        int length = word.codePointCount(0, word.length());
        if (isAll(word, UnicodeScript.HAN) && !"JP".equals(country)) {
            int surname = ChineseSurnames.lengthAtStart(word);
            boolean whole = surname > 0 && length > surname && length <= surname + 2;
            if (afterHonorific && surname == length) {
                return new Names(null, null, word, null);
            }
            return whole ? new Names(null, word.substring(surname), word.substring(0, surname), null) : NONE;
        }
        if (isAll(word, UnicodeScript.HANGUL) && length >= 2 && length <= 4) {
            return new Names(null, word.substring(length == 4 ? 2 : 1), word.substring(0, length == 4 ? 2 : 1), null);
        }
        if (isEastAsian(word)) {
            return NONE;
        }
        // "Mr. Weber" is a family name; "Katrin" alone is nearly always a given one
        return afterHonorific ? new Names(null, null, word, null) : new Names(null, word, null, null);
    }

    private static List<String> words(String name) {
        var words = new ArrayList<>(List.of(isPlainWords(name) ? name.split(" ") : BETWEEN_WORDS.split(name)));
        while (words.size() > 1 && isAfterName(words.getLast())) {
            words.removeLast();
        }
        words.replaceAll(word -> word.endsWith(",") ? word.substring(0, word.length() - 1) : word);
        words.removeIf(String::isEmpty);
        return words.isEmpty() ? List.of(name) : words;
    }

    private static boolean isAfterName(String word) {
        return AFTER_NAMES.contains(word.replace(".", "").replace(",", "").toLowerCase(Locale.ROOT));
    }

    private static boolean isParticle(String word) {
        return PARTICLES.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isAll(String text, UnicodeScript script) {
        return !text.isEmpty() && text.codePoints().allMatch(c -> UnicodeScript.of(c) == script);
    }

    private static boolean hasEastAsian(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= EAST_ASIAN) {
                return true;
            }
        }
        return false;
    }

    private static boolean isJapanese(String text) {
        return hasEastAsian(text) && text.codePoints().mapToObj(UnicodeScript::of).anyMatch(script -> script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA);
    }

    private static boolean isEastAsian(String text) {
        return hasEastAsian(text) && (isJapanese(text) || text.codePoints().mapToObj(UnicodeScript::of).anyMatch(script -> script == UnicodeScript.HAN || script == UnicodeScript.HANGUL));
    }
}
