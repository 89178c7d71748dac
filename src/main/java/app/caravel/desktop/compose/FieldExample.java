package app.caravel.desktop.compose;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Finding;
import app.caravel.content.Tracking;
import app.caravel.content.design.MergeTag;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** What a merge field becomes for the person who is shown, by the engine that makes the mails. Knows no node. */
final class FieldExample {

    private FieldExample() {}

    /** A sentence; nothing while nobody is shown. */
    static Optional<Reason> of(MergeTag tag, @Nullable Shown shown) {
        var contact = shown == null ? null : shown.contact();
        if (contact == null) {
            return Optional.empty();
        }
        var values = contact.mergeValues();
        var value = values.get(tag.field());
        try {
            var mail = Compiler.compile(new ContentSource(tag.written(), "", "")).render(values, Tracking.none());
            var key = value == null || value.toString().isBlank() ? mail.subject().isBlank() ? "compose.example-gap" : "compose.example-stand-in"
                    : mail.problems().stream().map(Finding::kind).anyMatch(FieldExample::isUnsure) ? "compose.example-unsure" : mail.subject().equals(value.toString()) ? "compose.example-same" : "compose.example";
            return Optional.of(Reason.of(key, "name", contact.shownName(), "from", value == null ? "" : value.toString(), "to", mail.subject()));
        } catch (Problem problem) {
            return Optional.of(problem.reason());
        }
    }

    private static boolean isUnsure(Finding.Kind kind) {
        return switch (kind) {
            case NO_DATE, NO_NUMBER, NO_SUCH_FORM, NOT_RENDERED -> true;
            case UNKNOWN_FIELD, EMPTY_FIELD, BAD_DESTINATION -> false;
        };
    }
}
