package app.caravel.desktop.today;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** A campaign that goes out: when, which, to how many. Pressed, it opens. */
final class NextRow extends Button {

    NextRow(Ui ui, Day.Next next) {
        getStyleClass().setAll("row-button");
        var at = next.at();
        var when = Space.width(Space.column(2,
                Words.strong(next.running() || at == null ? ui.text("today.next.now") : ui.formats().time(at)),
                Words.small(next.running() || at == null ? ui.text("today.next.running") : ui.formats().dayWord(at))), 64);
        var name = Words.body(next.name());
        name.setMinWidth(0);
        var words = Space.column(2, name, Words.small(next.running()
                ? ui.text("today.next.left", "n", next.left(), "all", next.people())
                : ui.text("today.next.people", "n", next.people())));
        words.setMinWidth(0);
        var row = Space.row(12, when, Space.grow(words), Icons.of(next.running() ? Feather.SEND : Feather.CLOCK, "scheduled", "small"));
        row.setAlignment(Pos.TOP_LEFT);
        row.setPadding(new Insets(8, 15, 8, 15));
        row.prefWidthProperty().bind(widthProperty());
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        setAccessibleText(next.name());
        setOnAction(_ -> ui.go(Place.campaign(next.campaignId())));
    }
}
