package app.caravel.desktop.messagelog;

import javafx.scene.Node;

import app.caravel.desktop.delivery.DeliveryReports;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Message log: what happened to mails, as the log files have it. */
public final class MessageLogScreen implements Screen {

    private final Workspace workspace;
    private final MessageLogViewModel model;

    public MessageLogScreen(Workspace workspace, Ui ui) {
        this.model = new MessageLogViewModel(workspace, ui.background(), ui.zone());
        this.workspace = workspace;
    }

    @Override
    public String id() {
        return "message-log";
    }

    @Override
    public Node build(Ui ui) {
        return new MessageLogView(model, new DeliveryReports(workspace, ui), ui);
    }

    @Override
    public void shown(Place place) {
        var lines = place.about(Place.LinesOf.class);
        if (lines != null) {
            model.linesOf(lines.messageId());
        }
        model.load();
    }
}
