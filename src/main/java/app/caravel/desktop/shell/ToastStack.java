package app.caravel.desktop.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import app.caravel.desktop.kit.ToastView;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.reason.Reason;

/** Toasts at the bottom right, 24 from the edges and above the status bar, the newest lowest; three at most. */
final class ToastStack extends VBox implements Toasts {

    private static final Duration SHOWN = Duration.seconds(6);
    private static final int MOST = 3;
    private static final double STATUS_BAR = 32;

    private final Supplier<Ui> ui;

    ToastStack(Supplier<Ui> ui) {
        super(12);
        this.ui = ui;
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(this, new Insets(24, 24, 24 + STATUS_BAR, 24));
    }

    @Override
    public void show(Toast toast) {
        var patience = new PauseTransition(SHOWN);
        var place = new StackPane();
        Runnable close = () -> {
            patience.stop();
            getChildren().remove(place);
        };
        place.getChildren().add(new ToastView(ui.get(), toast, close));
        place.hoverProperty().addListener((_, _, on) -> {
            if (on) {
                patience.stop();
            } else {
                patience.playFromStart();
            }
        });
        patience.setOnFinished(_ -> {
            var fade = new FadeTransition(Duration.millis(160), place);
            fade.setToValue(0);
            fade.setOnFinished(_ -> close.run());
            fade.play();
        });
        getChildren().add(place);
        while (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        patience.play();
    }

    @Override
    public void failed(Reason reason) {
        show(new Toast(Meaning.BAD, null, ui.get().text("shell.failed"), ui.get().text(reason), List.of()));
    }
}
