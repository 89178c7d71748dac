package app.caravel.contact.imports;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What a person has on the clipboard: rows of a table, or the text of one person. */
public enum Pasted {
    ROWS, PERSON;

    private static final Pattern CARD = Pattern.compile("(?im)^\\s*BEGIN:VCARD\\s*$");
    private static final Pattern AT = Pattern.compile("[\\p{L}\\p{N}]@[\\p{L}\\p{N}]");
    private static final int LOOKED_AT = 200;
    private static final int FEW_CELLS = 3;

    /** What it looks like; a person may say that it is the other. */
    public static Pasted noticed(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).limit(LOOKED_AT).toList();
        if (!lines.isEmpty() && VCardSource.isOne(text)) {
            return CARD.matcher(text).results().count() > 1 ? ROWS : PERSON;
        }
        boolean rows = isTable(lines, "\t") || lines.size() > 1 && (isTable(lines, ";") || isTable(lines, ",")) && sayAddresses(lines.subList(1, lines.size())) || lines.size() > 1 && sayAddresses(lines);
        return rows ? ROWS : PERSON;
    }

    /** Whether nearly all lines have the same number of cells. A signature may have a tab in some of its lines. */
    private static boolean isTable(List<String> lines, String separator) {
        if (lines.isEmpty()) {
            return false;
        }
        int cells = cells(lines.getFirst(), separator);
        long alike = lines.stream().filter(line -> cells(line, separator) == cells).count();
        return cells > 1 && alike * 10 >= lines.size() * 9L && (lines.size() > 1 && cells >= FEW_CELLS || sayAddresses(lines.size() > 1 ? lines.subList(1, lines.size()) : lines));
    }

    private static int cells(String line, String separator) {
        return line.split(Pattern.quote(separator), -1).length;
    }

    private static boolean sayAddresses(List<String> lines) {
        return lines.stream().filter(line -> AT.matcher(line).find()).count() * 5 >= lines.size() * 4L;
    }

    /** The ending of a file that holds these rows. */
    static String ending(String text) {
        return VCardSource.isOne(text) ? "vcf" : Arrays.stream(text.split("\\R", 3)).anyMatch(line -> line.indexOf('\t') >= 0) ? "tsv" : "csv";
    }
}
