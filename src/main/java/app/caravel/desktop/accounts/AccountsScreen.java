package app.caravel.desktop.accounts;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;

import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Screen;
import app.caravel.desktop.kit.Ui;
import app.caravel.workspace.Workspace;

/** The screen Accounts. */
public final class AccountsScreen implements Screen {

    /** A toast with Undo stands six seconds, and longer while the mouse is on it. */
    private static final long UNDO_SECONDS = 12;

    private final AccountsViewModel model;
    private final Ui ui;

    public AccountsScreen(Workspace workspace, Ui ui) {
        this.ui = ui;
        model = new AccountsViewModel(workspace, ui.background(), CompletableFuture.delayedExecutor(UNDO_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public String id() {
        return "accounts";
    }

    @Override
    public Node build(Ui now) {
        return new AccountsView(now, model);
    }

    @Override
    public void shown(Place place) {
        model.refresh();
        var account = place.about(Long.class);
        if (account != null) {
            model.find(account, found -> ui.details().show(new AccountPanel(ui, model, found)));
        }
    }

    @Override
    public void left() {
        model.left();
    }
}
