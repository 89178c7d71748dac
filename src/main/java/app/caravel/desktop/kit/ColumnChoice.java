package app.caravel.desktop.kit;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

/**
 * A table whose columns a person chooses, moves and widens; the menu stands at the right end of its head. Until then columns come
 * and go with the room there is. What was chosen is one line of text that the screen keeps.
 */
public final class ColumnChoice<R> extends StackPane {

    /** Marks a column whose width a person has chosen: what is left of the room is not shared out to it. */
    static final String WIDTH_CHOSEN = "width-chosen";

    /** Never by itself, only when it is ticked. */
    public static final double WHEN_CHOSEN = Double.MAX_VALUE;

    private record Offered<R>(TableColumn<R, ?> column, double from) {}

    private final Ui ui;
    private final TableView<R> table;
    private final Map<String, Offered<R>> offered = new LinkedHashMap<>();
    private final List<TableColumn<R, ?>> leading;
    private final Button button;
    private List<String> further = List.of();
    private Function<String, TableColumn<R, ?>> maker = TableColumn::new;
    private Consumer<String> write = _ -> {};
    private boolean chosen;
    private boolean arranging;

    /** @param leading columns that always stand first and are not chosen */
    public ColumnChoice(Ui ui, TableView<R> table, List<TableColumn<R, ?>> leading) {
        this.ui = ui;
        this.table = table;
        this.leading = List.copyOf(leading);
        button = Buttons.flatIcon(ui.text("kit.choose-columns"), Feather.COLUMNS, this::menu, "small");
        StackPane.setAlignment(button, Pos.TOP_RIGHT);
        StackPane.setMargin(button, new Insets(4, 0, 0, 0));
        setMinHeight(0);
        getChildren().setAll(table, button);
    }

    /**
     * Offers a column.
     *
     * @param key what it is remembered by
     * @param from the width of the table from which on it shows by itself
     */
    public ColumnChoice<R> column(String key, TableColumn<R, ?> column, double from) {
        offered.put(key, new Offered<>(column, from));
        return this;
    }

    /**
     * Begins with what was remembered.
     *
     * @param read the line that was kept; called in the background
     * @param keep keeps a line, the empty one for nothing; called in the background
     */
    public void begin(Callable<Optional<String>> read, Consumer<String> keep) {
        write = line -> ui.background().run(() -> keep.accept(line), () -> {});
        arrange(offered.keySet());
        byRoom();
        table.widthProperty().addListener((_, _, _) -> byRoom());
        table.getColumns().addListener((ListChangeListener<TableColumn<R, ?>>) change -> {
            while (change.next()) {
                if (!arranging && change.wasReplaced()) {
                    moved();
                }
            }
        });
        table.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> widened());
        ui.background().run(read, line -> line.filter(kept -> !kept.isBlank()).ifPresent(this::restore));
    }

    /** Further columns by their words, e.g. those of the person's own files; made when they are ticked. */
    public void further(List<String> words, Function<String, TableColumn<R, ?>> make) {
        further = words;
        maker = make;
    }

    private void arrange(Iterable<String> keys) {
        arranging = true;
        var columns = new ArrayList<>(leading);
        for (var key : keys) {
            var column = offered.get(key);
            if (column != null && !columns.contains(column.column())) {
                columns.add(column.column());
            }
        }
        offered.values().stream().map(Offered::column).filter(column -> !columns.contains(column)).forEach(columns::add);
        table.getColumns().setAll(columns);
        arranging = false;
    }

    private void byRoom() {
        if (!chosen) {
            offered.values().forEach(each -> each.column().setVisible(table.getWidth() > each.from() || each.from() == 0));
        }
    }

    private void moved() {
        if (!table.getColumns().subList(0, Math.min(leading.size(), table.getColumns().size())).equals(leading)) {
            javafx.application.Platform.runLater(() -> arrange(order())); // they stand first
        }
        keep();
    }

    private void widened() {
        boolean any = false;
        for (var each : offered.values()) {
            var column = each.column();
            if (column.isVisible() && Math.abs(column.getWidth() - column.getPrefWidth()) > 0.5) {
                column.getProperties().put(WIDTH_CHOSEN, true);
                column.setPrefWidth(column.getWidth());
                any = true;
            }
        }
        if (any) {
            keep();
        }
    }

    private List<String> order() {
        return table.getColumns().stream().flatMap(column -> offered.entrySet().stream().filter(each -> each.getValue().column() == column).map(Map.Entry::getKey)).toList();
    }

    /** The line to keep: key, shown or not, width or 0, in the order of the table. */
    String line() {
        return order().stream().map(key -> {
            var column = Objects.requireNonNull(offered.get(key)).column();
            return URLEncoder.encode(key, StandardCharsets.UTF_8) + "," + (column.isVisible() ? 1 : 0) + "," + (column.getProperties().containsKey(WIDTH_CHOSEN) ? Math.round(column.getPrefWidth()) : 0);
        }).collect(Collectors.joining(";"));
    }

    private void keep() {
        chosen = true;
        write.accept(line());
    }

    private void restore(String line) {
        var keys = new ArrayList<String>();
        chosen = true;
        offered.values().forEach(each -> each.column().setVisible(each.from() == 0));
        for (var entry : line.split(";")) {
            var parts = entry.split(",");
            if (parts.length != 3) {
                continue; // kept by another version
            }
            var key = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            boolean shown = parts[1].equals("1");
            if (!offered.containsKey(key) && shown && isFurther(key)) {
                offered.put(key, new Offered<>(maker.apply(key.substring(FURTHER.length())), WHEN_CHOSEN));
            }
            var its = offered.get(key);
            if (its != null) {
                keys.add(key);
                its.column().setVisible(shown);
                if (!parts[2].equals("0") && parts[2].matches("\\d{1,4}")) {
                    its.column().getProperties().put(WIDTH_CHOSEN, true);
                    its.column().setPrefWidth(Integer.parseInt(parts[2]));
                }
            }
        }
        arrange(keys);
    }

    private static final String FURTHER = "own:";

    private static boolean isFurther(String key) {
        return key.startsWith(FURTHER);
    }

    private void menu() {
        var menu = new ContextMenu();
        offered.forEach((key, each) -> {
            if (!isFurther(key)) {
                menu.getItems().add(item(each.column().getText(), each.column().isVisible(), shown -> show(key, shown)));
            }
        });
        ((CheckMenuItem) menu.getItems().getFirst()).setDisable(true); // a row without it could not be told from others
        if (!further.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
            for (var word : further) {
                var key = FURTHER + word;
                menu.getItems().add(item(word, offered.containsKey(key) && offered.get(key).column().isVisible(), shown -> show(key, shown)));
            }
        }
        var again = new MenuItem(ui.text("kit.columns-again"));
        again.setDisable(!chosen);
        again.setOnAction(_ -> again());
        menu.getItems().addAll(new SeparatorMenuItem(), again);
        menu.show(button, Side.BOTTOM, 0, 4);
    }

    private static CheckMenuItem item(String word, boolean on, Consumer<Boolean> act) {
        var item = new CheckMenuItem(word);
        item.setMnemonicParsing(false);
        item.setSelected(on);
        item.setOnAction(_ -> act.accept(item.isSelected()));
        return item;
    }

    /** Shows or hides a column, as its tick in the menu does. */
    void show(String key, boolean shown) {
        if (shown && !offered.containsKey(key) && isFurther(key)) {
            var order = new ArrayList<>(order());
            offered.put(key, new Offered<>(maker.apply(key.substring(FURTHER.length())), WHEN_CHOSEN));
            order.add(key);
            arrange(order);
        }
        var its = offered.get(key);
        if (its != null) {
            its.column().setVisible(shown);
            keep();
        }
    }

    /** As it was before anything was chosen. */
    void again() {
        chosen = false;
        offered.keySet().removeIf(ColumnChoice::isFurther);
        offered.values().forEach(each -> each.column().getProperties().remove(WIDTH_CHOSEN));
        arrange(offered.keySet());
        byRoom();
        write.accept("");
    }
}
