package app.caravel.contact.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashMap;

import org.jspecify.annotations.Nullable;

/** Notices what separates the cells: the character that cuts most records into the same number of cells, with addresses standing alone. */
final class Separators {

    static final char[] KNOWN = {',', ';', '\t', '|', '，', '；', '^', '~'};

    private static final int RECORDS = 100;

    private Separators() {}

    /** The separator of a file that begins so. */
    static char noticed(String beginning) {
        var named = named(beginning);
        if (named != null) {
            return named;
        }
        char best = ',';
        double most = 0;
        for (char separator : KNOWN) {
            double score = score(beginning, separator);
            if (score > most) {
                best = separator;
                most = score;
            }
        }
        return best;
    }

    /** What Excel's own first line says: {@code sep=;}. */
    static @Nullable Character named(String beginning) {
        boolean says = beginning.length() > 4 && beginning.regionMatches(true, 0, "sep=", 0, 4);
        return says && (beginning.length() == 5 || beginning.charAt(5) == '\r' || beginning.charAt(5) == '\n') ? beginning.charAt(4) : null;
    }

    private static double score(String beginning, char separator) {
        var widths = new HashMap<Integer, Integer>();
        int all = 0;
        int withAddress = 0;
        try (var records = new CsvRecords(new StringReader(beginning), separator)) {
            for (var row = records.next(); row != null && all < RECORDS; row = records.next()) {
                if (!row.isBlank()) {
                    all++;
                    widths.merge(row.cells().size(), 1, Integer::sum);
                    withAddress += row.cells().stream().anyMatch(Separators::isAddressAlone) ? 1 : 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int alike = 0;
        int width = 1;
        for (var count : widths.entrySet()) {
            if (count.getKey() > 1 && count.getValue() > alike) {
                alike = count.getValue();
                width = count.getKey();
            }
        }
        return all == 0 ? 0 : (alike + 0.5 * withAddress) / all + 0.002 * Math.min(width, 50);
    }

    private static boolean isAddressAlone(String cell) {
        int at = cell.indexOf('@');
        return at > 0 && at == cell.lastIndexOf('@') && cell.indexOf('.', at) > 0 && cell.chars().noneMatch(Separators::isKnown);
    }

    private static boolean isKnown(int c) {
        for (char separator : KNOWN) {
            if (c == separator) {
                return true;
            }
        }
        return false;
    }
}
