package app.caravel.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The rail: 200 wide open, 64 closed with an 11 px word under each icon. */
final class Rail extends VBox {

    private static final double OPEN = 200;
    private static final double CLOSED = 64;
    /** What is left of the open rail inside its own padding and an item's. */
    private static final double INNER = OPEN - 17 - 16;

    private final Ui ui;
    private final String workspace;
    private final boolean sandbox;
    private final Runnable find;
    private final Consumer<Node> menu;
    private final BooleanProperty closed = new SimpleBooleanProperty();
    private final RailCounts counts;
    private final Map<RailItem, ToggleButton> items = new EnumMap<>(RailItem.class);
    private String marked = "";

    /**
     * @param counts the numbers at the right of the items
     * @param find opens Ctrl+K
     * @param menu opens the workspace's menu below the node given
     */
    Rail(Ui ui, String workspace, boolean sandbox, RailCounts counts, Runnable find, Consumer<Node> menu) {
        super(2);
        this.ui = ui;
        this.workspace = workspace;
        this.sandbox = sandbox;
        this.counts = counts;
        this.find = find;
        this.menu = menu;
        getStyleClass().add("rail");
        closed.addListener((_, _, _) -> fill());
        fill();
    }

    BooleanProperty closedProperty() {
        return closed;
    }

    /** Marks the item of this screen. */
    void mark(String screen) {
        marked = screen;
        items.forEach((item, button) -> button.setSelected(item.screen().equals(screen)));
    }

    private void fill() {
        boolean narrow = closed.get();
        getStyleClass().setAll(narrow ? new String[] {"rail", "closed"} : new String[] {"rail"});
        Space.width(this, narrow ? CLOSED : OPEN);
        items.clear();
        var search = search(narrow);
        VBox.setMargin(search, new Insets(10, 0, 10, 0));
        getChildren().setAll(workspaceRow(narrow), search);
        var group = new ToggleGroup();
        for (var item : RailItem.values()) {
            if (item.shown(sandbox) && !item.foot()) {
                getChildren().add(item(item, group, narrow));
            }
        }
        getChildren().add(Space.rest());
        for (var item : RailItem.values()) {
            if (item.shown(sandbox) && item.foot()) {
                getChildren().add(item(item, group, narrow));
            }
        }
        mark(marked);
    }

    private ToggleButton item(RailItem item, ToggleGroup group, boolean narrow) {
        var button = new Item();
        button.setToggleGroup(group);
        var word = Words.of(ui.text(item.textKey()));
        if (narrow) {
            var shorter = item.textKey() + ".short";
            var column = Space.column(3, Icons.of(item.icon()), ui.texts().has(shorter) ? Words.of(ui.text(shorter)) : word);
            column.setAlignment(Pos.CENTER);
            button.setGraphic(column);
        } else {
            var count = Words.of("", "count");
            count.textProperty().bind(counts.of(item));
            count.setMinWidth(Region.USE_PREF_SIZE);
            var row = Space.row(10, Icons.of(item.icon()), word, Space.rest(), count);
            row.setPrefWidth(INNER);
            button.setGraphic(row);
        }
        button.setAccessibleText(word.getText());
        if (item.key() != null) {
            button.setTooltip(new Tooltip(word.getText() + "  " + item.key().shown()));
        }
        button.setOnAction(_ -> ui.go(Place.of(item.screen())));
        items.put(item, button);
        return button;
    }

    private Button search(boolean narrow) {
        if (narrow) {
            var button = flat("rail-item", new StackPane(Icons.of(Feather.SEARCH)));
            button.setTooltip(new Tooltip(ui.text("shell.find.prompt") + "  " + Key.FIND.shown()));
            return named(button, ui.text("shell.find.prompt"), find);
        }
        var row = Space.row(10, Icons.of(Feather.SEARCH), Words.of(ui.text("shell.find.short")), Space.rest(), Words.of(Key.FIND.shown(), "key"));
        row.setPrefWidth(INNER);
        return named(flat("rail-search", row), ui.text("shell.find.prompt"), find);
    }

    private Button workspaceRow(boolean narrow) {
        Node graphic;
        if (narrow) {
            graphic = new StackPane(new Logo(24));
        } else {
            var row = Space.row(10, new Logo(24), Words.strong(workspace), Space.rest(), Icons.of(Feather.CHEVRON_DOWN, "small"));
            row.setPrefWidth(INNER);
            graphic = row;
        }
        var button = flat("workspace", graphic);
        return named(button, workspace, () -> menu.accept(button));
    }

    private static Button named(Button button, String word, Runnable act) {
        button.setAccessibleText(word);
        button.setOnAction(_ -> act.run());
        return button;
    }

    private static Button flat(String styleClass, Node graphic) {
        var button = new Button();
        button.getStyleClass().setAll(styleClass);
        button.setGraphic(graphic);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    /** Stays chosen when it is pressed again, and goes there all the same: from a campaign back to the list. */
    private static final class Item extends ToggleButton {
        Item() {
            getStyleClass().setAll("rail-item");
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setMaxWidth(Double.MAX_VALUE);
        }

        @Override
        public void fire() {
            setSelected(true);
            fireEvent(new javafx.event.ActionEvent(this, this));
        }
    }
}
