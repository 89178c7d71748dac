package app.caravel.desktop.person;

import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.Suppression;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Why and since when no mail can go to somebody, 40 high, and the way to the list that he stands on. */
final class DoNotWriteBand extends HBox {

    DoNotWriteBand(Suppression suppression, Ui ui) {
        super(10);
        getStyleClass().add("do-not-write");
        var day = ui.formats().dayWord(suppression.since());
        var detail = suppression.detail();
        var key = "person.do-not-write-" + suppression.reason().textKey();
        var sentence = detail == null || detail.isBlank() ? ui.text(key, "day", day) : ui.text(key + "-from", "day", day, "detail", detail);
        var words = Words.body(suppression.isDomain() ? ui.text("person.do-not-write-domain", "domain", suppression.target().substring(1), "why", sentence) : sentence);
        words.setMinWidth(0);
        getChildren().addAll(Icons.of(Feather.SLASH), words, Space.rest(), Words.link(ui.text("person.to-suppressions"), () -> ui.go(Place.suppression(suppression.reason().key()))));
    }
}
