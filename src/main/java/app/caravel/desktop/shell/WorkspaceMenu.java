package app.caravel.desktop.shell;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Desk;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Below the workspace's name: the sandbox or the real one, its folder, settings, quit. */
final class WorkspaceMenu {

    private final ContextMenu menu = new ContextMenu();

    WorkspaceMenu(Ui ui, Workspace workspace, Desk desk) {
        menu.getItems().addAll(
                desk.sandbox()
                        ? item(ui.text("shell.workspace.to-real"), Feather.HOME, () -> desk.openReal(Place.TODAY))
                        : item(ui.text("shell.workspace.to-sandbox"), Feather.BOX, desk::openSandbox),
                item(ui.text("shell.workspace.folder"), Feather.FOLDER, () -> desk.openWithSystem(workspace.home().folder().toString())),
                new SeparatorMenuItem(),
                item(ui.text("shell.rail.settings"), Feather.SETTINGS, () -> ui.go(Place.SETTINGS)),
                item(ui.text("shell.quit"), Feather.LOG_OUT, desk::quit));
    }

    void show(Node below) {
        menu.show(below, Side.BOTTOM, 0, 4);
    }

    private static MenuItem item(String word, Feather icon, Runnable act) {
        var item = new MenuItem(word, Icons.of(icon, "small"));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
