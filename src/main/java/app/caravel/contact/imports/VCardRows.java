package app.caravel.contact.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into cards, whatever is wrong with them: what stands between two cards is a row without an address, a card that
 * does not end ends with the file. Pictures and sounds are passed over, so that a card is small.
 */
final class VCardRows implements Table {

    /** A card without its pictures is a few hundred characters. */
    private static final int LONGEST = 1 << 20;

    private static final Pattern LARGE = Pattern.compile("(?i)([\\w-]+\\.)?(PHOTO|LOGO|SOUND|KEY)[;:].*");
    private static final Pattern ENDS = Pattern.compile("(?i)END:VCARD");

    private final BufferedReader lines;
    private long line;
    private boolean headerGiven;
    private boolean afterReturn;
    private @Nullable String waiting;

    VCardRows(Reader reader) {
        lines = new BufferedReader(reader);
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (!headerGiven) {
            headerGiven = true;
            return new Row(0, VCardCells.NAMES, "", true);
        }
        var first = waiting == null ? read() : waiting;
        waiting = null;
        if (first == null) {
            return null;
        }
        long begun = line;
        if (!VCardSource.isOne(first)) {
            return new Row(begun, List.of(first), first, first.length() < LONGEST);
        }
        var card = new StringBuilder(first);
        boolean whole = true;
        boolean large = false;
        int depth = 1; // a card may hold its agent's
        for (var next = read(); next != null; next = read()) {
            large = large ? next.isBlank() || next.startsWith(" ") || next.startsWith("\t") : LARGE.matcher(next).matches();
            if (large) {
                continue;
            }
            if (VCardSource.begins(next)) { // the library passes over what begins within a card, with all that is in it
                if (!isAgent(card)) {
                    waiting = next; // the one before does not end
                    break;
                }
                depth++;
            }
            whole &= card.length() + next.length() < LONGEST;
            if (whole) {
                card.append('\n').append(next);
            }
            if (ENDS.matcher(next.strip()).matches() && --depth == 0) {
                break;
            }
        }
        var text = card.toString();
        var cells = whole ? VCardCells.of(text) : List.<String>of();
        return new Row(begun, whole && cells.isEmpty() ? List.of(text) : cells, text, whole); // a card that cannot be read is no blank row
    }

    /** Whether the last line opens an agent: {@code AGENT:} and nothing more (vCard 2.1). */
    private static boolean isAgent(StringBuilder card) {
        return card.substring(card.lastIndexOf("\n") + 1).strip().matches("(?i)AGENT[^:]*:");
    }

    /** The next line, cut where it is endless; null at the end. */
    private @Nullable String read() throws IOException {
        int c = lines.read();
        if (afterReturn && c == '\n') {
            c = lines.read();
        }
        afterReturn = false;
        if (c < 0) {
            return null;
        }
        line++;
        var text = new StringBuilder();
        for (; c >= 0 && c != '\n' && c != '\r'; c = lines.read()) {
            if (text.length() < LONGEST) {
                text.append((char) c);
            }
        }
        afterReturn = c == '\r';
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
