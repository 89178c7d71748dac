package app.caravel.desktop.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Three quiet facts and the clock; each fact opens what it speaks of. */
final class StatusBar extends HBox {

    static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");

    StatusBar(Ui ui, StatusFacts facts) {
        getStyleClass().add("status-bar");
        setMinWidth(0);
        getChildren().addAll(
                fact(ui, Feather.SEND, facts.sending, Place.CAMPAIGNS),
                fact(ui, Feather.RADIO, facts.tracker, Place.settings("tracker")),
                fact(ui, Feather.AT_SIGN, facts.accounts, Place.ACCOUNTS),
                Space.rest());
        var clock = Words.of("");
        clock.textProperty().bind(facts.clock);
        clock.setMinWidth(USE_PREF_SIZE);
        getChildren().add(clock);
    }

    private static Button fact(Ui ui, Feather icon, StatusFacts.Fact fact, Place place) {
        var button = new Button();
        button.getStyleClass().setAll("status-fact");
        button.setGraphic(Icons.of(icon));
        button.textProperty().bind(fact.words());
        button.setOnAction(_ -> ui.go(place));
        button.managedProperty().bind(fact.words().isNotEmpty());
        button.visibleProperty().bind(button.managedProperty());
        fact.attention().addListener((_, _, now) -> button.pseudoClassStateChanged(ATTENTION, now));
        button.pseudoClassStateChanged(ATTENTION, fact.attention().get());
        return button;
    }
}
