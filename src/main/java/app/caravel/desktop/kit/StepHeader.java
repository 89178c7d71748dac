package app.caravel.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

/** The head of a way in steps, 64 high: back, what it is about, the steps in the middle, the acts at the right. */
public final class StepHeader extends BorderPane {

    private final Label name = Words.heading("");
    private final Label note = Words.small("");
    private final StackPane steps = new StackPane();
    private final HBox acts = new HBox(8);

    public StepHeader(Ui ui, String heading, String below, Runnable back) {
        getStyleClass().add("step-header");
        name.setText(heading);
        note.setText(below);
        var left = Space.row(8, Buttons.flatIcon(ui.text("kit.back"), Feather.CHEVRON_LEFT, back), Space.column(2, name, note));
        left.setMinWidth(0);
        ((HBox) left).getChildren().getLast().minWidth(0);
        acts.setAlignment(Pos.CENTER_RIGHT);
        setLeft(left);
        setCenter(steps);
        setRight(acts);
        BorderPane.setAlignment(left, Pos.CENTER_LEFT);
        left.setMaxWidth(320);
    }

    public Label name() {
        return name;
    }

    public Label note() {
        return note;
    }

    public void setSteps(StepBar bar) {
        bar.setAlignment(Pos.CENTER);
        bar.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        steps.getChildren().setAll(bar);
    }

    public void setActs(Node... nodes) {
        acts.getChildren().setAll(nodes);
    }
}
