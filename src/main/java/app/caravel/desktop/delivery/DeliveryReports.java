package app.caravel.desktop.delivery;

import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Opens delivery reports in the details panel. */
public final class DeliveryReports {

    private final Workspace workspace;
    private final Ui ui;

    public DeliveryReports(Workspace workspace, Ui ui) {
        this.workspace = workspace;
        this.ui = ui;
    }

    /** Opens the report of a mail; {@code unknown} runs where the ledger does not know it. */
    public void show(long messageId, Runnable unknown) {
        ui.background().run(() -> Delivery.read(workspace, messageId),
                found -> found.ifPresentOrElse(delivery -> ui.details().show(new DeliveryPanel(delivery, ui)), unknown));
    }

    /** Opens the report of a mail of the ledger. */
    public void show(long messageId) {
        show(messageId, () -> {});
    }
}
