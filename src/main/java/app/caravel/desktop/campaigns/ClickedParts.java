package app.caravel.desktop.campaigns;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Links and products that people clicked, side by side; on a narrow page one of them, with a way to the other. */
final class ClickedParts extends HBox {

    static final double WIDTH = 232;
    private static final double BOTH = 900;

    private final ClickedLinks links;
    private final ClickedProducts products;
    private final ObservableDoubleValue page;
    private final InvalidationListener resized = _ -> show();
    private boolean onProducts;

    /** @param page how wide the page is */
    ClickedParts(ClickedLinks links, ClickedProducts products, ObservableDoubleValue page, Ui ui) {
        super(28);
        this.links = links;
        this.products = products;
        this.page = page;
        setMinWidth(USE_PREF_SIZE);
        links.head().getChildren().addAll(Space.rest(), Words.link(ui.text("campaigns.to-products"), () -> turn(true)));
        products.head().getChildren().addAll(Space.rest(), Words.link(ui.text("campaigns.to-links"), () -> turn(false)));
        page.addListener(new WeakInvalidationListener(resized));
        show();
    }

    private void turn(boolean toProducts) {
        onProducts = toProducts;
        show();
    }

    private void show() {
        boolean both = page.get() > BOTH;
        for (var part : new HBox[] {links.head(), products.head()}) {
            part.getChildren().getLast().setVisible(!both);
        }
        var wanted = both ? java.util.List.<Region>of(links, products) : java.util.List.<Region>of(onProducts ? products : links);
        if (!getChildren().equals(wanted)) {
            wanted.forEach(part -> Space.width(part, WIDTH));
            getChildren().setAll(wanted);
        }
    }
}
