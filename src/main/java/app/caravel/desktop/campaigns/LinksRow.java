package app.caravel.desktop.campaigns;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The links and pictures while they are asked for, with a way to stop that; or a way to begin where it was stopped. */
final class LinksRow extends HBox {

    private final CheckViewModel model;
    private final Ui ui;
    private final InvalidationListener changed = _ -> show();

    LinksRow(CheckViewModel model, Ui ui) {
        super(12);
        this.model = model;
        this.ui = ui;
        getStyleClass().add("finding");
        model.links.progress.addListener(new WeakInvalidationListener(changed));
        show();
    }

    private void show() {
        if (!model.links.running().get()) {
            var said = Space.column(2, Words.body(ui.text("campaigns.check.links-stopped")), Words.wrapped(Words.small(ui.text("campaigns.check.links-stopped.help"))));
            said.setMinWidth(0);
            getChildren().setAll(Icons.of(Feather.LINK, "subtle"), Space.grow(said), Buttons.small(ui.text("campaigns.check.links-look"), null, model::lookAtLinks));
            return;
        }
        var at = model.links.progress.get();
        var bar = new Bar(4);
        bar.set(new Bar.Part(at.total() == 0 ? 0 : (double) at.done() / at.total(), "fill-accent"));
        var said = Space.column(6, Words.body(ui.text("campaigns.check.links-looking", "n", at.done(), "m", at.total())), bar);
        said.setMinWidth(0);
        getChildren().setAll(Icons.of(Feather.LINK, "subtle"), Space.grow(said), Buttons.small(ui.text("campaigns.cancel"), null, model.links::stop));
    }
}
