package app.caravel.content;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** Where in the content a piece of source stands, so that a mistake is told with its part and line. */
record Place(String part, int firstLine) {

    static final Place SUBJECT = new Place("subject", 1);
    static final Place HTML = new Place("html", 1);
    static final Place TEXT = new Place("text", 1);
    static final Place MJML = new Place("mjml", 1);

    /** The place of what begins at a position of the source that is here. */
    Place at(String source, int position) {
        int lines = 0;
        for (int i = source.indexOf('\n'); i >= 0 && i < position; i = source.indexOf('\n', i + 1)) {
            lines++;
        }
        return new Place(part, firstLine + lines);
    }

    Problem problem(String key, String what) {
        return problem(key, what, null);
    }

    Problem problem(String key, String what, @Nullable Throwable cause) {
        return new Problem(Reason.of(key, "part", part, "line", firstLine, "what", what), cause);
    }
}
