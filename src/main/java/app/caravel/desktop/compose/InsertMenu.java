package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What {@code /} shows: all that can be put in here, narrowed by typing. Arrows choose, Enter puts in, Esc leaves. */
final class InsertMenu extends VBox {

    /** @param group the heading it stands under */
    record Entry(String group, Feather icon, String word, Runnable act) {}

    private static final double WIDTH = 400;
    private static final double ROW = 36;

    private final Ui ui;
    private final List<Entry> entries;
    private final TextField field = new TextField();
    private final VBox rows = new VBox();
    private final ScrollPane scroll = new ScrollPane(rows);
    private List<Entry> found;
    private int at;
    private boolean entered;

    private InsertMenu(List<Entry> entries, Ui ui) {
        this.ui = ui;
        this.entries = entries;
        this.found = entries;
        getStyleClass().add("find");
        Space.width(this, WIDTH);
        setMaxHeight(USE_PREF_SIZE);
        field.getStyleClass().add("find-field");
        field.setPromptText(ui.text("compose.insert-prompt"));
        field.textProperty().addListener((_, _, _) -> narrow());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // at the release: the line end that Enter types must not reach the mail below
        field.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.ENTER && entered) {
                event.consume();
                take(at);
            }
        });
        var head = Space.row(12, Icons.of(Feather.PLUS_SQUARE, "accent"), Space.grow(field), Words.of("Esc", "key"));
        head.setPadding(new Insets(0, 16, 0, 16));
        head.setMinHeight(52);
        rows.setPadding(new Insets(8));
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(360);
        getChildren().addAll(head, Space.line(), scroll);
        narrow();
    }

    static void show(List<Entry> entries, Ui ui) {
        var menu = new InsertMenu(entries, ui);
        ui.dialogs().show(menu, menu.field);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> choose(at - 1);
            case DOWN -> choose(at + 1);
            case ENTER -> entered = true;
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void narrow() {
        var words = field.getText().strip().toLowerCase(Locale.ROOT);
        found = entries.stream().filter(entry -> entry.word().toLowerCase(Locale.ROOT).contains(words)).toList();
        var nodes = new ArrayList<Node>();
        String group = null;
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).group().equals(group)) {
                group = found.get(i).group();
                var heading = Words.help(group);
                heading.setPadding(new Insets(i == 0 ? 2 : 10, 8, 4, 8));
                nodes.add(heading);
            }
            nodes.add(row(found.get(i), i));
        }
        if (found.isEmpty()) {
            var nothing = Words.muted(ui.text("compose.insert-nothing"));
            nothing.setPadding(new Insets(12, 8, 12, 8));
            nodes.add(nothing);
        }
        rows.getChildren().setAll(nodes);
        choose(nearest(words));
    }

    /** The entry of just these words, or the first that begins with them. */
    private int nearest(String words) {
        int begins = 0;
        for (int i = found.size() - 1; i >= 0; i--) {
            var word = found.get(i).word().toLowerCase(Locale.ROOT);
            if (word.equals(words)) {
                return i;
            }
            begins = word.startsWith(words) ? i : begins;
        }
        return begins;
    }

    private HBox row(Entry entry, int index) {
        var row = Space.row(12, Icons.of(entry.icon()), Words.body(entry.word()));
        row.getStyleClass().add("menu-row");
        row.setMinHeight(ROW);
        row.setUserData(index);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText(entry.word());
        row.setOnMouseEntered(_ -> choose(index));
        row.setOnMouseClicked(_ -> take(index));
        return row;
    }

    private void choose(int index) {
        at = Math.clamp(index, 0, Math.max(0, found.size() - 1));
        for (var row : rows.getChildren()) {
            row.getStyleClass().remove("on");
            if (row.getUserData() instanceof Integer its && its == at) {
                row.getStyleClass().add("on");
                reveal(row);
            }
        }
    }

    private void reveal(Node row) {
        double room = rows.getHeight() - scroll.getViewportBounds().getHeight();
        if (room > 0) {
            scroll.setVvalue(Math.clamp((row.getBoundsInParent().getMinY() - scroll.getViewportBounds().getHeight() / 2) / room, 0, 1));
        }
    }

    private void take(int index) {
        if (index < found.size()) {
            ui.dialogs().close();
            found.get(index).act().run();
        }
    }
}
