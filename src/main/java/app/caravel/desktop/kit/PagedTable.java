package app.caravel.desktop.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;

/**
 * A table over a hundred thousand rows that pages from a {@link PageSource}. Columns come from {@link Columns}; a column
 * with an id can be sorted by, which asks {@link #onSort} for another source. Enter and a double click open a row.
 */
public final class PagedTable<R> extends TableView<@Nullable R> {

    /** By which column, and which way. */
    public record Sort(String column, boolean ascending) {}

    private record Beginning<R>(int count, Map<Integer, List<R>> pages) {}

    private final Background background;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<@Nullable R> selected = new ReadOnlyObjectWrapper<>();
    private @Nullable PageSource<R> source;
    private Background.@Nullable Job job;
    private Consumer<@Nullable Sort> sort = _ -> {};
    private Consumer<R> open = _ -> {};
    private boolean putting;

    public PagedTable(Background background) {
        this.background = background;
        Tables.dress(this);
        setSortPolicy(_ -> {
            if (!putting) {
                sort.accept(chosenSort());
            }
            return true;
        });
        getSelectionModel().selectedItemProperty().addListener((_, _, row) -> selected.set(row));
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && selected.get() != null) {
                open.accept(selected.get());
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && selected.get() != null) {
                open.accept(selected.get());
            }
        });
    }

    /** Shows other rows, from their beginning. */
    public void show(PageSource<R> rows) {
        source = rows;
        load(rows, 0, 0, -1);
    }

    /** Reads the same rows again and stays where it is: something about them has changed. */
    public void refresh() {
        if (source != null) {
            int top = firstVisible();
            load(source, top, Math.max(top, lastVisible()), getSelectionModel().getSelectedIndex());
        }
    }

    /** Called with the sort chosen at a column's head, null for none; shows what fits it. */
    public void onSort(Consumer<@Nullable Sort> chosen) {
        sort = chosen;
    }

    public void onOpen(Consumer<R> opened) {
        open = opened;
    }

    /** How many rows there are; -1 while that is not known. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The chosen row, null where none is or it is not read yet. */
    public ReadOnlyObjectProperty<@Nullable R> selectedRow() {
        return selected.getReadOnlyProperty();
    }

    /** The chosen rows that are held; with Ctrl+A over more than was read, ask the source instead. */
    public List<R> chosen() {
        return getSelectionModel().getSelectedIndices().stream().map(this::held).filter(java.util.Objects::nonNull).map(row -> (R) row).toList();
    }

    /** The row at a place if it is held; does not fetch. */
    public @Nullable R held(int index) {
        return getItems() instanceof PagedList<R> list ? list.peek(index) : null;
    }

    private @Nullable Sort chosenSort() {
        if (getSortOrder().isEmpty()) {
            return null;
        }
        var column = getSortOrder().getFirst();
        return new Sort(column.getId(), column.getSortType() == TableColumn.SortType.ASCENDING);
    }

    private void load(PageSource<R> rows, int from, int to, int chosen) {
        if (job != null) {
            job.cancel();
        }
        job = background.run(() -> {
            var pages = new HashMap<Integer, List<R>>();
            for (int page = from / PagedList.PAGE; page <= to / PagedList.PAGE; page++) {
                pages.put(page, rows.page(page * PagedList.PAGE, PagedList.PAGE));
            }
            return new Beginning<>(count(rows, pages.get(0)), pages);
        }, beginning -> put(rows, beginning, chosen), this::failed);
    }

    /** A first page that is not full holds all there are: they need not be counted. */
    private static <R> int count(PageSource<R> rows, @Nullable List<R> first) throws Exception {
        return first != null && first.size() < PagedList.PAGE ? first.size() : rows.count();
    }

    private void put(PageSource<R> rows, Beginning<R> beginning, int chosen) {
        var list = new PagedList<>(background, rows, beginning.count(), beginning.pages());
        var before = selected.get();
        putKeepingSort(list);
        count.set(beginning.count());
        if (chosen < 0) {
            if (!list.isEmpty()) {
                scrollTo(0);
            }
        } else if (before != null) {
            int at = list.indexOf(before);
            if (at < 0 && chosen < list.size()) {
                at = chosen;
            }
            getSelectionModel().clearAndSelect(at);
        }
    }

    /** A table forgets by what it is sorted when it gets other items, and would ask for the unsorted ones. */
    private void putKeepingSort(ObservableList<@Nullable R> items) {
        var order = List.copyOf(getSortOrder());
        putting = true;
        setItems(items);
        getSortOrder().setAll(order);
        putting = false;
    }

    private void failed(app.caravel.reason.Reason reason) {
        putKeepingSort(FXCollections.observableArrayList());
        count.set(0);
        background.tell(reason);
    }

    private int firstVisible() {
        var cell = flow() == null ? null : flow().getFirstVisibleCell();
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    private int lastVisible() {
        var cell = flow() == null ? null : flow().getLastVisibleCell();
        return cell == null ? 0 : Math.max(0, cell.getIndex());
    }

    private @Nullable VirtualFlow<?> flow() {
        return getSkin() instanceof TableViewSkin<?> skin
                ? (VirtualFlow<?>) skin.getChildren().stream().filter(VirtualFlow.class::isInstance).findFirst().orElse(null)
                : null;
    }
}
