package app.caravel.desktop.today;

import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Avatar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** One of those who come then: name, strongest sign, their hour; pressed, the contact opens. */
final class CallerRow extends HBox {

    static final double HEIGHT = 56;
    /** What the two buttons at the right take, so that the clocks of card and rows stand below each other. */
    static final double ACTS = 2 * (32 + 8);

    CallerRow(Ui ui, TodayViewModel model, Day.Caller caller) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 15, 0, 15));
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        var person = caller.person();
        var name = Words.strong(person.shownName());
        name.setMinWidth(Label.USE_PREF_SIZE);
        name.setMaxWidth(240);
        var company = Words.muted(joined(person.company(), person.city()));
        company.setMinWidth(0);
        var words = Space.column(3, Space.row(8, name, company));
        var said = Signs.said(ui, person.signs());
        if (!said.isEmpty()) {
            var sentence = Words.muted(said.getFirst().sentence());
            sentence.setMinWidth(0);
            words.getChildren().add(Space.row(6, Icons.of(said.getFirst().icon(), "small", said.getFirst().iconClass()), sentence));
        }
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        var inside = Space.row(20, new Avatar(person.shownName(), 32), Space.grow(words));
        inside.setMinWidth(0);
        var open = new Button();
        open.getStyleClass().setAll("row-button");
        open.setGraphic(inside);
        open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        open.setAccessibleText(person.shownName());
        open.setOnAction(_ -> model.open(caller));
        open.setMinWidth(0);
        open.setMaxWidth(Double.MAX_VALUE);
        inside.prefWidthProperty().bind(open.widthProperty());
        var clock = new TheirClock(ui, caller);
        clock.setAlignment(Pos.CENTER_LEFT);
        var act = person.phone() == null
                ? Buttons.flatIcon(ui.text("today.write"), Feather.MAIL, () -> model.write(caller))
                : Buttons.flatIcon(ui.text("today.call", "phone", Phones.shown(person.phone())), Feather.PHONE, () -> Phones.call(ui, model, caller));
        var done = Buttons.flatIcon(ui.text("today.done"), Feather.CHECK, () -> model.done(caller));
        getChildren().addAll(Space.grow(open), clock, act, done);
    }

    static String joined(@Nullable String... parts) {
        return Arrays.stream(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(", "));
    }
}
