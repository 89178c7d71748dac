package app.caravel.desktop.compose;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** Compose: a draft's content, or the drafts to choose from. */
public final class ComposeScreen implements Screen {

    private final ComposeViewModel model;

    public ComposeScreen(Workspace workspace, Ui ui) {
        this.model = new ComposeViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return Place.COMPOSE.screen();
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node build(Ui ui) {
        return new ComposeView(model, ui);
    }

    @Override
    public void shown(Place place) {
        var draft = place.about(Long.class);
        var words = place.about(Place.WordsOf.class);
        if (words != null) {
            model.open(words.campaign(), words.language(), words.words());
        } else if (draft != null) {
            model.open(draft);
        } else {
            model.list();
        }
    }

    @Override
    public void left() {
        model.close();
    }
}
