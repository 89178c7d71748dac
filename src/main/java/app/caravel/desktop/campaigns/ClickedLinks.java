package app.caravel.desktop.campaigns;

import java.util.Comparator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.report.CampaignReport;

/** What they clicked: the links that most people followed, as text with a bar below. */
final class ClickedLinks extends VBox {

    private static final int SHOWN = 4;

    private final HBox head;

    ClickedLinks(CampaignReport report, Ui ui) {
        super(8);
        head = Space.row(8, Words.heading(ui.text("campaigns.what-clicked")));
        getChildren().add(head);
        var links = report.links().stream().filter(link -> link.clickedBy() > 0)
                .sorted(Comparator.comparingInt(CampaignReport.Link::clickedBy).reversed()).limit(SHOWN).toList();
        if (links.isEmpty()) {
            getChildren().add(Words.help(ui.text("campaigns.nobody-clicked")));
            return;
        }
        double most = Math.max(1, report.clickedBy());
        for (var link : links) {
            var name = Words.body(link.text().isBlank() ? shortened(link.url()) : link.text());
            name.setMinWidth(0);
            name.setTooltip(new Tooltip(link.url()));
            var row = Space.row(8, name, Space.rest(), Words.strong(ui.formats().number(link.clickedBy())));
            getChildren().add(Space.column(3, row, new Bar(4, new Bar.Part(link.clickedSure() / most, "fill-person"), new Bar.Part(link.clickedLikely() / most, "fill-likely"))));
        }
    }

    static String shortened(String url) {
        return url.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
    }

    /** The line of its heading. */
    HBox head() {
        return head;
    }
}
