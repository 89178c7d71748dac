package app.caravel.desktop.kit;

import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** A control with its label above and, where it is wrong, a sentence below; the control turns red with it. */
public final class Field extends VBox {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Control control;
    private final Label below = Words.wrapped(Words.help(""));
    private @Nullable String help;

    public Field(String label, Control control) {
        super(6);
        this.control = control;
        control.setMaxWidth(Double.MAX_VALUE);
        var above = Words.small(label);
        above.setLabelFor(control);
        below.managedProperty().bind(below.textProperty().isNotEmpty());
        getChildren().addAll(above, control, below);
    }

    /** A sentence of help that stands below while nothing is wrong. */
    public Field help(String sentence) {
        help = sentence;
        below.setText(sentence);
        return this;
    }

    /** What is wrong, or null where all is well. */
    public void wrong(@Nullable String sentence) {
        below.getStyleClass().removeAll("bounce-text", "subtle");
        below.getStyleClass().add(sentence == null ? "subtle" : "bounce-text");
        below.setText(sentence == null ? help == null ? "" : help : sentence);
        control.pseudoClassStateChanged(DANGER, sentence != null);
    }
}
