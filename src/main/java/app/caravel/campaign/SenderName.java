package app.caravel.campaign;

import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.audit.Envelope;
import app.caravel.content.CompiledContent;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Markup;
import app.caravel.content.Tracking;
import app.caravel.reason.Problem;

/** The name that a mail comes under, with merge fields and filters, as {@code Anna Lee, for {{ company | short_company }}}. */
public final class SenderName {

    private final String plain;
    private final @Nullable CompiledContent compiled;

    /** @param template as it stands in the account */
    public SenderName(String template) {
        boolean same = template.indexOf('{') < 0;
        this.plain = same ? template : tidy(Markup.pieces(template).stream().filter(piece -> !piece.isTag()).map(Markup.Piece::text).collect(Collectors.joining()).replaceAll("\\{[{%].*", ""));
        this.compiled = same ? null : compiled(template);
    }

    /** Null where its merge fields cannot be read: the check says so. */
    private static @Nullable CompiledContent compiled(String template) {
        try {
            return Compiler.compile(new ContentSource(template, "", ""));
        } catch (Problem _) {
            return null;
        }
    }

    /** For one recipient: one line, no longer than programs show; the words beside the merge fields where it would be empty. */
    public String of(Map<String, Object> values) {
        if (compiled == null) {
            return plain;
        }
        var name = tidy(compiled.render(values, Tracking.none()).subject());
        return name.isEmpty() ? plain : name;
    }

    /** Without its merge fields: for what is not about one recipient. */
    public String plain() {
        return plain;
    }

    /** One line, without the comma that an empty field left. */
    private static String tidy(String name) {
        var line = name.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip().replaceAll("^[,;·|–-]+\\s*|\\s*[,;·|–-]+$", "");
        return line.codePointCount(0, line.length()) <= Envelope.LONGEST_NAME ? line : line.substring(0, line.offsetByCodePoints(0, Envelope.LONGEST_NAME)).strip();
    }
}
