package app.caravel.desktop.campaigns;

import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignState;
import app.caravel.campaign.MessageState;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Ui;

/** States and verdicts as icon, word and colour of meaning. */
final class StateWords {

    private StateWords() {}

    static Columns.IconWord campaign(Ui ui, CampaignState state) {
        var word = ui.text("campaigns.state." + state.key());
        return switch (state) {
            case DRAFT -> new Columns.IconWord(Feather.EDIT_2, "subtle", word);
            case SCHEDULED -> new Columns.IconWord(Feather.CLOCK, "scheduled", word);
            case RUNNING -> new Columns.IconWord(Feather.SEND, "accent", word);
            case PAUSED -> new Columns.IconWord(Feather.PAUSE_CIRCLE, "scheduled", word);
            case FINISHED -> new Columns.IconWord(Feather.CHECK, "subtle", word);
            case CANCELLED -> new Columns.IconWord(Feather.SLASH, "subtle", word);
        };
    }

    static Columns.IconWord message(Ui ui, MessageState state) {
        var word = ui.text("campaigns.message." + state.key());
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

    /** A verdict's chip; null where there is no sign. */
    static Columns.@Nullable ChipWord verdict(Ui ui, @Nullable String verdict) {
        if (verdict == null) {
            return null;
        }
        var word = ui.text("campaigns.verdict." + verdict.toLowerCase(Locale.ROOT));
        return switch (verdict) {
            case "person" -> new Columns.ChipWord(word, Feather.USER_CHECK, "person");
            case "likely" -> new Columns.ChipWord(word, Feather.USER, "likely");
            case "proxy" -> new Columns.ChipWord(word, Feather.SHIELD, "proxy");
            case "pending" -> new Columns.ChipWord(word, Feather.CLOCK, "machine");
            default -> new Columns.ChipWord(word, Feather.CPU, "machine");
        };
    }

    /** The fill of a verdict in a timeline. */
    static String fill(@Nullable String verdict) {
        return verdict == null || verdict.equals("pending") ? "fill-machine" : "fill-" + verdict;
    }
}
