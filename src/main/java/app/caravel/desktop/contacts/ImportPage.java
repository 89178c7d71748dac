package app.caravel.desktop.contacts;

import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import app.caravel.contact.imports.Preview;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;

/** The file, how it is read, what its columns become, and always in view a person as he would become. Stays where it was scrolled to. */
final class ImportPage extends BorderPane {

    private final ImportViewModel model;
    private final Ui ui;
    private final ScrollPane scroll = new ScrollPane();
    /** What would happen stands at the end. */
    private final ChangeListener<Number> looks = (_, _, _) -> Platform.runLater(() -> scroll.setVvalue(1));

    ImportPage(ImportViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        setMinSize(0, 0);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        setCenter(scroll);
        model.looks.addListener(new WeakChangeListener<>(looks));
    }

    void show(Preview preview) {
        var column = new VBox(16, new ImportFile(model, ui, preview));
        column.getStyleClass().addAll("page-body", "import-page");
        if (!preview.readings().isEmpty() && preview.encoding() != null && model.pasted() == null) {
            column.getChildren().add(new ImportReadings(model, ui, preview, preview.encoding()));
        }
        column.getChildren().addAll(new ImportColumns(model, ui, preview), new ImportMerges(model, ui));
        double at = scroll.getVvalue();
        scroll.setContent(column);
        Platform.runLater(() -> scroll.setVvalue(at));
        setBottom(Space.styled(new VBox(new ImportRow(model, ui, preview)), "import-foot"));
    }
}
