package app.caravel.desktop.messagelog;

import java.util.List;
import java.util.Locale;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Ui;

/** Exchange's events in words; those that have none keep their name. */
final class EventWords {

    /** Those that Caravel writes, in the order of a mail's life. */
    static final List<String> OURS = List.of("SUBMIT", "SEND", "DEFER", "FAIL", "DSN", "RESUBMIT", "THROTTLE", "SUPPRESSED", "DROP");

    /** Those of a real server that one looks for. */
    static final List<String> OTHERS = List.of("RECEIVE", "DELIVER", "EXPAND", "REDIRECT", "RESOLVE", "TRANSFER");

    private EventWords() {}

    static String word(Ui ui, String event) {
        var key = "messagelog.event-" + event.toLowerCase(Locale.ROOT);
        return OURS.contains(event) || OTHERS.contains(event) ? ui.text(key) : event;
    }

    static Columns.IconWord of(Ui ui, String event) {
        var word = word(ui, event);
        return switch (event) {
            case "SUBMIT" -> new Columns.IconWord(Feather.INBOX, "subtle", word);
            case "SEND", "DELIVER", "TRANSFER" -> new Columns.IconWord(Feather.CHECK, "subtle", word);
            case "DEFER", "THROTTLE" -> new Columns.IconWord(Feather.CLOCK, "scheduled", word);
            case "FAIL", "DSN", "BADMAIL", "POISONMESSAGE", "DELIVERFAIL", "SUBMITFAIL" -> new Columns.IconWord(Feather.X_CIRCLE, "bounce", word);
            case "RESUBMIT" -> new Columns.IconWord(Feather.REFRESH_CW, "subtle", word);
            case "SUPPRESSED", "DROP" -> new Columns.IconWord(Feather.SLASH, "subtle", word);
            default -> new Columns.IconWord(Feather.MORE_HORIZONTAL, "subtle", word);
        };
    }
}
