package app.caravel.desktop.kit;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The frame of what the details panel shows: who on top with a way to close it, then sections that scroll. */
public final class DetailsPanel extends BorderPane {

    private final VBox sections = new VBox(16);

    /**
     * @param avatar name for the initials, or null for none
     * @param lines what stands below the name, muted: company, place and hour there
     */
    public DetailsPanel(Ui ui, @Nullable String avatar, String name, String... lines) {
        getStyleClass().add("details-frame");
        var words = Space.column(2, Words.wrapped(Words.heading(name)));
        for (var line : lines) {
            if (!line.isBlank()) {
                words.getChildren().add(Words.wrapped(Words.small(line)));
            }
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
        var head = new HBox(12);
        if (avatar != null) {
            head.getChildren().add(new Avatar(avatar, 40));
        }
        head.getChildren().addAll(words, Buttons.flatIcon(ui.text("kit.close"), Feather.X, () -> ui.details().close(), "small"));
        head.setPadding(new Insets(20, 20, 16, 20));
        setTop(head);
        sections.setPadding(new Insets(0, 20, 20, 20));
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setCenter(scroll);
    }

    /** Adds nodes below each other. */
    public DetailsPanel add(Node... nodes) {
        sections.getChildren().addAll(nodes);
        return this;
    }

    /** Adds a hairline and a section with its heading. */
    public DetailsPanel section(String heading, Node... nodes) {
        sections.getChildren().add(Space.line());
        var section = Space.column(12, Words.heading(heading));
        section.getChildren().addAll(nodes);
        sections.getChildren().add(section);
        return this;
    }

    /** A row of small buttons. */
    public DetailsPanel acts(Node... buttons) {
        return add(Space.row(8, buttons));
    }

    /** A fact: what on the left in 88, its value on the right. */
    public static HBox fact(String what, Node value) {
        var label = Space.width(Words.small(what), 88);
        label.setMinHeight(20);
        var row = new HBox(label, Space.grow(value));
        row.setMinHeight(20);
        return row;
    }

    /** A fact in words. */
    public static HBox fact(String what, String value) {
        return fact(what, Words.wrapped(Words.body(value)));
    }
}
