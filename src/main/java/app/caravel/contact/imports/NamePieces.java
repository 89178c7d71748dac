package app.caravel.contact.imports;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The person's name out of a cell that says more: a title, a job, a department, a company, a second person.
 *
 * @param name without all of these; empty where there is no name, or more than one
 * @param family where a comma tells it: Weber, Katrin
 * @param title as written, null where there is none
 * @param whole whether the full name stays as it was written: 王经理, Katherine (Kate) Weber
 * @param sure whether the title is that of this one person
 */
record NamePieces(String name, @Nullable String family, @Nullable String title, boolean whole, boolean sure) {

    private static final Pattern BRACKETS = Pattern.compile("\\s*[(（\\[【]([^()（）\\[\\]【】]*)[)）\\]】]\\s*");
    private static final Pattern QUOTED = Pattern.compile("\\s*[\"“”„]([^\"“”„]*)[\"“”„]\\s*");
    private static final Pattern BETWEEN = Pattern.compile("\\s*[/|\\\\;；、／｜•\\n]+\\s*|\\s+[-–—:：]+\\s+|\\s*[–—]\\s*|\\s*:\\s+|：");
    private static final Pattern COMMA = Pattern.compile("\\s*[,，]+\\s*");
    private static final Pattern SON_OF = Pattern.compile("(?i)\\b[ads]/[lpo]\\b\\.?");
    private static final Pattern ATTENTION = Pattern.compile("(?iu)^(?:attn|attention|att|z\\.? ?hd|zu händen(?: von)?|c/o|fao|à l'attention de|contact|кому)\\b[.:：]*\\s*(?:of|von)?\\s*");
    private static final Pattern TWO = Pattern.compile("(?iu)\\s*[&＆+]\\s*|\\s+(?:and|und|et|и|ve)\\s+|(?<=\\p{IsHan})[和与及](?=\\p{IsHan}{2})");
    private static final Pattern TWO_TITLED = Pattern.compile("(?iu)\\s+(?:y|e|en|i|a)\\s+");
    private static final Set<String> AND = Set.of("and", "und", "et", "и", "ve");
    private static final Set<String> AND_TITLED = Set.of("y", "e", "en", "i", "a");
    private static final Set<String> TOGETHER = WordLists.set(WordLists.read("name-words.txt"), "together");
    /** An address, a number among the words, or one word with a number: Room 302, Sales02. Two words may carry numbers: Anna2 Weber. */
    private static final Pattern NO_NAME = Pattern.compile("@|(^|\\s)\\d|^\\S*\\d\\S*$");

    /** Addresses, links and code: whoever wrote that wrote no name. */
    private static final Pattern CODE = Pattern.compile("@|://|[=<>{}]");

    static NamePieces read(String full, @Nullable String country) {
        if (full.length() <= 4 && Names.isAll(full, UnicodeScript.HAN) && "和与及".indexOf(full.charAt(1 % full.length())) < 0 && !TOGETHER.contains(full)) {
            return one(full, country);
        }
        int title = full.indexOf('.') > 0 ? Title.lengthAtStart(full, country, false) : 0;
        if (title > 0 && title < full.length() && Names.isPlainWords(full.substring(title)) && !isSeveral(full.substring(title)) && !full.contains("- ") && !full.contains(" -")) {
            return one(full, country);
        }
        if (Names.isPlainWords(full) && !full.contains(" -") && !full.contains("- ")) {
            return isSeveral(full) ? several() : one(full, country);
        }
        var text = ATTENTION.matcher(SON_OF.matcher(full).replaceAll("bin")).replaceFirst("");
        if (isSeveral(text) || CODE.matcher(text).find()) {
            return several();
        }
        var inside = new ArrayList<String>();
        var outside = taken(QUOTED, taken(BRACKETS, text, inside), inside);
        var pieces = new ArrayList<List<String>>();
        for (var piece : BETWEEN.split(outside.isBlank() ? text.replaceAll("[()（）\\[\\]【】\"“”„]", " ") : outside)) {
            pieces.add(words(piece));
        }
        inside.stream().filter(each -> Title.lengthAtStart(each.strip() + " ", country, false) > each.strip().length()).forEach(each -> pieces.add(List.of(each)));
        return joined(pieces, inside.stream().anyMatch(NamePieces::isPerson), country);
    }

    /** Parts between commas; characters with spaces between them where one of them is a job. */
    private static List<String> words(String piece) {
        var parts = new ArrayList<String>();
        for (var part : COMMA.split(piece.strip())) {
            boolean characters = part.indexOf(' ') > 0 && part.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN || UnicodeScript.of(c) == UnicodeScript.HANGUL);
            if (characters && JobWords.isIn(part)) {
                parts.addAll(List.of(part.split(" ")));
            } else if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static String taken(Pattern pattern, String text, List<String> inside) {
        var matcher = pattern.matcher(text);
        var rest = new StringBuilder();
        while (matcher.find()) {
            inside.add(matcher.group(1));
            matcher.appendReplacement(rest, matcher.end() < text.length() ? " " : "");
        }
        return matcher.appendTail(rest).toString().strip();
    }

    private static NamePieces several() {
        return new NamePieces("", null, null, false, false);
    }

    /** Two people, or a household: Mr. & Mrs. Smith. */
    private static boolean isSeveral(String text) {
        return Names.isPlainWords(text) && !Names.hasEastAsian(text) ? isSeveralWords(text.split(" ")) : isSeveralWritten(text);
    }

    private static boolean isSeveralWords(String[] words) {
        for (int i = 0; i < words.length; i++) {
            var lower = words[i].toLowerCase(Locale.ROOT);
            if (TOGETHER.contains(lower) || i > 0 && i < words.length - 1 && AND.contains(lower) && !JobWords.isOne(words[i + 1])) {
                return true;
            }
            if (i > 0 && i < words.length - 2 && AND_TITLED.contains(lower) && Title.lengthAtStart(words[0] + " ", null, false) > 0 && Title.lengthAtStart(words[i + 1] + " ", null, false) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSeveralWritten(String text) {
        for (var word : text.split("[\\s.,]+", 4)) {
            if (TOGETHER.contains(word.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        if (text.indexOf(' ') < 0 && text.indexOf('&') < 0 && text.indexOf('+') < 0 && text.charAt(0) < 0x2E80) {
            return false;
        }
        var two = TWO.matcher(text);
        while (two.find()) {
            // Sales & Marketing is no second person
            if (two.start() > 0 && !text.substring(two.end()).isBlank() && !(JobWords.isIn(text.substring(two.end())) && !JobWords.isAll(text))) {
                return true;
            }
        }
        var titled = TWO_TITLED.split(text, 2);
        return titled.length == 2 && Title.lengthAtStart(titled[0] + " ", null, false) > 0 && Title.lengthAtStart(titled[1] + " ", null, false) > 0;
    }

    private static NamePieces one(String text, @Nullable String country) {
        var honorific = Honorifics.in(text, country);
        var bare = honorific == null ? text : honorific.without(text);
        return new NamePieces(isPerson(bare) ? bare : "", null, honorific == null ? null : honorific.written(), honorific != null && honorific.isSuffix(), true);
    }

    private static boolean isPerson(String text) {
        return !text.isBlank() && !Names.looksLikeCompany(text) && !JobWords.isAll(text) && (Names.isPlainWords(text) || !NO_NAME.matcher(text).find());
    }

    private static NamePieces joined(List<List<String>> pieces, boolean nickname, @Nullable String country) {
        var titles = new ArrayList<String>();
        var names = new ArrayList<List<String>>();
        boolean whole = false;
        for (var piece : pieces) {
            var parts = new ArrayList<String>();
            for (var part : piece) {
                var honorific = Honorifics.in(part + (Names.isPlainWords(part) || part.endsWith(".") ? " " : ""), country);
                var bare = honorific == null ? part : honorific.without(part.length() < honorific.written().length() ? honorific.written() : part).strip();
                if (honorific != null) {
                    titles.add(honorific.written());
                    whole |= honorific.isSuffix();
                }
                boolean first = names.isEmpty() && parts.isEmpty();
                if (isPerson(bare) && !Names.isAfterName(bare) && (first || !JobWords.isIn(bare)) && (first || Countries.codeOf(bare).isEmpty())) {
                    parts.add(bare);
                } else {
                    whole |= NO_NAME.matcher(bare).find(); // nobody knows what it says: the full name keeps it
                }
            }
            if (!parts.isEmpty()) {
                names.add(parts);
            }
        }
        var title = titles.isEmpty() ? null : titles.stream().distinct().collect(Collectors.joining(" "));
        if (names.isEmpty() || names.getFirst().size() > 2 || isSecondPerson(names, country)) {
            return new NamePieces("", null, title, whole, false);
        }
        var parts = names.getFirst();
        if (parts.size() == 1) {
            return new NamePieces(parts.getFirst(), null, title, whole || nickname && titles.isEmpty() || names.size() > 1 && isInOtherLetters(names), true);
        }
        var family = parts.get(0);
        var given = parts.get(1);
        int words = NameOrder.parts(List.of(family.split(" ")), true).size();
        boolean spanish = country != null && NameOrder.hasTwoSurnames(country);
        boolean told = words == 1 || spanish || NameOrder.isCapitals(family) && !NameOrder.isCapitals(given);
        return !told && given.indexOf(' ') > 0 ? several() : new NamePieces(given, family, title, whole, told);
    }

    /** A name behind a stroke in the same letters, as long as the first: Katrin Weber / Anna Berg, not Katrin Weber / Ningbo. */
    private static boolean isSecondPerson(List<List<String>> names, @Nullable String country) {
        if (names.size() < 2) {
            return false;
        }
        var first = String.join(" ", names.getFirst());
        return names.stream().skip(1).map(each -> String.join(" ", each)).anyMatch(other -> script(first) == script(other)
                && (other.indexOf(' ') > 0 || first.indexOf(' ') < 0 || country != null && Title.lengthAtStart(other, country, false) > 0));
    }

    /** Li Wei / 李伟 is one person. */
    private static boolean isInOtherLetters(List<List<String>> names) {
        return names.stream().skip(1).allMatch(each -> script(each.getFirst()) != script(names.getFirst().getFirst()));
    }

    private static UnicodeScript script(String text) {
        return UnicodeScript.of(text.codePointAt(0));
    }
}
