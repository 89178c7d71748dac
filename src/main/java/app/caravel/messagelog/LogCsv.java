package app.caravel.messagelog;

import java.util.ArrayList;
import java.util.List;

/** The lines' CSV: commas, quotes only where they are needed, quotes in quotes doubled; a line is a record, always. */
public final class LogCsv {

    private LogCsv() {}

    /** Adds one value. What would end the line or hide in it (line ends, control characters) becomes a space. */
    public static void append(StringBuilder line, String value) {
        boolean quoted = false;
        boolean clean = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            quoted |= c == ',' || c == '"';
            clean &= c != '"' && !breaksLine(c);
        }
        if (quoted) {
            line.append('"');
        }
        if (clean) {
            line.append(value);
        } else {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                line.append(breaksLine(c) ? ' ' : c);
                if (c == '"') {
                    line.append('"');
                }
            }
        }
        if (quoted) {
            line.append('"');
        }
    }

    private static boolean breaksLine(char c) {
        return c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    /** The values of a line. An opening quote that is never closed takes all that follows, as in a line that was cut off. */
    public static List<String> split(String line) {
        var values = new ArrayList<String>(32);
        int at = 0;
        while (true) {
            if (at < line.length() && line.charAt(at) == '"') {
                var value = new StringBuilder();
                at++;
                while (at < line.length()) {
                    char c = line.charAt(at++);
                    if (c != '"') {
                        value.append(c);
                    } else if (at < line.length() && line.charAt(at) == '"') {
                        value.append('"');
                        at++;
                    } else {
                        break;
                    }
                }
                int end = line.indexOf(',', at);
                value.append(line, at, end < 0 ? line.length() : end); // text behind a closing quote: kept as it stands
                values.add(value.toString());
                at = end;
            } else {
                int end = line.indexOf(',', at);
                values.add(line.substring(at, end < 0 ? line.length() : end));
                at = end;
            }
            if (at < 0) {
                return values;
            }
            at++;
        }
    }
}
