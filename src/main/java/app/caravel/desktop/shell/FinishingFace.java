package app.caravel.desktop.shell;

import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.EmptyFace;
import app.caravel.texts.Texts;

/** All that shows while the window is closing and the mails under way end. */
public final class FinishingFace extends StackPane {

    public FinishingFace(Texts texts) {
        super(new EmptyFace(Feather.SEND, texts.get("shell.finishing"), texts.get("shell.finishing-help"), null));
        getStyleClass().add("page");
    }
}
