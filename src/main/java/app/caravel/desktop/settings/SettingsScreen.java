package app.caravel.desktop.settings;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The screen Settings. */
public final class SettingsScreen implements Screen {

    public SettingsScreen(Workspace workspace, Ui ui) {}

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public Node build(Ui ui) {
        return new VBox(new PageHeader(ui.text("shell.rail.settings"), ""));
    }
}
