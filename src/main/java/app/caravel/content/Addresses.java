package app.caravel.content;

import java.util.Set;
import java.util.regex.Pattern;

import app.caravel.protocol.Destinations;

/** Which destinations can be tracked. */
final class Addresses {

    private static final Pattern HOST =
            Pattern.compile("(?is)https?://(?:[^/?#@]*@)?(?:\\[[0-9a-f:.]+]|[\\p{L}\\p{M}\\p{N}._-]+)(?::\\d{0,5})?(?:[/?#].*)?");

    private Addresses() {}

    /** Whether it leads to a web page; mail, telephone, anchors and relative addresses do not. */
    static boolean isWeb(String destination) {
        return destination.regionMatches(true, 0, "https://", 0, 8) || destination.regionMatches(true, 0, "http://", 0, 7);
    }

    /** Whether a tidy web address can lead to a page: it names a host, and the tracker takes it. */
    static boolean isGood(String destination) {
        return HOST.matcher(destination).matches() && Destinations.check(destination).isEmpty();
    }

    /** Whether the template can lead to a web page: it begins as such or with a merge field, and is not the unsubscribe link. */
    static boolean canBeTracked(String template, Set<String> fields) {
        var start = template.strip();
        return !fields.contains(Rendering.UNSUBSCRIBE) && (isWeb(start) || start.startsWith("{{") || start.startsWith("{%"));
    }

    /** Short enough for a sentence. */
    static String shortened(String destination) {
        return destination.length() > 120 ? destination.substring(0, 119) + "…" : destination;
    }

    private static boolean isTidy(String destination) {
        for (int i = 0; i < destination.length(); i++) {
            char c = destination.charAt(i);
            if (c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    /** As a browser reads it: no blanks around, no line ends within, what no address may hold encoded. */
    static String tidy(String destination) {
        if (isTidy(destination)) {
            return destination;
        }
        var address = new StringBuilder(destination.length() + 8);
        destination.strip().chars().forEach(c -> {
            switch (c) {
                case '\t', '\n', '\r' -> {}
                case '\\' -> address.append('/');
                default -> {
                    if (c <= ' ' || c == '"' || c == '<' || c == '>') {
                        Escaping.PATH.append(address, Character.toString(c));
                    } else {
                        address.append((char) c);
                    }
                }
            }
        });
        return address.toString();
    }
}
