package app.caravel.campaign;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import app.caravel.content.CompiledContent;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Tracking;

/** A file's name with merge fields, as {@code quote-{{ customer_no }}.pdf}. */
final class FileName {

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}/\\\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+");
    private static final int LONGEST = 120;

    private final String template;
    private final CompiledContent compiled;

    /** @throws app.caravel.reason.Problem where a merge field cannot be read */
    FileName(String template) {
        this.template = template;
        this.compiled = Compiler.compile(new ContentSource(template, "", ""));
    }

    /** The name for one recipient; nothing where he lacks a value that it is made of. */
    Optional<String> exact(Map<String, Object> values) {
        var rendered = compiled.render(values, Tracking.none());
        return rendered.problems().isEmpty() && !rendered.subject().isBlank() ? Optional.of(rendered.subject()) : Optional.empty();
    }

    /** The name that a reader sees, whatever the values hold: one that every system takes, and no path. */
    String shown(Map<String, Object> values) {
        return template.indexOf('{') < 0 ? safe(template) : safe(compiled.render(values, Tracking.none()).subject());
    }

    static String safe(String name) {
        var safe = FORBIDDEN.matcher(name).replaceAll("_").strip().replaceAll("^\\.+", "").replaceAll("[. ]+$", "");
        if (safe.length() > LONGEST) {
            int dot = safe.lastIndexOf('.');
            var ending = dot > 0 && safe.length() - dot <= 10 ? safe.substring(dot) : "";
            safe = safe.substring(0, LONGEST - ending.length()) + ending;
        }
        return safe.isBlank() ? "file" : safe;
    }
}
