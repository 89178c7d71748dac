package app.caravel.content;

import java.util.List;

/**
 * One recipient's mail.
 *
 * @param subject one line, no control characters
 * @param problems what this recipient's values lacked, each once
 */
public record Rendered(String subject, String html, String text, List<Finding> problems) {

    public Rendered {
        problems = List.copyOf(problems);
    }

    /** The same with another HTML. */
    public Rendered withHtml(String other) {
        return new Rendered(subject, other, text, problems);
    }
}
