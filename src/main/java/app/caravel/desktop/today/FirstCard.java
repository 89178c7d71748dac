package app.caravel.desktop.today;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Avatar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Who gave the strongest sign, with all evidence and the one act that it asks for. */
final class FirstCard extends VBox {

    FirstCard(Ui ui, TodayViewModel model, Day.Caller caller) {
        super(16);
        getStyleClass().addAll("group", "raised");
        setPadding(new Insets(15));
        var person = caller.person();
        var said = Signs.said(ui, person.signs());
        boolean sure = said.stream().anyMatch(Signs.Said::sure);
        var name = Words.heading(person.shownName());
        name.setMinWidth(0);
        var chip = sure ? new Chip(ui.text("today.chip.sure"), Feather.USER_CHECK, "person") : new Chip(ui.text("today.chip.likely"), Feather.USER, "likely");
        var where = Words.muted(CallerRow.joined(person.role(), person.company(), person.city()));
        where.setMinWidth(0);
        var who = Space.column(4, Space.row(8, name, chip), where);
        who.setMinWidth(0);
        var clock = new TheirClock(ui, caller);
        HBox.setMargin(clock, new Insets(0, CallerRow.ACTS, 0, 0));
        var head = new HBox(12, new Avatar(person.shownName(), 40), Space.grow(who), clock);
        var evidence = new VBox(6);
        said.forEach(each -> evidence.getChildren().add(line(ui, each)));
        evidence.getChildren().add(Space.row(10, Icons.of(Feather.SEND, "small"), Words.muted(ui.text("today.sign.campaign", "campaign", person.campaign()))));
        VBox.setMargin(evidence, new Insets(0, 0, 0, 52));
        var acts = Space.row(8, acts(ui, model, caller));
        acts.getChildren().addAll(Space.rest(), Buttons.flat(ui.text("today.tomorrow"), Feather.CLOCK, () -> model.tomorrow(caller)),
                Buttons.flat(ui.text("today.done"), Feather.CHECK, () -> model.done(caller)));
        VBox.setMargin(acts, new Insets(0, 0, 0, 52));
        getChildren().addAll(head, evidence, acts);
    }

    private static HBox line(Ui ui, Signs.Said said) {
        var sentence = Words.body(said.sentence());
        sentence.setMinWidth(0);
        var sure = Words.help(ui.text(said.sure() ? "today.sure" : "today.likely"));
        sure.setMinWidth(Label.USE_PREF_SIZE);
        return Space.row(10, Icons.of(said.icon(), "small", said.iconClass()), sentence, sure);
    }

    /** Somebody who clicked is called while his office is open and his number is known; everybody else is written to. */
    private static Button[] acts(Ui ui, TodayViewModel model, Day.Caller caller) {
        var person = caller.person();
        var write = "today.write";
        if (person.phone() == null) {
            return new Button[] {Buttons.accent(ui.text(write), Feather.MAIL, () -> model.write(caller))};
        }
        boolean now = person.signs().stream().anyMatch(sign -> sign.click()) && (caller.office() == null || caller.office().isOpen());
        var call = ui.text("today.call", "phone", Phones.shown(person.phone()));
        return now
                ? new Button[] {Buttons.accent(call, Feather.PHONE, () -> Phones.call(ui, model, caller)), Buttons.plain(ui.text(write), Feather.MAIL, () -> model.write(caller))}
                : new Button[] {Buttons.accent(ui.text(write), Feather.MAIL, () -> model.write(caller)), Buttons.plain(call, Feather.PHONE, () -> Phones.call(ui, model, caller))};
    }
}
