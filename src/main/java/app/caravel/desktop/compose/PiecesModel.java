package app.caravel.desktop.compose;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import app.caravel.content.design.Block;
import app.caravel.content.template.Snippet;
import app.caravel.content.template.Snippets;
import app.caravel.desktop.kit.Background;

/** The saved pieces that a mail can take. Knows no node. */
final class PiecesModel {

    private final Snippets snippets;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<Snippet>> all = new ReadOnlyObjectWrapper<>(List.of());

    PiecesModel(Snippets snippets, Background background) {
        this.snippets = snippets;
        this.background = background;
    }

    /** By name, without those that were put away. */
    ReadOnlyObjectProperty<List<Snippet>> all() {
        return all.getReadOnlyProperty();
    }

    void load() {
        background.run(snippets::all, found -> all.set(found.stream().filter(each -> !each.archived()).toList()));
    }

    /** Keeps a block, with all that it holds, under a name. */
    void keep(String name, Block block, Runnable then) {
        change(() -> snippets.create(name, List.of(block)), then);
    }

    void rename(Snippet snippet, String name, Runnable then) {
        change(() -> snippets.rename(snippet, name), then);
    }

    void delete(Snippet snippet, Runnable then) {
        change(() -> snippets.delete(snippet), then);
    }

    void bringBack(Snippet snippet) {
        change(() -> snippets.bringBack(snippet), () -> {});
    }

    private void change(Background.Act act, Runnable then) {
        background.run(act, () -> {
            load();
            then.run();
        });
    }
}
