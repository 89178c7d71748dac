package app.caravel.desktop.campaigns;

import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.incoming.MailFile;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Ui;

/** The card of what was made elsewhere: pressed it asks for a file; it also takes what is pasted, or let go anywhere over the screen. */
final class FromFileCard {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private FromFileCard() {}

    /** @param screen takes the key and what is let go */
    static Node around(Button card, Node screen, NewCampaignViewModel model, Ui ui) {
        var paste = Buttons.small(ui.text("templates.paste"), Feather.CLIPBOARD, () -> take(Clipboard.getSystemClipboard(), model));
        paste.setId("paste-mail");
        paste.setTooltip(new Tooltip(ui.text("templates.paste") + " · " + Key.PASTE.shown()));
        var stack = new StackPane(card, paste);
        StackPane.setAlignment(paste, Pos.TOP_RIGHT);
        StackPane.setMargin(paste, new Insets(14, 12, 0, 0));
        card.widthProperty().subscribe(width -> paste.setContentDisplay(width.doubleValue() > 0 && width.doubleValue() <= NewCampaignView.NARROW ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
        stack.setMinWidth(0);
        stack.maxWidthProperty().bind(card.maxWidthProperty());
        HBox.setHgrow(stack, Priority.SOMETIMES);
        Key.PASTE.on(screen, () -> take(Clipboard.getSystemClipboard(), model));
        screen.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (holds(event.getDragboard())) {
                event.acceptTransferModes(TransferMode.COPY);
                card.pseudoClassStateChanged(OVER, true);
                event.consume();
            }
        });
        screen.addEventHandler(DragEvent.DRAG_EXITED, _ -> card.pseudoClassStateChanged(OVER, false));
        screen.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            card.pseudoClassStateChanged(OVER, false);
            if (holds(event.getDragboard())) {
                take(event.getDragboard(), model);
                event.setDropCompleted(true);
                event.consume();
            }
        });
        return stack;
    }

    /** A list of customers that is let go here is the window's to take. */
    private static boolean holds(Clipboard board) {
        return board.hasFiles() ? file(board).isPresent() : board.hasHtml() || board.hasString();
    }

    private static Optional<Path> file(Clipboard board) {
        return board.getFiles().stream().filter(File::isFile).map(File::toPath).filter(MailFile::reads).findFirst();
    }

    private static void take(Clipboard board, NewCampaignViewModel model) {
        var file = board.hasFiles() ? file(board) : Optional.<Path>empty();
        if (file.isPresent()) {
            model.fromFile(file.get());
        } else {
            model.paste(board.hasHtml() ? board.getHtml() : null, Objects.requireNonNullElse(board.getString(), ""));
        }
    }
}
