package app.caravel.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Nothing here yet: an icon, one sentence what belongs here, one of help, one button or a row of them. */
public final class EmptyFace extends VBox {

    public EmptyFace(Feather icon, String sentence, @Nullable String help, @Nullable Node button) {
        this(icon, "subtle", sentence, help, button);
    }

    /** Something failed: what, why, and the ways on. */
    public static EmptyFace failed(String sentence, String why, Node ways) {
        return new EmptyFace(Feather.ALERT_CIRCLE, "bounce", sentence, why, ways);
    }

    EmptyFace(Feather icon, String iconClass, String sentence, @Nullable String help, @Nullable Node button) {
        super(8);
        getStyleClass().add("face");
        setAlignment(Pos.CENTER);
        var circle = new StackPane(Icons.of(icon, iconClass));
        circle.getStyleClass().add("face-icon");
        Space.tight(circle);
        var said = Words.wrapped(Words.strong(sentence));
        said.getStyleClass().add("face-words");
        VBox.setMargin(said, new javafx.geometry.Insets(8, 0, 0, 0));
        getChildren().addAll(circle, said);
        if (help != null) {
            var below = Words.wrapped(Words.help(help));
            below.getStyleClass().add("face-words");
            getChildren().add(below);
        }
        if (button instanceof HBox several) {
            several.setAlignment(Pos.CENTER);
        }
        if (button != null) {
            VBox.setMargin(button, new javafx.geometry.Insets(8, 0, 0, 0));
            getChildren().add(button);
        }
    }
}
