package app.caravel.desktop.today;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The screen Today. */
public final class TodayScreen implements Screen {

    public TodayScreen(Workspace workspace, Ui ui) {}

    @Override
    public String id() {
        return "today";
    }

    @Override
    public Node build(Ui ui) {
        return new VBox(new PageHeader(ui.text("shell.rail.today"), ""));
    }
}
