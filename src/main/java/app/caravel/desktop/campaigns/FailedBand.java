package app.caravel.desktop.campaigns;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.RecipientFilter;

/** Above those whom no mail reached: how many failed, what the servers said, and the way to send to them again. Shown with their filter. */
final class FailedBand extends HBox {

    private final CampaignPageViewModel model;
    private final Ui ui;
    private final InvalidationListener chosen = _ -> read();
    private @Nullable Campaign campaign;

    FailedBand(CampaignPageViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("need-band", "bounce");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        model.filter.addListener(new WeakInvalidationListener(chosen));
    }

    /** The campaign whose people are shown, read anew. */
    void about(Campaign now) {
        campaign = now;
        read();
    }

    private void read() {
        var about = campaign;
        if (about == null || model.filter.get() != RecipientFilter.NOT_SENT || !MoreToSend.isOpen(about)) {
            setVisible(false);
            return;
        }
        model.more.failed(about.id(), failed -> {
            setVisible(!failed.isEmpty() && about.equals(campaign) && model.filter.get() == RecipientFilter.NOT_SENT);
            if (isVisible()) {
                show(about, failed);
            }
        });
    }

    private void show(Campaign about, java.util.List<Long> failed) {
        var first = Words.of(ui.text("sending.failed.first"), "bounce-text");
        first.setMinWidth(0);
        getChildren().setAll(Icons.of(Feather.X_CIRCLE, "bounce"), Words.of(ui.text("sending.failed", "n", failed.size()), "bounce-text", "strong"), first, Space.rest(),
                Buttons.small(ui.text("sending.failed.said"), null, () -> model.run.tab.set(RunViewModel.Tab.REFUSALS)),
                Buttons.small(ui.text("sending.again", "n", failed.size()), Feather.ROTATE_CW, () -> model.more.sendAgain(about.id(), failed, mails -> CampaignMenu.told(ui, about, mails))));
    }
}
