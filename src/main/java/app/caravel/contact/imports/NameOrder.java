package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Which words of a name in letters are given and which are of the family: by capitals, particles, patronymics, the custom
 * of the country, and the names themselves.
 *
 * @param first null where there is none
 * @param last null where there is none, or none can be told
 * @param greeted what follows a title in a greeting; null where it is not sure
 */
record NameOrder(@Nullable String first, @Nullable String last, @Nullable String greeted) {

    static final NameOrder UNKNOWN = new NameOrder(null, null, null);

    private static final Map<String, List<String>> LISTS = WordLists.read("name-words.txt");
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "della", "delle", "di", "da", "das", "do", "dos", "du", "van", "von", "vom", "zu", "zur", "der", "den", "ten", "ter", "te", "la", "le", "los", "las",
            "al", "el", "ben", "abu", "bu", "st.", "san", "santa", "af", "av", "op", "abdul", "abdel", "abdoul", "abd", "'t", "dela", "delos", "mac", "o'");
    private static final Set<String> SONS = Set.of("bin", "binti", "bint", "ibn", "bte", "bt", "bt.", "b.");
    private static final Set<String> TWO_SURNAMES = Set.of("ES", "MX", "CO", "AR", "CL", "PE", "VE", "EC", "GT", "BO", "DO", "HN", "PY", "SV", "NI", "CR", "PA", "UY", "CU", "PR");
    /** Behind a Portuguese family name, as Junior is. */
    private static final Set<String> AFTER_FATHER = Set.of("filho", "neto", "netto", "junior", "sobrinho");
    private static final Set<String> CHINESE = Set.of("CN", "TW", "HK", "MO", "SG", "MY");
    private static final Set<String> RUSSIAN = Set.of("RU", "BY", "UA", "KZ", "KG", "UZ", "TJ", "TM", "MD", "AM", "AZ");
    /** Where people are called by the name that they were given, or have no other. */
    private static final Set<String> CALLED_BY_GIVEN = Set.of("IS", "ET", "ER", "MM", "MN", "TH", "LA", "KH", "ID", "MY", "BN", "BT");
    private static final Set<String> KOREAN_FAMILIES = WordLists.plainSet(LISTS, "korean");
    private static final Set<String> JAPANESE_FAMILIES = WordLists.plainSet(LISTS, "japanese");
    private static final Set<String> VIETNAMESE_FAMILIES = WordLists.plainSet(LISTS, "vietnamese");
    private static final Set<String> VIETNAMESE_ALONE = WordLists.plainSet(LISTS, "vietnamese_alone");
    private static final Set<String> HUNGARIAN_GIVEN = WordLists.plainSet(LISTS, "hungarian_given");
    private static final Set<String> SPANISH_SECOND = WordLists.plainSet(LISTS, "spanish_second");
    private static final Set<String> RUSSIAN_GIVEN = WordLists.set(LISTS, "russian_given");
    private static final Pattern PATRONYMIC = Pattern.compile("(?iu).{2,}(?:ович|евич|ьич|мич|овна|евна|ична|инична|йович|ївна|івна)|оглы|кызы|(?i:.{2,}(?:ovich|evich|yich|ovna|evna|ichna))");
    private static final Pattern RUSSIAN_FAMILY = Pattern.compile("(?iu).{2,}(?:ов|ев|ёв|ин|ын|ский|цкий|ской|енко|чук|щук|ова|ева|ёва|ина|ына|ская|цкая|их|ых|ян|швили|дзе|ov|ev|yov|in|yn|sky|skiy|skii|skij|enko|chuk|ova|eva|yova|ina|yna|skaya|skaia|yan|shvili|dze)");
    private static final Pattern PINYIN = Pattern.compile("(?i)(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsrwy])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|ia|ie|iu|in|ua|uo|ui|un|ue|er|a|o|e|i|u|v)['-]?){1,2}");

    static boolean hasTwoSurnames(String country) {
        return TWO_SURNAMES.contains(country) || country.equals("BR") || country.equals("PT");
    }

    /**
     * @param words at least one
     * @param country ISO code or null
     * @param spanish whether a Spanish title stood before
     */
    static NameOrder of(List<String> words, @Nullable String country, boolean titled, boolean spanish) {
        if (words.size() > 1) {
            var told = told(words, country, titled);
            if (told != null) {
                return told;
            }
        }
        var parts = parts(words, titled);
        if (parts.size() > 5) {
            return UNKNOWN;
        }
        if (parts.size() == 1) {
            var one = parts.getFirst();
            // "Mr. Weber" is a family name; "Katrin" alone is nearly always a given one
            return titled || words.size() > 1 && !startsWithAbd(one) ? new NameOrder(null, one, one) : new NameOrder(one, null, null);
        }
        return byCustom(parts, country, spanish);
    }

    /** What the words themselves tell, wherever they come from. */
    private static @Nullable NameOrder told(List<String> words, @Nullable String country, boolean titled) {
        int capitals = capitalsAtStart(words);
        if (capitals > 0 && capitals < words.size() && words.stream().skip(capitals).noneMatch(NameOrder::isCapitals) && isFamilyInCapitals(words.subList(0, capitals))) {
            var last = joined(words, 0, capitals);
            return new NameOrder(joined(words, capitals, words.size()), last, greetedFamily(last, country));
        }
        for (int i = 1; i + 1 < words.size(); i++) {
            if (SONS.contains(words.get(i).toLowerCase(Locale.ROOT)) && (!words.get(i).startsWith("b.") || country != null && CALLED_BY_GIVEN.contains(country))) {
                return sonOf(words, i);
            }
        }
        return patronymic(words, country, titled);
    }

    /** How many words at the start are in capitals, small particles before them too: van der BERG Jan. */
    private static int capitalsAtStart(List<String> words) {
        int end = 0;
        while (end < words.size() && (isCapitals(words.get(end)) || isSmall(words.get(end)) && Character.isLowerCase(words.get(end).codePointAt(0)))) {
            end++;
        }
        while (end > 0 && !isCapitals(words.get(end - 1))) {
            end--;
        }
        return end;
    }

    /** JP Morgan is not one; LI Wei is. */
    private static boolean isFamilyInCapitals(List<String> words) {
        return words.size() > 1 || words.getFirst().length() > 2 || ChineseSurnames.isInPinyin(words.getFirst()) || KOREAN_FAMILIES.contains(words.getFirst().toLowerCase(Locale.ROOT));
    }

    static boolean isCapitals(String word) {
        return word.length() > 1 && !Character.isLowerCase(word.charAt(1)) && word.indexOf('.') < 0 && Character.isUpperCase(word.codePointAt(0)) && word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isSmall(String word) {
        return PARTICLES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Siti binti Ahmad has no family name; Khalid bin Hamad Al Thani has. */
    private static NameOrder sonOf(List<String> words, int son) {
        var given = joined(words, 0, son);
        for (int i = son + 2; i < words.size(); i++) {
            var lower = words.get(i).toLowerCase(Locale.ROOT);
            if ((lower.equals("al") || lower.equals("el")) && i + 1 < words.size() || lower.startsWith("al-") || lower.startsWith("el-")) {
                var last = joined(words, i, words.size());
                return new NameOrder(given, last, last);
            }
        }
        return new NameOrder(given, null, given);
    }

    private static @Nullable NameOrder patronymic(List<String> words, @Nullable String country, boolean titled) {
        boolean russian = country != null && RUSSIAN.contains(country);
        if (words.size() > 3) {
            return null;
        }
        boolean cyrillic = Character.UnicodeScript.of(words.getFirst().codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
        if (words.size() == 3 && isPatronymic(words.get(2)) && (cyrillic || russian || RUSSIAN_FAMILY.matcher(words.getFirst()).matches())) {
            return new NameOrder(words.get(1), words.getFirst(), words.getFirst());
        }
        if (words.size() == 3 && isPatronymic(words.get(1)) && (cyrillic || russian || RUSSIAN_FAMILY.matcher(words.get(2)).matches())) {
            return new NameOrder(words.getFirst(), words.get(2), words.get(2));
        }
        if (words.size() != 2 || !cyrillic && !russian) {
            return null;
        }
        if (isPatronymic(words.get(1)) && !titled) {
            return new NameOrder(words.getFirst(), null, null);
        }
        boolean first = isRussianFamily(words.get(0));
        boolean second = isRussianFamily(words.get(1));
        return first && !second ? new NameOrder(words.get(1), words.getFirst(), words.getFirst()) : new NameOrder(words.getFirst(), words.get(1), first ? null : words.get(1));
    }

    private static boolean isPatronymic(String word) {
        return "чаhaыЧАHA".indexOf(word.charAt(word.length() - 1)) >= 0 && PATRONYMIC.matcher(word).matches() || word.equals("оглы");
    }

    private static boolean isRussianFamily(String word) {
        return RUSSIAN_FAMILY.matcher(word).matches() && !RUSSIAN_GIVEN.contains(word.toLowerCase(Locale.ROOT));
    }

    private static NameOrder byCustom(List<String> parts, @Nullable String country, boolean spanish) {
        var first = parts.getFirst();
        var last = parts.getLast();
        var plainFirst = WordLists.plain(first);
        var plainLast = WordLists.plain(last);
        boolean chineseFirst = ChineseSurnames.isInPinyin(first);
        if ("KR".equals(country) || "KP".equals(country)) {
            return byFamilies(parts, KOREAN_FAMILIES.contains(plainFirst), KOREAN_FAMILIES.contains(plainLast), true);
        }
        if ("JP".equals(country)) {
            return byFamilies(parts, JAPANESE_FAMILIES.contains(plainFirst), JAPANESE_FAMILIES.contains(plainLast), false);
        }
        if ("HU".equals(country)) {
            boolean turned = HUNGARIAN_GIVEN.contains(plainFirst) && !HUNGARIAN_GIVEN.contains(plainLast);
            boolean sure = turned || HUNGARIAN_GIVEN.contains(plainLast);
            return turned ? western(parts) : new NameOrder(joined(parts, 1, parts.size()), first, sure && !last.endsWith("né") ? first : null);
        }
        if ("VN".equals(country) || country == null && (VIETNAMESE_ALONE.contains(plainFirst) || VIETNAMESE_ALONE.contains(plainLast))) {
            boolean turned = VIETNAMESE_FAMILIES.contains(plainLast) && !VIETNAMESE_FAMILIES.contains(plainFirst);
            // by custom it is the given name that a title stands before
            var given = last.substring(last.lastIndexOf(' ') + 1);
            return turned ? new NameOrder(joined(parts, 0, parts.size() - 1), last, null) : new NameOrder(given, first, given);
        }
        if (parts.size() == 2 && KOREAN_FAMILIES.contains(plainFirst) && isHyphenated(last)) {
            return new NameOrder(last, first, first);
        }
        boolean chinese = country != null && CHINESE.contains(country);
        if (chineseFirst && (chinese ? !ChineseSurnames.isInPinyin(last) || "CN".equals(country) : !ChineseSurnames.isInPinyin(last) && isPinyin(parts))) {
            boolean sure = !ChineseSurnames.isInPinyin(last) || ChineseSurnames.isMoreCommon(first, last);
            return new NameOrder(joined(parts, 1, parts.size()), first, sure ? first : null);
        }
        if (chinese && !ChineseSurnames.isInPinyin(last) || country != null && CALLED_BY_GIVEN.contains(country) && !chineseFirst && !ChineseSurnames.isInPinyin(last) || chineseFirst && ChineseSurnames.isInPinyin(last)
                || country == null && isUnsure(plainFirst, last)) {
            return unsure(western(parts));
        }
        if (JAPANESE_FAMILIES.contains(plainFirst) && country == null && !JAPANESE_FAMILIES.contains(plainLast) && parts.size() == 2) {
            return unsure(new NameOrder(last, first, null));
        }
        return iberian(parts, country, spanish);
    }

    /** Ji-sung: large once. */
    private static boolean isHyphenated(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0 && hyphen + 1 < word.length() && Character.isLowerCase(word.charAt(hyphen + 1));
    }

    /** Kim Minsu: Kim may be either. */
    private static boolean isUnsure(String first, String last) {
        return (first.equals("kim") || first.equals("lee") || first.equals("park")) && PINYIN.matcher(last).matches();
    }

    private static boolean isPinyin(List<String> parts) {
        return parts.stream().skip(1).allMatch(part -> PINYIN.matcher(part).matches());
    }

    private static NameOrder byFamilies(List<String> parts, boolean first, boolean last, boolean familyFirst) {
        if (first && (!last || familyFirst)) {
            return new NameOrder(joined(parts, 1, parts.size()), parts.getFirst(), first == last ? null : parts.getFirst());
        }
        return first == last ? unsure(western(parts)) : western(parts);
    }

    private static NameOrder iberian(List<String> parts, @Nullable String country, boolean spanish) {
        boolean portuguese = "PT".equals(country) || "BR".equals(country) || country == null && !spanish && parts.stream().anyMatch(NameOrder::isPortuguese);
        if (portuguese) {
            if (parts.size() > 2 && AFTER_FATHER.contains(WordLists.plain(parts.getLast()))) {
                var last = parts.get(parts.size() - 2) + " " + parts.getLast();
                return new NameOrder(joined(parts, 0, parts.size() - 2), last, last);
            }
            int given = 1;
            while (given < parts.size() - 1 && parts.get(given).indexOf(' ') < 0) {
                given++;
            }
            return new NameOrder(joined(parts, 0, given), parts.getLast(), parts.getLast());
        }
        boolean twoSurnames = country == null ? spanish || parts.size() >= 3 && parts.get(parts.size() - 2).toLowerCase(Locale.ROOT).endsWith("ez") : TWO_SURNAMES.contains(country);
        if (!twoSurnames || parts.size() == 2) {
            return parts.size() > 3 && country == null ? unsure(western(parts)) : western(parts);
        }
        boolean secondGiven = parts.size() == 3 && SPANISH_SECOND.contains(WordLists.plain(parts.get(1)));
        int family = secondGiven || parts.getLast().contains(" y ") ? parts.size() - 1 : parts.size() - 2;
        return new NameOrder(joined(parts, 0, family), joined(parts, family, parts.size()), parts.get(family));
    }

    private static boolean isPortuguese(String part) {
        return part.length() > 3 && (part.startsWith("da ") || part.startsWith("das ") || part.startsWith("dos "));
    }

    private static NameOrder western(List<String> parts) {
        var last = parts.getLast();
        boolean initial = last.replace(".", "").length() == 1;
        return initial ? new NameOrder(joined(parts, 0, parts.size() - 1), null, null) : new NameOrder(joined(parts, 0, parts.size() - 1), last, last);
    }

    private static NameOrder unsure(NameOrder order) {
        return new NameOrder(order.first, order.last, null);
    }

    /** What is greeted of a family name from a column of its own. */
    static String greetedFamily(String family, @Nullable String country) {
        var parts = parts(List.of(family.split(" ")), true);
        return parts.size() < 2 || country == null || !hasTwoSurnames(country) ? family : TWO_SURNAMES.contains(country) ? parts.getFirst() : parts.getLast();
    }

    static boolean isCalledByGiven(String family) {
        return SONS.contains(family.split(" ")[0].toLowerCase(Locale.ROOT));
    }

    /** Words with their particles: van der Berg, Abdul Rahman, Ortega y Gasset, María del Carmen. */
    static List<String> parts(List<String> words, boolean titled) {
        var parts = new ArrayList<String>();
        boolean open = false;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            boolean joins = !parts.isEmpty() && i + 1 < words.size() && (word.equals("y") || word.equals("e") || word.equals("i"));
            boolean given = parts.size() == 1 && !open && isSmall(word) && parts.getFirst().matches("(?i)mar[ií]a") && words.size() > 4;
            if (open || joins || given) {
                parts.set(parts.size() - 1, parts.getLast() + " " + word);
            } else {
                parts.add(word);
            }
            open = joins || given || endsWithParticle(word) || i + 1 < words.size() && isSmall(word) && (i > 0 || beginsWithParticle(words, titled));
        }
        return parts;
    }

    /** Van Morrison and Al Gore are given names; van der Berg, and Al Mansoori behind a title, are not. */
    private static boolean beginsWithParticle(List<String> words, boolean titled) {
        var first = words.getFirst();
        return Character.isLowerCase(first.codePointAt(0)) || startsWithAbd(first) || words.size() > 2 && isSmall(words.get(1)) && !first.equalsIgnoreCase("ben")
                || titled && words.size() == 2;
    }

    /** de Jong-van den Berg. */
    private static boolean endsWithParticle(String word) {
        int hyphen = word.lastIndexOf('-');
        return hyphen > 0 && isSmall(word.substring(hyphen + 1)) && Character.isLowerCase(word.charAt(hyphen + 1)) && hyphen < word.length() - 3;
    }

    private static boolean startsWithAbd(String word) {
        return word.toLowerCase(Locale.ROOT).startsWith("abd") && PARTICLES.contains(word.split(" ")[0].toLowerCase(Locale.ROOT));
    }

    private static String joined(List<String> words, int from, int to) {
        return String.join(" ", words.subList(from, to));
    }
}
