package app.caravel.desktop.today;

import java.time.LocalDate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Avatar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Somebody whose follow-up date has come: what about, his hour; done, or tomorrow. Pressed, his page opens. */
final class DueRow extends HBox {

    DueRow(Ui ui, TodayViewModel model, Day.Due due) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 15, 0, 15));
        setMinHeight(CallerRow.HEIGHT);
        setPrefHeight(CallerRow.HEIGHT);
        var contact = due.contact();
        var name = Words.strong(contact.shownName());
        name.setMinWidth(0);
        name.setMaxWidth(240);
        var company = Words.muted(CallerRow.joined(contact.company(), contact.city()));
        company.setMinWidth(0);
        var late = due.step().day().isBefore(LocalDate.ofInstant(ui.clock().instant(), ui.zone()));
        var since = ui.text("person.due-since", "day", ui.formats().dayWord(due.step().day().atTime(12, 0).atZone(ui.zone()).toInstant()));
        var words = late ? due.step().word().isBlank() ? since : due.step().word() + ui.text("person.between") + since : due.step().word();
        var said = Words.muted(words.isBlank() ? ui.text("person.follow-up") : words);
        said.setMinWidth(0);
        var column = Space.column(3, Space.row(8, name, company), Space.row(6, Icons.of(Feather.CALENDAR, "small", "scheduled"), said));
        column.setMinWidth(0);
        column.setAlignment(Pos.CENTER_LEFT);
        var inside = Space.row(20, new Avatar(contact.shownName(), 32), Space.grow(column));
        inside.setMinWidth(0);
        var open = new Button();
        open.getStyleClass().setAll("row-button");
        open.setGraphic(inside);
        open.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        open.setAccessibleText(contact.shownName());
        open.setOnAction(_ -> model.open(due));
        open.setMinWidth(0);
        open.setMaxWidth(Double.MAX_VALUE);
        inside.prefWidthProperty().bind(open.widthProperty());
        var clock = new TheirClock(ui, due.zone(), due.office(), contact.city(), contact.country());
        clock.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Space.grow(open), clock, Buttons.flatIcon(ui.text("today.tomorrow"), Feather.CLOCK, () -> model.tomorrow(due)),
                Buttons.flatIcon(ui.text("today.done"), Feather.CHECK, () -> model.done(due)));
    }
}
