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
 *
 * @param honorific as written in the name, null where it says none
 * @param greeted what follows a title in a greeting; null where that is not safe
 */
record Names(@Nullable String full, @Nullable String first, @Nullable String last, @Nullable String honorific, @Nullable String greeted) {

    private static final Names NONE = new Names(null, null, null, null, null);

    private static final Set<String> AFTER_NAMES = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "mba", "md", "esq", "msc", "bsc", "cpa", "pmp");
    private static final Set<String> FAMILY_FIRST = Set.of("HU", "VN");
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
            return inColumns(full, givenName, middleName, familyName, country);
        }
        // card readers put the whole name where the given or the family name belongs
        var one = givenName != null ? givenName : familyName;
        if (one != null && middleName == null && (full == null ? isWhole(one) : full.equals(one) && isSeveral(one))) {
            return of(one, null, null, null, country);
        }
        if (full == null) {
            return new Names(one == null || middleName == null ? one : composed(one, middleName), givenName, familyName, null, greetedOf(givenName, familyName, country));
        }
        var read = NamePieces.read(full, country);
        var split = read.name().isEmpty() ? NONE : split(read, country);
        return new Names(
                split.full() != null ? split.full() : read.name().isEmpty() || read.whole() ? full : read.name(),
                givenName != null ? givenName : split.first(),
                familyName != null ? familyName : split.last(),
                read.name().isEmpty() || !read.sure() ? null : read.title(),
                familyName != null ? greetedOf(givenName, familyName, country) : GreetedName.of(read.sure() ? split.greeted() : null, country));
    }

    /** First and last name each from a column of its own. */
    private static Names inColumns(@Nullable String full, String givenColumn, @Nullable String middleName, String familyName, @Nullable String country) {
        int title = isPlainWords(givenColumn) && givenColumn.indexOf(' ') < 0 ? 0 : Title.lengthAtStart(givenColumn, country, false);
        var givenName = title == 0 || title >= givenColumn.length() ? givenColumn : givenColumn.substring(title);
        var composed = composed(middleName == null ? givenName : composed(givenName, middleName), familyName, country);
        var whole = full == null || isSameTurned(full, composed) ? composed : full;
        if (JobWords.isAll(givenColumn + " " + familyName)) {
            return new Names(whole, null, null, null, null);
        }
        var honorific = title > 0 ? givenColumn.substring(0, title).strip() : full == null || full.equals(composed) ? null : NamePieces.read(full, country).title();
        return new Names(whole, givenName, familyName, honorific, greetedOf(givenName, familyName, country));
    }

    private static @Nullable String greetedOf(@Nullable String givenName, @Nullable String familyName, @Nullable String country) {
        if (familyName == null) {
            return null;
        }
        if ("VN".equals(country)) {
            return givenName == null ? null : GreetedName.of(givenName.substring(givenName.lastIndexOf(' ') + 1), country);
        }
        if (isPlainWords(familyName) && familyName.indexOf(' ') < 0) {
            return GreetedName.of(familyName, country);
        }
        if (NameOrder.isCalledByGiven(familyName)) {
            return GreetedName.of(givenName, country);
        }
        var read = NamePieces.read(familyName, country);
        return GreetedName.of(!read.sure() || read.family() != null || read.name().isEmpty() ? null : NameOrder.greetedFamily(read.name(), country), country);
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
    static boolean isPlainWords(String text) {
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

    private static Names split(NamePieces read, @Nullable String country) {
        boolean titled = read.title() != null;
        var family = read.family();
        if (family != null) {
            return new Names(composed(read.name(), family, country), read.name(), family, null, read.sure() ? NameOrder.greetedFamily(family, country) : null);
        }
        var name = read.name();
        var words = words(name);
        if (isEastAsian(name)) {
            return words.size() == 1 ? one(words.getFirst(), country, titled) : inCharacters(words, country);
        }
        var bare = withoutJob(words);
        boolean spanish = titled && country == null && Title.of(String.valueOf(read.title()), null).isSpanish();
        var order = NameOrder.of(bare, country, titled && (bare.size() > 1 || words.size() == 1), spanish);
        boolean sure = bare.size() == words.size() || bare.size() > 1 && words.size() > bare.size() + 1;
        return new Names(bare.size() > 1 && bare.size() < words.size() ? String.join(" ", bare) : null, order.first(), order.last(), null, sure ? order.greeted() : null);
    }

    /** Without the job behind the name: Katrin Weber Purchasing Manager. */
    private static List<String> withoutJob(List<String> words) {
        int end = words.size();
        int job = end;
        while (end > 1 && (JobWords.isOne(words.get(end - 1)) || JobWords.goesAlong(words.get(end - 1)))) {
            end--;
            job = JobWords.isOne(words.get(end)) ? end : job;
        }
        return job == words.size() ? words : words.subList(0, end);
    }

    /** 佐藤 健; 王丽 Lily and Lily 王, where the letters are another name of his. */
    private static Names inCharacters(List<String> words, @Nullable String country) {
        if (words.size() > 2) {
            var own = words.stream().filter(Names::isEastAsian).toList();
            return own.size() == 1 ? one(own.getFirst(), country, false) : NONE;
        }
        boolean first = isEastAsian(words.get(0));
        if (first && isEastAsian(words.get(1))) {
            return new Names(null, words.get(1), words.get(0), null, words.get(0));
        }
        var characters = first ? words.get(0) : words.get(1);
        var letters = first ? words.get(1) : words.get(0);
        return isAll(characters, UnicodeScript.HAN) && ChineseSurnames.lengthAtStart(characters) == characters.length()
                ? new Names(null, letters, characters, null, characters) : one(characters, country, false);
    }

    private static Names one(String word, @Nullable String country, boolean afterHonorific) {
        int length = word.codePointCount(0, word.length());
        if (isAll(word, UnicodeScript.HAN) && !"JP".equals(country)) {
            int surname = ChineseSurnames.lengthAtStart(word);
            boolean whole = surname > 0 && length > surname && length <= surname + 2;
            if (afterHonorific && surname == length) {
                return new Names(null, null, word, null, word);
            }
            return whole ? new Names(null, word.substring(surname), word.substring(0, surname), null, word.substring(0, surname)) : NONE;
        }
        if (isAll(word, UnicodeScript.HANGUL) && length >= 2 && length <= 4) {
            int surname = length == 4 ? 2 : 1;
            return new Names(null, word.substring(surname), word.substring(0, surname), null, word.substring(0, surname));
        }
        return new Names(null, null, null, null, "JP".equals(country) && afterHonorific ? word : null);
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

    static boolean isAfterName(String word) {
        return word.length() <= 6 && AFTER_NAMES.contains(word.replace(".", "").replace(",", "").toLowerCase(Locale.ROOT));
    }

    static boolean isAll(String text, UnicodeScript script) {
        return !text.isEmpty() && text.codePoints().allMatch(c -> UnicodeScript.of(c) == script);
    }

    static boolean hasEastAsian(String text) {
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
