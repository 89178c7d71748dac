package app.caravel.desktop.campaigns;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.CampaignState;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.Ui;

/** States of campaigns as icon, word and colour of meaning. */
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
}
