package app.caravel.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import app.caravel.campaign.CampaignState;
import app.caravel.desktop.kit.Ui;
import app.caravel.report.CallList;
import app.caravel.workspace.Workspace;

/** The numbers at the right of the rail: people to call, campaigns that run, people who did something since yesterday. None shows no zero. */
final class RailCounts {

    private final Map<RailItem, StringProperty> counts = new EnumMap<>(RailItem.class);
    private final Workspace workspace;
    private final Ui ui;

    private record Read(int toCall, int running, int active) {}

    RailCounts(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
        for (var item : RailItem.values()) {
            counts.put(item, new SimpleStringProperty(""));
        }
    }

    /** The number of an item in words; empty for none. */
    StringProperty of(RailItem item) {
        return Objects.requireNonNull(counts.get(item));
    }

    void refresh() {
        ui.background().run(this::read, this::show, _ -> { });
    }

    private Read read() {
        var now = ui.clock().instant();
        var here = now.atZone(ui.zone());
        return new Read(workspace.callList().count(now.minus(CallList.LATELY), here) + workspace.nextSteps().countDue(here.toLocalDate()), workspace.campaigns().inState(CampaignState.RUNNING).size(),
                workspace.evidence().events().since(ui.sinceYesterday()).people());
    }

    private void show(Read read) {
        show(RailItem.TODAY, read.toCall());
        show(RailItem.CAMPAIGNS, read.running());
        show(RailItem.ACTIVITY, read.active());
    }

    private void show(RailItem item, int n) {
        of(item).set(n == 0 ? "" : ui.formats().number(n));
    }
}
