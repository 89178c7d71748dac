package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.export.ExportColumn;
import app.caravel.contact.export.ExportColumn.Field;
import app.caravel.desktop.kit.Background;
import app.caravel.reason.Reason;
import app.caravel.store.Json;
import app.caravel.workspace.Workspace;

/** What goes into an export, in which order and as what; the choice is remembered. */
final class ExportViewModel {

    private static final String COLUMNS = "export.columns";
    private static final String KIND = "export.kind";

    /** What file it becomes. */
    enum Kind {
        XLSX, CSV, VCF, JSON;

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A column that can go along.
     *
     * @param field null: what the user's own file said under the key
     */
    record Column(String key, @Nullable Field field, BooleanProperty chosen) {}

    final ObservableList<Column> columns = FXCollections.observableArrayList(column -> new javafx.beans.Observable[] {column.chosen()});
    final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.XLSX);
    final BooleanBinding ready = Bindings.createBooleanBinding(() -> columns.stream().anyMatch(column -> column.chosen().get()), columns);
    private final Workspace workspace;
    private final Background background;
    private final Chosen who;

    ExportViewModel(Workspace workspace, Background background, Chosen who) {
        this.workspace = workspace;
        this.background = background;
        this.who = who;
    }

    int people() {
        return who.count();
    }

    private record Read(List<String> headers, List<String> remembered, String kind) {}

    /** Reads which columns there are, and what was chosen the last time. */
    void load() {
        background.run(() -> new Read(who instanceof Chosen.AllThatFit all ? workspace.contactExport().headers(all.filter()) : workspace.contactExport().headers(who.ids(workspace.contacts())),
                workspace.settings().get(COLUMNS).map(Json::array).orElse(List.of()), workspace.settings().get(KIND).orElse(Kind.XLSX.name())), this::show);
    }

    private void show(Read read) {
        kind.set(Arrays.stream(Kind.values()).filter(each -> each.name().equals(read.kind)).findFirst().orElse(Kind.XLSX));
        var usual = new LinkedHashSet<String>();
        ExportColumn.USUAL.forEach(field -> usual.add(field.key()));
        usual.addAll(read.headers);
        var chosen = read.remembered.stream().filter(key -> usual.contains(key) || field(key) != null).toList();
        var ticked = chosen.isEmpty() ? List.copyOf(usual) : chosen;
        var order = new LinkedHashSet<>(ticked);
        order.addAll(usual);
        Arrays.stream(Field.values()).forEach(field -> order.add(field.key()));
        columns.setAll(order.stream().map(key -> new Column(key, field(key), new SimpleBooleanProperty(ticked.contains(key)))).toList());
    }

    private static @Nullable Field field(String key) {
        return Arrays.stream(Field.values()).filter(field -> field.key().equals(key)).findFirst().orElse(null);
    }

    /** Moves a column up or down; at the edge it stays. */
    void move(Column column, int by) {
        int at = columns.indexOf(column);
        int to = at + by;
        if (at >= 0 && to >= 0 && to < columns.size()) {
            var moved = new ArrayList<>(columns);
            moved.remove(at);
            moved.add(to, column);
            columns.setAll(moved);
        }
    }

    void chooseAll(boolean on) {
        columns.forEach(column -> column.chosen().set(on));
    }

    /** Writes them, by the file's ending; hands on how many, and remembers the choice. */
    void write(Path file, Consumer<Integer> then, Consumer<Reason> failed) {
        var keys = columns.stream().filter(column -> column.chosen().get()).map(Column::key).toList();
        var as = kind.get().name();
        background.run(() -> {
            int people = who instanceof Chosen.AllThatFit all ? workspace.contactExport().write(all.filter(), file, keys)
                    : workspace.contactExport().write(who.ids(workspace.contacts()), file, keys);
            workspace.settings().put(COLUMNS, Json.write(keys));
            workspace.settings().put(KIND, as);
            return people;
        }, then, failed);
    }
}
