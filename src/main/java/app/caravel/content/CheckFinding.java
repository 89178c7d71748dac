package app.caravel.content;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Reason;

/**
 * Something that the check of a content found.
 *
 * @param kind short name, as the command line prints it
 * @param recipients addresses of the people it concerns; empty where it concerns the content as such
 * @param count how many people it concerns; 0 where it concerns the content as such
 * @param why why it matters; null where the screen has a sentence for the kind
 * @param where words of the mail that it is about, to be shown there; null where there is no such place
 * @param language of the content that it is about, where there are several; null where there is one, or it is about them all
 */
public record CheckFinding(String kind, Severity severity, int count, List<String> recipients, Reason text, @Nullable Reason why, @Nullable String where, Mend mend, @Nullable String language) {

    /** How grave it is; only {@code STOP} keeps a campaign from being sent. */
    public enum Severity {
        STOP,
        WARN,
        ADVICE
    }

    public CheckFinding {
        recipients = List.copyOf(recipients);
    }

    public CheckFinding(String kind, Severity severity, int count, List<String> recipients, Reason text, @Nullable Reason why, @Nullable String where, Mend mend) {
        this(kind, severity, count, recipients, text, why, where, mend, null);
    }

    public CheckFinding(String kind, Severity severity, int count, List<String> recipients, Reason text) {
        this(kind, severity, count, recipients, text, null, null, new Mend.Content());
    }

    /** A warning about some people's mails; its sentence is {@code audit.<kind>} with the number of people as {@code n}. */
    public static CheckFinding aboutPeople(String kind, List<String> people, Object... namesAndValues) {
        return new CheckFinding(kind, Severity.WARN, people.size(), people, reason(kind, people.size(), namesAndValues));
    }

    /** A warning about the content as such; its sentence is {@code audit.<kind>}. */
    public static CheckFinding aboutContent(String kind, Object... namesAndValues) {
        return new CheckFinding(kind, Severity.WARN, 0, List.of(), Reason.of("audit." + kind, namesAndValues));
    }

    private static Reason reason(String kind, int people, Object... namesAndValues) {
        var arguments = new ArrayList<Object>(List.of(namesAndValues));
        arguments.addAll(List.of("n", people));
        return Reason.of("audit." + kind, arguments.toArray());
    }

    /** Whether it is advice on how to write, which can be switched off by its kind. */
    public boolean isAdvice() {
        return text.key().equals("advice." + kind);
    }

    /** The same, shown at these words of the mail. */
    public CheckFinding at(@Nullable String words) {
        return new CheckFinding(kind, severity, count, recipients, text, why, words, mend, language);
    }

    /** The same, mended otherwise. */
    public CheckFinding mendedBy(Mend how) {
        return new CheckFinding(kind, severity, count, recipients, text, why, where, how, language);
    }

    /** The same, as grave as that. */
    public CheckFinding as(Severity other) {
        return new CheckFinding(kind, other, count, recipients, text, why, where, mend, language);
    }

    /** The same, of the content in that language. */
    public CheckFinding in(@Nullable String other) {
        return new CheckFinding(kind, severity, count, recipients, text, why, where, mend, other);
    }
}
