package app.caravel.desktop.settings;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Settings: a list of sections at the left, rows of one setting each at the right. A change is kept at once. */
public final class SettingsScreen implements Screen {

    private final SettingsViewModel model;

    public SettingsScreen(Workspace workspace, Ui ui) {
        this.model = new SettingsViewModel(workspace, ui);
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public Node build(Ui ui) {
        return new SettingsView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var section = place.about(String.class);
        if (section != null) {
            model.section.set(SettingsViewModel.Section.of(section));
        }
        model.load();
    }
}
