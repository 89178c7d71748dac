package app.caravel.desktop.contacts;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.caravel.audience.Combination;
import app.caravel.audience.Combination.Way;
import app.caravel.audience.ListWork;
import app.caravel.contact.ContactList;
import app.caravel.desktop.kit.Background;
import app.caravel.desktop.kit.Load;
import app.caravel.reason.Reason;
import app.caravel.workspace.Workspace;

/** Lists as wholes: which are combined and how many people that makes, what is renamed and deleted. */
final class ListWorkModel {

    final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.ANY);
    /** Ids in the order they were chosen in; of {@code WITHOUT} the first is the one that the others are taken from. */
    final ObservableList<Long> lists = FXCollections.observableArrayList();
    private final Workspace workspace;
    private final Background background;
    private final Runnable changed;
    private final Load<List<ContactList>> all;
    private final ReadOnlyObjectWrapper<@Nullable Integer> count = new ReadOnlyObjectWrapper<>();
    private Background.@Nullable Job counting;

    /** @param changed called after lists have changed */
    ListWorkModel(Workspace workspace, Background background, Runnable changed) {
        this.workspace = workspace;
        this.background = background;
        this.changed = changed;
        this.all = new Load<>(background);
        way.addListener((_, _, _) -> recount());
        lists.addListener((ListChangeListener<Long>) _ -> recount());
    }

    Load<List<ContactList>> all() {
        return all;
    }

    /** How many people the combination holds; null while that is not known or there is nothing to combine. */
    ReadOnlyObjectProperty<@Nullable Integer> count() {
        return count.getReadOnlyProperty();
    }

    void begin() {
        lists.clear();
        way.set(Way.ANY);
        all.from(() -> workspace.lists().all());
    }

    Combination combination() {
        return new Combination(way.get(), List.copyOf(lists));
    }

    private void recount() {
        if (counting != null) {
            counting.cancel();
        }
        count.set(null);
        var wanted = combination();
        if (wanted.isWhole()) {
            counting = background.run(() -> workspace.listWork().count(wanted), count::set);
        }
    }

    void make(String name, Consumer<ContactList> then, Consumer<Reason> failed) {
        var wanted = combination();
        background.run(() -> workspace.listWork().make(name, wanted), list -> {
            changed.run();
            then.accept(list);
        }, failed);
    }

    /** Takes a list away that was just made. */
    void unmake(ContactList list) {
        background.run(() -> workspace.lists().delete(list.id()), changed);
    }

    /** Hands on how many segments followed. */
    void rename(ContactList list, String name, Consumer<Integer> then, Consumer<Reason> failed) {
        background.run(() -> workspace.listWork().rename(list.id(), name), followed -> {
            changed.run();
            then.accept(followed);
        }, failed);
    }

    /** Hands on what was deleted and how it comes back. */
    void delete(ContactList list, BiConsumer<ListWork.Deleted, Runnable> then) {
        background.run(() -> workspace.listWork().delete(list.id()), deleted -> {
            changed.run();
            then.accept(deleted, () -> background.run(() -> workspace.listWork().restore(deleted), changed));
        });
    }
}
