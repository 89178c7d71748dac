package app.caravel.desktop.campaigns;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Words;

/** The frame of a step: a heading with its sentence and what follows on the left, and perhaps a panel of 400 on the right. */
class StepPage extends HBox {

    final Label title = Words.wrapped(Words.title(""));
    final Label sentence = Words.wrapped(Words.muted(""));
    private final VBox body = new VBox(24);
    private final VBox left;

    StepPage(String heading, String said) {
        title.setText(heading);
        sentence.setText(said);
        sentence.managedProperty().bind(sentence.textProperty().isNotEmpty());
        body.setPadding(new Insets(24));
        body.getChildren().add(Space.column(4, title, sentence));
        var scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinSize(0, 0);
        left = Space.grow(new VBox(Space.grow(scroll)));
        left.setMinSize(0, 0);
        setMinSize(0, 0);
        getChildren().add(left);
    }

    void add(Node... nodes) {
        body.getChildren().addAll(nodes);
    }

    /** What stays in sight below, however long the page is. */
    void foot(Region foot) {
        foot.getStyleClass().add("step-foot");
        left.getChildren().add(foot);
    }

    void panel(Region panel) {
        panel(panel, 456);
    }

    void panel(Region panel, double width) {
        panel.getStyleClass().add("details");
        Space.width(panel, width);
        panel.setMinHeight(0);
        getChildren().add(panel);
    }

    /** A group of rows under its heading. */
    static VBox group(String heading, Node... rows) {
        var box = new VBox();
        box.getStyleClass().addAll("group", "rows");
        for (int i = 0; i < rows.length; i++) {
            if (i > 0) {
                box.getChildren().add(Space.line());
            }
            box.getChildren().add(rows[i]);
        }
        return Space.column(12, Words.heading(heading), box);
    }

    /** A row of 40: what, and its value at the right. */
    static HBox row(Node what, Node... values) {
        var row = Space.row(12, what, Space.rest());
        row.getChildren().addAll(values);
        row.getStyleClass().add("step-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
