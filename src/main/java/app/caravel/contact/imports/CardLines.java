package app.caravel.contact.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines of a signature that carry no label: which hold two things, and which are a person's name. */
final class CardLines {

    private static final Set<String> WITHIN_NAMES = Set.of("de", "del", "della", "di", "da", "das", "do", "dos", "du", "van", "von", "vom", "zu", "der", "den", "ten", "ter", "la", "le", "al", "el", "bin", "ibn", "y", "e");
    private static final Pattern LATIN_NAME = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\p{M}.,'’() -]+");
    private static final Pattern HAN_NAME = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々]{1,4}(?:\\s[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}々]{1,4})?");
    private static final Pattern HANGUL_NAME = Pattern.compile("\\p{IsHangul}{2,4}");
    private static final Pattern NOT_AT_END = Pattern.compile("[部厂厅局司省市区县路街号楼室店]$");

    private CardLines() {}

    /** "Katrin Weber, Purchasing Manager", "王伟 采购经理": each a part of its own; a company keeps its comma, as in "Foo Co., Ltd.". */
    static List<String> parts(String line, Pattern legalForm) {
        if (legalForm.matcher(line).find() && !CardWords.saysTitle(line)) {
            return List.of(line);
        }
        var byComma = line.split("\\s*[,，]\\s+|，", 2);
        if (byComma.length == 2 && (CardWords.saysTitle(byComma[0]) != CardWords.saysTitle(byComma[1])) && line.chars().noneMatch(Character::isDigit)) {
            return Arrays.asList(byComma);
        }
        var words = line.split("\\s+");
        if (words.length == 2 && HAN_NAME.matcher(words[0]).matches() && !CardWords.saysTitle(words[0]) && words[1].codePoints().anyMatch(c -> c > 0x2E80) && CardWords.saysTitle(words[1])) {
            return Arrays.asList(words);
        }
        return List.of(line);
    }

    static boolean saysName(String line) {
        var honorific = Honorifics.in(line, null);
        var bare = honorific == null ? line : honorific.without(line);
        if (HAN_NAME.matcher(bare).matches()) {
            return bare.length() <= 6 && !NOT_AT_END.matcher(bare).find() && !Names.looksLikeCompany(bare) && !CardWords.saysTitle(bare)
                    && (bare.indexOf(' ') > 0 || ChineseSurnames.lengthAtStart(bare) > 0 && (bare.length() > 1 && bare.length() <= 4 || honorific != null));
        }
        if (HANGUL_NAME.matcher(bare).matches()) {
            return true;
        }
        var latin = bare.replaceAll("\\s*[(（]?[\\p{IsHan}]{2,4}[)）]?\\s*", " ").strip(); // Lily Wang 王丽
        if (!LATIN_NAME.matcher(latin).matches() || Names.looksLikeCompany(latin) || Countries.codeOf(latin).isPresent()) {
            return false;
        }
        var words = latin.replaceAll("[(),]", " ").strip().split("\\s+");
        return words.length <= 5 && (words.length >= 2 || honorific != null) && Arrays.stream(words).allMatch(word -> Character.isUpperCase(word.codePointAt(0)) || WITHIN_NAMES.contains(word.toLowerCase(Locale.ROOT)));
    }
}
