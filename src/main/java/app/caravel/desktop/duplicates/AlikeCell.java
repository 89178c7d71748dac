package app.caravel.desktop.duplicates;

import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Who may be one, and why. */
final class AlikeCell extends ListCell<Alike> {

    private final Ui ui;

    AlikeCell(Ui ui) {
        this.ui = ui;
        getStyleClass().add("alike");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Alike alike, boolean empty) {
        super.updateItem(alike, empty);
        setGraphic(empty || alike == null ? null : switch (alike) {
            case Alike.People people -> cell(people.title(), people.addresses().size(),
                    ui.text("duplicates.why-" + people.duplicate().whys().iterator().next().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
            case Alike.Companies companies -> cell(companies.alike().companies().getFirst().name(), companies.alike().companies().size(),
                    ui.text(companies.alike().sameDomain() ? "duplicates.why-same-domain" : "duplicates.why-same-name"));
        });
    }

    private VBox cell(String title, int n, String why) {
        var name = Words.strong(title);
        name.setMinWidth(0);
        var head = Space.row(8, Space.grow(name), Words.muted(ui.formats().number(n)));
        var cell = Space.column(2, head, Words.small(why));
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.setMinWidth(0);
        return cell;
    }
}
