package app.caravel.content;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import app.caravel.reason.Problem;

/** Text put into HTML and its attributes, Liquid tags left as they are. */
public final class Markup {

    private Markup() {}

    /** For the value of an attribute in quotes, or as text. */
    public static String escaped(String text) {
        if (text.indexOf('{') < 0) {
            return escape(text);
        }
        try {
            var escaped = new StringBuilder();
            int at = 0;
            for (var token : LiquidScanner.scan(text, Place.HTML)) {
                escaped.append(escape(text.substring(at, token.start()))).append(text, token.start(), token.end());
                at = token.end();
            }
            return escaped.append(escape(text.substring(at))).toString();
        } catch (Problem halfWritten) {
            return escape(text);
        }
    }

    /** Does something to the HTML around Liquid tags; each tag comes back as it was, where it still stands. */
    public static String besideLiquid(String html, UnaryOperator<String> work) {
        List<LiquidToken> tokens;
        try {
            tokens = html.indexOf('{') < 0 ? List.of() : LiquidScanner.scan(html, Place.HTML);
        } catch (Problem halfWritten) {
            tokens = List.of();
        }
        return Mask.unmask(work.apply(Mask.mask(html, tokens)), html, tokens);
    }

    /** A stretch of plain text, or one Liquid tag. */
    public record Piece(String text, boolean isTag) {}

    /** A text cut at its Liquid tags; one piece where a tag is half written. */
    public static List<Piece> pieces(String text) {
        List<LiquidToken> tokens;
        try {
            tokens = text.indexOf('{') < 0 ? List.of() : LiquidScanner.scan(text, Place.HTML);
        } catch (Problem halfWritten) {
            tokens = List.of();
        }
        var pieces = new ArrayList<Piece>();
        int at = 0;
        for (var token : tokens) {
            if (token.start() > at) {
                pieces.add(new Piece(text.substring(at, token.start()), false));
            }
            pieces.add(new Piece(text.substring(token.start(), token.end()), true));
            at = token.end();
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), false));
        }
        return pieces;
    }

    /** Whether a text handed to the work above begins with a Liquid tag. */
    public static boolean beginsWithLiquid(String masked) {
        return !masked.isEmpty() && Mask.numberAt(masked, 0) >= 0;
    }

    private static String escape(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        Escaping.HTML.append(escaped, text);
        return escaped.toString();
    }
}
