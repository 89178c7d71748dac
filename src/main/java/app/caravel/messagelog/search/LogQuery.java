package app.caravel.messagelog.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.messagelog.LogField;

/**
 * What is looked for, as {@code Get-MessageTrackingLog} has it: a line fits when all terms do.
 *
 * @param start from this moment on; null: from the beginning
 * @param end before this moment; null: to the end
 * @param limit how many lines at most; 0: all
 * @param latestFirst whether the newest lines come first, and are those that a limit leaves; else the earliest
 */
public record LogQuery(List<Term> terms, @Nullable Instant start, @Nullable Instant end, int limit, boolean latestFirst) {

    /** How many {@code Get-MessageTrackingLog} gives where nothing is said. */
    public static final int LIMIT = 1000;

    public static final LogQuery ALL = new LogQuery(List.of(), null, null, LIMIT, false);

    public LogQuery {
        terms = List.copyOf(terms);
    }

    /** One condition; of several words any fits. */
    public record Term(LogField field, How how, List<String> words) {
        public Term {
            words = List.copyOf(words);
        }
    }

    /** How a value is compared; case never matters. */
    public enum How {
        /** It is the word. */
        IS,
        /** It holds the word. */
        HOLDS,
        /** One of the addresses in it is the word, where the word is a whole address; else one of them holds it. */
        ADDRESS,
        /** One of the ids in it is the word, with or without angle brackets. */
        ID
    }

    /** To any of these: whole addresses, or parts of one ({@code @buyer.example}). */
    public LogQuery to(List<String> recipients) {
        return and(LogField.RECIPIENT_ADDRESS, How.ADDRESS, recipients);
    }

    /** From this address, or an address with this part. */
    public LogQuery from(@Nullable String sender) {
        return and(LogField.SENDER_ADDRESS, How.ADDRESS, one(sender));
    }

    public LogQuery event(@Nullable String id) {
        return and(LogField.EVENT_ID, How.IS, one(id));
    }

    public LogQuery source(@Nullable String name) {
        return and(LogField.SOURCE, How.IS, one(name));
    }

    public LogQuery messageId(@Nullable String id) {
        return and(LogField.MESSAGE_ID, How.ID, one(id));
    }

    public LogQuery internalId(@Nullable String id) {
        return and(LogField.INTERNAL_MESSAGE_ID, How.IS, one(id));
    }

    public LogQuery reference(@Nullable String words) {
        return and(LogField.REFERENCE, How.ID, one(words));
    }

    /** Whose subject holds these words. */
    public LogQuery subject(@Nullable String words) {
        return and(LogField.MESSAGE_SUBJECT, How.HOLDS, one(words));
    }

    public LogQuery between(@Nullable Instant from, @Nullable Instant before) {
        return new LogQuery(terms, from, before, limit, latestFirst);
    }

    public LogQuery atMost(int lines) {
        return new LogQuery(terms, start, end, Math.max(0, lines), latestFirst);
    }

    /** The newest lines first. */
    public LogQuery latest() {
        return new LogQuery(terms, start, end, limit, true);
    }

    Comparator<Hit> order() {
        return latestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
    }

    private static List<String> one(@Nullable String word) {
        return word == null ? List.of() : List.of(word);
    }

    private LogQuery and(LogField field, How how, List<String> words) {
        var said = words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
        if (said.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(terms);
        all.add(new Term(field, how, said));
        return new LogQuery(all, start, end, limit, latestFirst);
    }
}
