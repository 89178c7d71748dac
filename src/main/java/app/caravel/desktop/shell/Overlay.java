package app.caravel.desktop.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

/** A veil over the window with one thing on it: Ctrl+K, the keys, a question. Esc and a press beside it close it. */
final class Overlay extends StackPane {

    private @Nullable Node before;

    Overlay() {
        getStyleClass().add("veil");
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                close();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                close();
            }
        });
    }

    /**
     * @param top distance from the top; below 0 it stands in the middle
     * @param first what gets the focus
     */
    void show(Node content, double top, Node first) {
        if (!isVisible()) {
            before = getScene() == null ? null : getScene().getFocusOwner();
        }
        StackPane.setAlignment(content, top < 0 ? Pos.CENTER : Pos.TOP_CENTER);
        StackPane.setMargin(content, new Insets(Math.max(top, 24), 24, 24, 24));
        getChildren().setAll(content);
        setVisible(true);
        first.requestFocus();
    }

    void close() {
        setVisible(false);
        getChildren().clear();
        if (before != null) {
            before.requestFocus();
        }
    }
}
