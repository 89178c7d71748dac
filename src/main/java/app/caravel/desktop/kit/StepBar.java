package app.caravel.desktop.kit;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

/** The steps of a way, each with its mark; every one can be pressed at any time. */
public final class StepBar extends HBox {

    /** How a step stands: not yet looked at, done, or something to read there. */
    public enum State { OPEN, DONE, WARNED }

    /** A step: its word, and how it stands. */
    public record Step(String word, State state) {}

    /** @param chosen called with the step's index, from 0, when it is pressed */
    public StepBar(List<Step> steps, int current, IntConsumer chosen) {
        super(4);
        getStyleClass().add("step-bar");
        var group = new ToggleGroup();
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                getChildren().add(Icons.of(Feather.CHEVRON_RIGHT, "small", "subtle"));
            }
            getChildren().add(step(steps.get(i), i, current, group, chosen));
        }
    }

    private static Choice step(Step step, int index, int current, ToggleGroup group, IntConsumer chosen) {
        var choice = new Choice(step.word(), "step");
        var mark = new StackPane(index == current || step.state() == State.OPEN
                ? Words.of(String.valueOf(index + 1))
                : Icons.of(step.state() == State.DONE ? Feather.CHECK : Feather.ALERT_TRIANGLE));
        mark.getStyleClass().add("step-mark");
        choice.setGraphic(mark);
        choice.setContentDisplay(ContentDisplay.LEFT);
        choice.setToggleGroup(group);
        choice.setSelected(index == current);
        if (step.state() != State.OPEN && index != current) {
            choice.getStyleClass().add(step.state() == State.DONE ? "done" : "warned");
        }
        choice.setOnAction(_ -> chosen.accept(index));
        return choice;
    }
}
