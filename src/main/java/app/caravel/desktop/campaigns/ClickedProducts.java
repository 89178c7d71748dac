package app.caravel.desktop.campaigns;

import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.CampaignReport;
import app.caravel.report.ProductClicks;

/** Which products people clicked, those of most people first; a press shows these people in the table. */
final class ClickedProducts extends VBox {

    private static final int SHOWN = 4;

    private final HBox head;

    ClickedProducts(List<ProductClicks.Clicked> products, CampaignReport report, CampaignPageViewModel model, Ui ui) {
        super(8);
        setMinWidth(0);
        head = Space.row(8, Words.heading(ui.text("campaigns.which-products")));
        getChildren().add(head);
        var clicked = products.stream().filter(product -> product.clickedBy() > 0).sorted(Comparator.comparingInt(ProductClicks.Clicked::clickedBy).reversed()).limit(SHOWN).toList();
        if (clicked.isEmpty()) {
            getChildren().add(Words.help(ui.text("campaigns.nobody-clicked")));
        }
        double most = Math.max(1, report.clickedBy());
        for (var product : clicked) {
            var name = Words.link(product.name().isBlank() ? product.item() : product.name(), () -> model.product.set(product.item()));
            name.setMinWidth(0);
            name.setTooltip(new Tooltip(ui.text("campaigns.product-hover", "item", product.item(), "n", product.clicks())));
            var row = Space.row(8, name, Space.rest(), Words.strong(ui.formats().number(product.clickedBy())));
            getChildren().add(Space.column(3, row, new Bar(4, new Bar.Part(product.clickedSure() / most, "fill-person"), new Bar.Part(product.clickedLikely() / most, "fill-likely"))));
        }
    }

    /** The line of its heading. */
    HBox head() {
        return head;
    }
}
