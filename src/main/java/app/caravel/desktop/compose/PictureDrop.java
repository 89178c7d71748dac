package app.caravel.desktop.compose;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Picture files that are let go over the mail: a line shows where they would go. Other files are none of the canvas's. */
final class PictureDrop {

    private PictureDrop() {}

    // filters: the browser below would open the file in the place of the mail
    static void onto(Canvas canvas, PictureChoice pictures) {
        canvas.addEventFilter(DragEvent.DRAG_OVER, event -> {
            if (!in(event).isEmpty()) {
                event.acceptTransferModes(TransferMode.COPY);
                canvas.hover(event.getSceneX(), event.getSceneY());
                event.consume();
            }
        });
        canvas.addEventFilter(DragEvent.DRAG_EXITED_TARGET, _ -> canvas.away());
        canvas.addEventFilter(DragEvent.DRAG_DROPPED, event -> {
            var files = in(event);
            canvas.away();
            var spot = canvas.spot(event.getSceneX(), event.getSceneY());
            if (!files.isEmpty() && spot != null) {
                canvas.flush();
                pictures.put(files, spot);
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static List<Path> in(DragEvent event) {
        return event.getDragboard().hasFiles() ? PictureChoice.pictures(event.getDragboard().getFiles()) : List.of();
    }
}
