package app.caravel.desktop.contacts;

import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What can be done with those who are chosen, 48 high at the foot of the table. Esc lets go. */
final class ActBar extends HBox {

    private static final double HEIGHT = 48;

    private final PeopleActs acts;
    private final Ui ui;
    private final Runnable chooseAll;
    private final Runnable letGo;

    ActBar(PeopleActs acts, Ui ui, Runnable chooseAll, Runnable letGo) {
        super(8);
        this.acts = acts;
        this.ui = ui;
        this.chooseAll = chooseAll;
        this.letGo = letGo;
        getStyleClass().add("act-bar");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        hide();
    }

    void hide() {
        setVisible(false);
        setManaged(false);
        getChildren().clear();
    }

    /** @param all how many rows the table has */
    void show(Chosen chosen, int all) {
        boolean everybody = chosen instanceof Chosen.AllThatFit;
        getChildren().setAll(Words.strong(ui.text(everybody ? "contacts.all-chosen" : "contacts.chosen", "n", chosen.count())));
        if (!everybody && all > chosen.count()) {
            getChildren().add(Words.link(ui.text("contacts.choose-all", "n", all), chooseAll));
        }
        getChildren().addAll(Space.rest(), acts.addTo(ui.text("contacts.add-to-list"), () -> chosen), acts.tag(ui.text("person.tag"), () -> chosen),
                Buttons.plain(ui.text("contacts.do-not-write"), Feather.SLASH, () -> acts.suppress(chosen)),
                Buttons.plain(ui.text("contacts.export"), Feather.DOWNLOAD, () -> acts.export(chosen)),
                Buttons.danger(ui.text("contacts.delete"), Feather.TRASH_2, () -> acts.delete(chosen)),
                Buttons.flatIcon(ui.text("contacts.let-go"), Feather.X, letGo));
        setVisible(true);
        setManaged(true);
    }
}
