package app.caravel.contact.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.EmailAddress;

/** Addresses as people type them into one cell: several, with names, with full-width marks, with what a mail program adds. */
final class AddressCells {

    /**
     * @param addresses in the order of the cell, none twice
     * @param name what stood before {@code <a@b>}, where one address was written so
     * @param repaired whether an address was not plainly there
     */
    record Found(List<EmailAddress> addresses, @Nullable String name, boolean repaired) {
        static final Found NONE = new Found(List.of(), null, false);
    }

    private static final Pattern IN_BRACKETS = Pattern.compile("((?:\"[^\"<>]*\"|[^<>,;\"]*)\\s*)<\\s*(?i:mailto:)?([^<>\\s]+@[^<>\\s]+)\\s*>");
    private static final Pattern AT_IN_WORDS = Pattern.compile("\\s*[(\\[{]\\s*(?i:at)\\s*[)\\]}]\\s*");
    private static final Pattern DOT_IN_WORDS = Pattern.compile("\\s*[(\\[{]\\s*(?i:dot)\\s*[)\\]}]\\s*");
    private static final Pattern SPACED_AT = Pattern.compile("\\s*@\\s*");
    private static final Pattern LABEL = Pattern.compile("^(?i:e-?mail|mail|邮箱|电子邮箱|电邮)\\s*[:：]\\s*");
    private static final Pattern REMARK = Pattern.compile("\\s*[(\\[][^()\\[\\]@]*[)\\]]\\s*");

    /** More than fits the patterns, which look at some characters again and again: such a cell is cut where addresses end. */
    private static final int LONGEST = 2_000;

    private AddressCells() {}

    static Found read(String cell) {
        var plain = separatesInChinese(cell) ? Optional.<EmailAddress>empty() : EmailAddress.parse(cell);
        if (plain.isPresent()) {
            return new Found(List.of(plain.get()), null, false);
        }
        return cell.length() <= LONGEST ? readShort(cell) : readLong(cell);
    }

    private static Found readLong(String cell) {
        var addresses = new LinkedHashMap<String, EmailAddress>();
        for (var part : cell.split("[;,|、\\r\\n]")) {
            if (part.length() <= LONGEST && part.indexOf('@') >= 0 || part.indexOf('＠') >= 0 && part.length() <= LONGEST) {
                readShort(part).addresses().forEach(found -> addresses.putIfAbsent(found.canonical(), found));
            }
        }
        return new Found(List.copyOf(addresses.values()), null, true);
    }

    private static Found readShort(String cell) {
        var text = mended(cell);
        if (text.indexOf('@') < 0) {
            return Found.NONE;
        }
        var addresses = new ArrayList<EmailAddress>();
        var bracketed = IN_BRACKETS.matcher(text);
        String name = null;
        int people = 0;
        var rest = new StringBuilder();
        while (bracketed.find()) {
            people++;
            name = unquoted(bracketed.group(1));
            add(bracketed.group(2), addresses);
            bracketed.appendReplacement(rest, " ");
        }
        bracketed.appendTail(rest);
        boolean all = addAll(rest.toString(), addresses);
        if (people > 0 && addresses.size() > 1) {
            addresses.sort(Comparator.comparingInt(address -> text.indexOf(address.written())));
        }
        boolean one = people == 1 && addresses.size() == 1;
        return new Found(List.copyOf(addresses), one && name != null && !name.isEmpty() && name.indexOf('@') < 0 ? name : null, people > 0 || !all || !text.equals(cell.strip()));
    }

    /** An internationalised address could hold these marks; a cell that does holds several things. */
    private static boolean separatesInChinese(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == 0xFF0C || c == 0xFF1B || c == 0xFF1A || c == 0x3001) {
                return true;
            }
        }
        return false;
    }

    /** Full-width marks as their plain ones, nothing invisible, (at) as @, no label before it. */
    private static String mended(String cell) {
        var narrow = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            narrow.append(c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c == 0x3002 || c == 0xFF61 ? '.' : c == 0xFE6B ? '@' : c == 0x3008 ? '<' : c == 0x3009 ? '>' : c);
        }
        var text = Cells.oneLine(narrow.toString()).replace("\u200C", "").replace("\u200D", "");
        text = LABEL.matcher(text).replaceFirst("");
        if (text.indexOf('@') < 0) {
            text = AT_IN_WORDS.matcher(text).replaceAll("@");
        }
        return SPACED_AT.matcher(DOT_IN_WORDS.matcher(text).replaceAll(".")).replaceAll("@");
    }

    /** Adds what stands between separators; a word without @ among spaces means that a space got into an address, or that this is prose. Returns whether all that has an @ was read. */
    private static boolean addAll(String text, List<EmailAddress> addresses) {
        boolean all = true;
        for (var part : text.split("[;,|、]|:::")) {
            var stripped = REMARK.matcher(part).replaceAll(" ").strip();
            if (stripped.isEmpty()) {
                continue;
            }
            var words = stripped.split("\\s+");
            if (words.length > 1 && !java.util.Arrays.stream(words).allMatch(word -> word.indexOf('@') > 0 || word.equals("/") || word.equals("&"))) {
                all &= stripped.indexOf('@') < 0;
                continue;
            }
            for (var word : words) {
                all &= add(word, addresses) || word.indexOf('@') < 0;
            }
        }
        return all;
    }

    private static boolean add(String word, List<EmailAddress> addresses) {
        var trimmed = trimmed(word);
        var address = EmailAddress.parse(trimmed);
        if (address.isEmpty() && trimmed.indexOf('@') != trimmed.lastIndexOf('@') && (trimmed.indexOf('/') > 0 || trimmed.indexOf('\\') > 0)) {
            boolean all = true;
            for (var part : trimmed.split("[/\\\\]")) {
                all &= add(part, addresses);
            }
            return all;
        }
        address.filter(found -> addresses.stream().noneMatch(known -> known.canonical().equals(found.canonical()))).ifPresent(addresses::add);
        return address.isPresent();
    }

    private static String trimmed(String word) {
        int from = word.regionMatches(true, 0, "mailto:", 0, 7) ? 7 : 0;
        int to = word.length();
        int query = word.indexOf('?');
        if (from > 0 && query > 0) {
            to = query;
        }
        while (from < to && "<(['\"“‘*.,:/-".indexOf(word.charAt(from)) >= 0 && !isQuotedLocal(word, from)) {
            from++;
        }
        while (to > from && ">)]'\"”’.,:;!/-".indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }

    private static boolean isQuotedLocal(String word, int from) {
        return word.charAt(from) == '"' && word.contains("\"@");
    }

    private static String unquoted(String name) {
        var stripped = name.strip();
        while (stripped.length() > 1 && "\"'".indexOf(stripped.charAt(0)) >= 0 && stripped.charAt(0) == stripped.charAt(stripped.length() - 1)) {
            stripped = stripped.substring(1, stripped.length() - 1).strip();
        }
        return stripped;
    }
}
