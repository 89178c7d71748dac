package app.caravel.content;

import java.util.List;

import app.caravel.reason.Reason;

/**
 * Something that the check of a content found.
 *
 * @param kind short name, as the command line prints it
 * @param recipients addresses of the people it concerns; empty where it concerns the content as such
 * @param count how many people it concerns; 0 where it concerns the content as such
 */
public record CheckFinding(String kind, Severity severity, int count, List<String> recipients, Reason text) {

    /** How grave it is; only {@code STOP} keeps a campaign from being sent. */
    public enum Severity {
        STOP,
        WARN,
        ADVICE
    }

    public CheckFinding {
        recipients = List.copyOf(recipients);
    }
}
