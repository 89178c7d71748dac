package app.caravel.desktop.campaigns;

import java.util.ArrayList;
import java.util.List;

import app.caravel.campaign.MessageState;
import app.caravel.desktop.kit.Bar;
import app.caravel.desktop.kit.StatTiles;
import app.caravel.desktop.kit.Ui;
import app.caravel.report.CampaignReport;

/** The numbers of a campaign as tiles. The uncertainty stands in the notes. */
final class Tiles {

    private Tiles() {}

    static StatTiles of(CampaignReport report, Ui ui) {
        int sent = report.sent();
        int all = Math.max(1, report.counts().all());
        var tiles = new ArrayList<StatTiles.Tile>();
        boolean replies = report.replied() > 0;
        tiles.add(new StatTiles.Tile(ui.text("campaigns.tile.sent"), number(ui, sent), sentNote(report, ui),
                List.of(new Bar.Part((double) sent / all, "fill-plain")), replies ? 18 : 22, ui.text("campaigns.tile.sent.hover")));
        int fine = sent - report.bounced();
        tiles.add(new StatTiles.Tile(ui.text("campaigns.tile.not-bounced"), number(ui, fine), ui.text("campaigns.tile.bounced", "n", report.bounced()),
                List.of(new Bar.Part(share(fine, sent), "fill-plain"), new Bar.Part(share(report.bounced(), sent), "fill-bounce")), replies ? 18 : 22,
                ui.text("campaigns.tile.sent.hover")));
        tiles.add(new StatTiles.Tile(ui.text("campaigns.tile.opened"), report.openedBy() == 0 ? "0" : ui.text("campaigns.about", "n", report.openedBy()),
                ui.text("campaigns.tile.sure-likely", "sure", report.openedSure(), "likely", report.openedLikely()),
                people(report.openedSure(), report.openedLikely(), sent), replies ? 24 : 30, ui.text("campaigns.tile.opened.hover")));
        tiles.add(new StatTiles.Tile(ui.text("campaigns.tile.clicked"), number(ui, report.clickedBy()),
                ui.text("campaigns.tile.sure-likely", "sure", report.clickedSure(), "likely", report.clickedLikely()),
                people(report.clickedSure(), report.clickedLikely(), sent), replies ? 20 : 26, null));
        if (replies) {
            tiles.add(new StatTiles.Tile(ui.text("campaigns.tile.replied"), number(ui, report.replied()), "",
                    List.of(new Bar.Part(share(report.replied(), sent), "fill-reply")), 20, null));
        }
        return new StatTiles(tiles);
    }

    /** What did not go, in the order of its weight; nothing where all went. */
    private static String sentNote(CampaignReport report, Ui ui) {
        var counts = report.counts();
        if (counts.left() > 0) {
            return ui.text("campaigns.tile.left", "n", counts.left());
        }
        if (counts.of(MessageState.FAILED) > 0) {
            return ui.text("campaigns.tile.failed", "n", counts.of(MessageState.FAILED));
        }
        int out = counts.of(MessageState.SUPPRESSED) + counts.of(MessageState.HELD) + counts.of(MessageState.CANCELLED);
        return out > 0 ? ui.text("campaigns.tile.left-out", "n", out) : ui.text("campaigns.tile.all");
    }

    private static List<Bar.Part> people(int sure, int likely, int sent) {
        return List.of(new Bar.Part(share(sure, sent), "fill-person"), new Bar.Part(share(likely, sent), "fill-likely"));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static String number(Ui ui, int n) {
        return ui.formats().number(n);
    }
}
