package app.caravel.desktop.kit;

import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.reason.Reason;

/** Shows a {@link Load}: its content when it is there, a skeleton after 200 ms, or why it failed, with a way to try again. */
public final class Faces<T> extends StackPane {

    private final Ui ui;
    private final Load<T> load;
    private final Function<T, ? extends Node> content;
    private final Supplier<? extends Node> skeleton;
    private Function<Reason, ? extends Node> failedFace = this::failed;
    private final PauseTransition patience = new PauseTransition(Duration.millis(200));
    // kept here and nowhere else: a view that was built anew must not be held by its view model
    private final ChangeListener<Load.State<T>> listener = (_, _, _) -> show();

    public Faces(Ui ui, Load<T> load, Function<T, ? extends Node> content) {
        this(ui, load, LoadingFace::new, content);
    }

    public Faces(Ui ui, Load<T> load, Supplier<? extends Node> skeleton, Function<T, ? extends Node> content) {
        this.ui = ui;
        this.load = load;
        this.content = content;
        this.skeleton = skeleton;
        setMinHeight(0);
        setMinWidth(0);
        patience.setOnFinished(_ -> getChildren().setAll(skeleton.get()));
        load.state().addListener(new WeakChangeListener<>(listener));
        show();
    }

    /** Shows a face of the screen's own where it failed. */
    public Faces<T> failing(Function<Reason, ? extends Node> face) {
        failedFace = face;
        show();
        return this;
    }

    private void show() {
        patience.stop();
        switch (load.state().get()) {
            case Load.Waiting<T> _ -> {
                getChildren().clear();
                patience.playFromStart();
            }
            case Load.Ready<T>(var value) -> getChildren().setAll(content.apply(value));
            case Load.Failed<T>(Reason reason) -> getChildren().setAll(failedFace.apply(reason));
        }
    }

    private Node failed(Reason reason) {
        return new EmptyFace(Feather.ALERT_CIRCLE, "bounce", ui.text("kit.failed"), ui.text(reason),
                Buttons.plain(ui.text("kit.try-again"), Feather.REFRESH_CW, load::again));
    }
}
