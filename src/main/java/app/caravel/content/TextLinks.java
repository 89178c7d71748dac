package app.caravel.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where in plain text web addresses stand. */
final class TextLinks {

    /** The masked text's characters of tags are part of an address. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:https?://|[\\ufdd0-\\ufdef])[^\\s<>\"，。；）】》]*");

    /** An address in the text. */
    record Found(int start, int end) {}

    private TextLinks() {}

    static List<Found> in(String masked) {
        var found = new ArrayList<Found>();
        var address = ADDRESS.matcher(masked);
        while (address.find()) {
            found.add(new Found(address.start(), end(masked, address.start(), address.end())));
        }
        return found;
    }

    /** Without what belongs to the sentence: its stop, a bracket that was opened before the address. */
    private static int end(String text, int start, int end) {
        int last = end;
        while (last > start) {
            char c = text.charAt(last - 1);
            boolean unopened = c == ')' && text.substring(start, last).indexOf('(') < 0 || c == ']' && text.substring(start, last).indexOf('[') < 0;
            if (".,;:!?'*_~".indexOf(c) < 0 && !unopened) {
                break;
            }
            last--;
        }
        return last;
    }
}
