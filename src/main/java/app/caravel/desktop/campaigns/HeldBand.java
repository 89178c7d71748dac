package app.caravel.desktop.campaigns;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.Message;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.RecipientFilter;

/** Above those held back: why in one line, and the way to let them go. Shown with their filter. */
final class HeldBand extends HBox {

    private final CampaignPageViewModel model;
    private final Ui ui;
    private final InvalidationListener changed = _ -> show();
    private final InvalidationListener chosen = _ -> read();
    private @Nullable Campaign campaign;

    HeldBand(CampaignPageViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        getStyleClass().add("need-band");
        setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        managedProperty().bind(visibleProperty());
        model.filter.addListener(new WeakInvalidationListener(chosen));
        model.more.held.state().addListener(new WeakInvalidationListener(changed));
        show();
    }

    /** The campaign whose people are shown, read anew. */
    void about(Campaign now) {
        campaign = now;
        read();
    }

    private void read() {
        var about = campaign;
        if (about != null && model.filter.get() == RecipientFilter.HELD) {
            model.more.readHeld(about.id());
        }
        show();
    }

    private void show() {
        var about = campaign;
        var held = model.more.held.value();
        setVisible(about != null && held != null && !held.isEmpty() && model.filter.get() == RecipientFilter.HELD);
        if (about == null || held == null || !isVisible()) {
            return;
        }
        var why = Words.of(HeldWords.why(held.stream().map(Message::reason).filter(java.util.Objects::nonNull).toList(), ui), "scheduled-text");
        why.setMinWidth(0);
        getChildren().setAll(Icons.of(Feather.PAUSE_CIRCLE, "scheduled"), Words.of(ui.text("sending.held.title", "n", held.size()), "scheduled-text", "strong"), why, Space.rest());
        if (MoreToSend.isOpen(about)) {
            getChildren().add(Buttons.small(ui.text("sending.held.open"), null, () -> HeldBox.ofRun(ui, held, (some, word) -> letGo(about, some, word)).show()));
        }
    }

    private void letGo(Campaign about, List<Message> some, String word) {
        model.more.letGo(about.id(), some, word, mails -> CampaignMenu.told(ui, about, mails));
    }
}
