package app.caravel.content.advice;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.content.CheckFinding;
import app.caravel.content.CheckFinding.Severity;
import app.caravel.content.Mend;
import app.caravel.reason.Reason;

/**
 * Something that keeps a mail from being read, and what to do.
 *
 * @param id its kind: what is switched off; its sentences are {@code advice.<id>} and {@code advice.<id>.why}
 * @param where the words that it is about, as the reader sees them; null where it is about the mail as a whole
 */
public record Advice(String id, Part part, Reason what, @Nullable String where, Mend mend) {

    /** What the check finds by itself, more exactly: the check of a run leaves these out here. */
    public static final List<String> ALSO_CHECKED = List.of("unsubscribe", "dropped");

    /** What of a mail it is about. */
    public enum Part { SUBJECT, PREHEADER, BODY, SENDER, ARRIVAL }

    /** @param namesAndValues of the sentence */
    static Advice of(String id, Part part, Object... namesAndValues) {
        return new Advice(id, part, Reason.of("advice." + id, namesAndValues), null, part == Part.SENDER ? new Mend.Account() : new Mend.Content());
    }

    /** The same, at these words. */
    Advice at(@Nullable String words) {
        return new Advice(id, part, what, words, mend);
    }

    /** The same, mended by putting other words in place of those where it is. */
    Advice better(String words) {
        return new Advice(id, part, what, where, where == null ? mend : new Mend.Words(where, words));
    }

    /** Why it matters; said with what the sentence itself says. */
    public Reason why() {
        return new Reason(what.key() + ".why", what.arguments());
    }

    /** What a kind of advice is called where it is switched on and off. */
    public static Reason name(String id) {
        return Reason.of("advice." + id + ".name");
    }

    /** As the check of a run tells it. */
    public CheckFinding finding() {
        return new CheckFinding(id, Severity.ADVICE, 0, List.of(), what, why(), where, mend);
    }
}
