package app.caravel.contact.imports;

import java.util.Locale;
import java.util.Set;

import app.caravel.sheet.ExcelCsv;

/** What every cell goes through, whatever it holds. */
final class Cells {

    /** What people write where they have nothing to write. */
    private static final Set<String> NOTHING = Set.of(
            "-", "--", "---", "—", "–", "/", "\\", ".", "?", "n/a", "#n/a", "n.a.", "null", "(null)", "nil", "无", "暂无", "没有", "空", "なし", "없음", "k.a.", "k. a.");

    private Cells() {}

    /** Whether there is nothing to see: white space of any kind, zero-width and control characters. */
    static boolean isBlank(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (!isEmpty(cell.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Without what cannot be seen, on one line, with single spaces: how a name, a company, a city comes into the workspace. */
    static String oneLine(String written) {
        var cell = ExcelCsv.plain(written);
        if (isPlain(cell)) {
            return cell;
        }
        var line = new StringBuilder(cell.length());
        boolean space = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (isZeroWidth(c)) {
                continue;
            }
            if (isEmpty(c)) {
                space = !line.isEmpty();
                continue;
            }
            if (space) {
                line.append(' ');
                space = false;
            }
            line.append(c);
        }
        return line.toString();
    }

    /** Line ends and tabs stay, other control characters go: how an attribute keeps what the file said. */
    static String kept(String cell) {
        var stripped = ExcelCsv.plain(cell).strip();
        if (stripped.chars().noneMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 127 || c == 0xFEFF)) {
            return stripped;
        }
        var text = new StringBuilder(stripped.length());
        stripped.replace("\r\n", "\n").replace('\r', '\n').chars().filter(c -> c >= ' ' && c != 127 && c != 0xFEFF || c == '\n' || c == '\t')
                .forEach(c -> text.append((char) c));
        return text.toString().strip();
    }

    /** Whether the text only says that there is nothing. */
    static boolean saysNothing(String line) {
        return line.isEmpty() || line.length() <= 8 && NOTHING.contains(line.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(String cell) {
        if (cell.isEmpty()) {
            return true;
        }
        char before = ' ';
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c != ' ' && isEmpty(c) || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static boolean isEmpty(char c) {
        return c <= ' ' || c >= 127 && (c < 0xA1 || Character.isSpaceChar(c) || isZeroWidth(c));
    }

    /** Not the zero-width joiners: Persian and Indian names need them. */
    private static boolean isZeroWidth(char c) {
        return c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD || c >= 0x200E && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
