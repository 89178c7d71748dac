package app.caravel.desktop.compose;

import java.util.function.BiConsumer;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;

import app.caravel.content.design.Spot;

/** Drags something onto the canvas: a line shows where it would go; let go beside it, nothing happens. */
final class BlockDrag {

    private static final double BEGINS_AT = 6;

    private final Node handle;
    private final Canvas canvas;
    private final BiConsumer<Node, Spot> dropped;
    private final EventHandler<MouseEvent> dragged = this::dragged;
    private final EventHandler<MouseEvent> released = this::released;
    private double fromX;
    private double fromY;
    private boolean dragging;

    private BlockDrag(Node handle, Canvas canvas, BiConsumer<Node, Spot> dropped) {
        this.handle = handle;
        this.canvas = canvas;
        this.dropped = dropped;
    }

    /** A press on the handle without a drag stays a press. */
    static void from(Node handle, Canvas canvas, BiConsumer<Node, Spot> dropped) {
        var drag = new BlockDrag(handle, canvas, dropped);
        handle.addEventFilter(MouseEvent.MOUSE_PRESSED, drag::pressed);
    }

    private void pressed(MouseEvent event) {
        if (event.isPrimaryButtonDown()) {
            fromX = event.getSceneX();
            fromY = event.getSceneY();
            dragging = false;
            // the whole scene: not every platform keeps telling the node that was pressed
            handle.getScene().addEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
            handle.getScene().addEventFilter(MouseEvent.MOUSE_RELEASED, released);
        }
    }

    private void dragged(MouseEvent event) {
        if (!dragging && Math.hypot(event.getSceneX() - fromX, event.getSceneY() - fromY) > BEGINS_AT) {
            dragging = true;
            handle.getScene().setCursor(Cursor.CLOSED_HAND);
        }
        if (dragging) {
            canvas.hover(event.getSceneX(), event.getSceneY());
            event.consume();
        }
    }

    private void released(MouseEvent event) {
        var scene = handle.getScene();
        if (scene != null) {
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragged);
            scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, released);
            scene.setCursor(Cursor.DEFAULT);
        }
        if (!dragging) {
            return;
        }
        dragging = false;
        canvas.away();
        event.consume();
        var spot = canvas.spot(event.getSceneX(), event.getSceneY());
        if (spot != null) {
            dropped.accept(handle, spot);
        }
    }
}
