package app.caravel.content;

/** Where links and the pixel stand in what Liquid renders: their destinations are known only after it. */
final class Marks {

    private static final char LINK = '\ufdd0';
    private static final char DESTINATION = '\ufdd1';
    private static final char LINK_END = '\ufdd2';
    static final char PIXEL = '\ufdd3';

    private Marks() {}

    static String link(int number) {
        return LINK + Integer.toString(number) + DESTINATION;
    }

    static char linkEnd() {
        return LINK_END;
    }

    /** Appends the text with links and pixel in place of their marks. */
    static void weave(String text, Rendering rendering, boolean inHtml, StringBuilder out) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == PIXEL) {
                out.append(text, at, i);
                rendering.pixel(out);
                at = i + 1;
            } else if (c == LINK) {
                int destination = text.indexOf(DESTINATION, i);
                int end = text.indexOf(LINK_END, destination);
                out.append(text, at, i);
                rendering.link(Integer.parseInt(text.substring(i + 1, destination)), text.substring(destination + 1, end), inHtml, out);
                i = end;
                at = end + 1;
            }
        }
        out.append(text, at, text.length());
    }
}
