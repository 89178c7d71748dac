package app.caravel.desktop.contacts;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.imports.Encoding;
import app.caravel.contact.imports.Preview;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The same first names under the encoding in use and the likeliest others, side by side: broken ones are seen at a glance. */
final class ImportReadings extends VBox {

    private static final Pattern BETWEEN = Pattern.compile("[,;\\t|]");

    ImportReadings(ImportViewModel model, Ui ui, Preview preview, Encoding used) {
        super(8);
        getChildren().add(Words.small(ui.text(preview.encodingNoticed() ? "contacts.read-as-noticed" : "contacts.read-as-chosen", "encoding", used.name())));
        var group = new ToggleGroup();
        var row = new HBox(8);
        for (var reading : preview.readings()) {
            row.getChildren().add(card(model, reading, reading.encoding().equals(used), group));
        }
        getChildren().add(row);
    }

    private static ToggleButton card(ImportViewModel model, Preview.Reading reading, boolean used, ToggleGroup group) {
        var name = Words.of(reading.encoding().name(), "small", used ? "strong" : "muted");
        var head = Space.row(6, name, Space.rest());
        if (used) {
            head.getChildren().add(Icons.of(Feather.CHECK, "small", "accent"));
        }
        var lines = new VBox(2, head);
        reading.lines().forEach(line -> lines.getChildren().add(sample(line)));
        var card = new ToggleButton();
        card.getStyleClass().setAll("reading");
        card.setGraphic(lines);
        card.setAccessibleText(reading.encoding().name());
        card.setToggleGroup(group);
        card.setSelected(used);
        card.setMinWidth(0);
        card.setPrefWidth(160);
        lines.prefWidthProperty().bind(card.widthProperty().subtract(24));
        lines.setMinWidth(0);
        card.setOnAction(_ -> {
            card.setSelected(true);
            if (!used) {
                model.reading.readAs(reading.encoding().name());
            }
        });
        return Space.grow(card);
    }

    /** The cells of a line that the encodings read differently. */
    private static Label sample(String line) {
        var cells = BETWEEN.splitAsStream(line).map(cell -> cell.replace('"', ' ').strip()).filter(cell -> cell.chars().anyMatch(c -> c >= 128));
        var label = Words.body(cells.limit(3).collect(Collectors.joining(" · ")));
        label.setTextOverrun(OverrunStyle.ELLIPSIS);
        label.setMinWidth(0);
        return label;
    }
}
