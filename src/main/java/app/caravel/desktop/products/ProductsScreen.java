package app.caravel.desktop.products;

import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The product library. */
public final class ProductsScreen implements Screen {

    private final ProductsViewModel model;

    public ProductsScreen(Workspace workspace, Ui ui) {
        this.model = new ProductsViewModel(workspace, ui.background());
    }

    @Override
    public String id() {
        return Place.PRODUCTS.screen();
    }

    @Override
    public String rail() {
        return Place.COMPOSE.screen();
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Node build(Ui ui) {
        return new ProductsView(model, ui);
    }

    @Override
    public void shown(Place place) {
        model.look();
    }
}
