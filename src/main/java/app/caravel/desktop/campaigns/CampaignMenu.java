package app.caravel.desktop.campaigns;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;

/** The menu of a campaign's page: a copy, and whom it can still send to, each with its count. */
final class CampaignMenu {

    private final Campaign campaign;
    private final CampaignPageViewModel model;
    private final Ui ui;

    CampaignMenu(Campaign campaign, CampaignPageViewModel model, Ui ui) {
        this.campaign = campaign;
        this.model = model;
        this.ui = ui;
    }

    Button button() {
        var button = Buttons.icon(ui.text("campaigns.more"), Feather.MORE_HORIZONTAL, () -> {});
        button.setOnAction(_ -> {
            if (MoreToSend.isOpen(campaign)) {
                model.more.count(campaign, counts -> show(button, menu(counts)));
            } else {
                show(button, copies());
            }
        });
        return button;
    }

    private static void show(Button button, ContextMenu menu) {
        if (button.getScene() != null) {
            menu.show(button, Side.BOTTOM, 0, 4);
        }
    }

    private ContextMenu copies() {
        return new ContextMenu(item(ui.text("campaigns.copy"), Feather.COPY, () -> model.copy(campaign, copy -> ui.go(Place.campaignStep(copy.id(), "")))));
    }

    private ContextMenu menu(MoreToSend.Counts counts) {
        var menu = copies();
        var joined = item(ui.text("sending.add-new", "n", counts.joined()), Feather.USER_PLUS, () -> model.more.addNew(campaign.id(), this::queued));
        var again = item(ui.text("sending.again", "n", counts.failed().size()), Feather.ROTATE_CW, () -> model.more.sendAgain(campaign.id(), counts.failed(), this::queued));
        joined.setDisable(counts.joined() == 0);
        again.setDisable(counts.failed().isEmpty());
        menu.getItems().addAll(new SeparatorMenuItem(), joined, again);
        return menu;
    }

    private void queued(int mails) {
        told(ui, campaign, mails);
    }

    /** Says how many more go now, or with the resuming of what is paused. */
    static void told(Ui ui, Campaign campaign, int mails) {
        ui.toasts().done(ui.text(campaign.state() == CampaignState.PAUSED ? "sending.queued-paused" : "sending.queued", "n", mails));
    }

    private MenuItem item(String word, Feather icon, Runnable act) {
        var item = new MenuItem(word, Icons.of(icon, "small"));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
