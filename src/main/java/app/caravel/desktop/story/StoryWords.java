package app.caravel.desktop.story;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.MessageState;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Ui;

/** States of a message and verdicts as icon, word and colour of meaning. */
public final class StoryWords {

    private StoryWords() {}

    public static Columns.IconWord message(Ui ui, MessageState state) {
        var word = ui.text("story.message." + state.key());
        return switch (state) {
            case QUEUED, HELD -> new Columns.IconWord(Feather.MORE_HORIZONTAL, "subtle", word);
            case SENDING -> new Columns.IconWord(Feather.SEND, "accent", word);
            case SENT -> new Columns.IconWord(Feather.CHECK, "subtle", word);
            case DEFERRED -> new Columns.IconWord(Feather.CLOCK, "scheduled", word);
            case FAILED, BOUNCED -> new Columns.IconWord(Feather.X_CIRCLE, "bounce", word);
            case SUPPRESSED, CANCELLED -> new Columns.IconWord(Feather.SLASH, "subtle", word);
            case IN_DOUBT -> new Columns.IconWord(Feather.HELP_CIRCLE, "scheduled", word);
        };
    }

    /** A verdict's chip: person, likely, proxy, machine, pending; null where there is no sign. */
    public static Columns.@Nullable ChipWord verdict(Ui ui, @Nullable String verdict) {
        if (verdict == null) {
            return null;
        }
        var word = ui.text("verdict." + verdict.toLowerCase(Locale.ROOT));
        return switch (verdict) {
            case "person" -> new Columns.ChipWord(word, Feather.USER_CHECK, "person");
            case "likely" -> new Columns.ChipWord(word, Feather.USER, "likely");
            case "proxy" -> new Columns.ChipWord(word, Feather.SHIELD, "proxy");
            case "pending" -> new Columns.ChipWord(word, Feather.CLOCK, "machine");
            default -> new Columns.ChipWord(word, Feather.CPU, "machine");
        };
    }

    /** The fill of a verdict in a timeline. */
    public static String fill(@Nullable String verdict) {
        return verdict == null || verdict.equals("pending") ? "fill-machine" : "fill-" + verdict;
    }
}
