package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What can be done to people, each with its toast and its way back. */
final class PeopleActs {

    private final ContactsViewModel model;
    private final Ui ui;

    PeopleActs(ContactsViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
    }

    /** A menu of the lists, and of a new one. */
    MenuButton addTo(String word, Supplier<Chosen> who) {
        var menu = new MenuButton(word);
        menu.setMnemonicParsing(false);
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        var groups = model.groups().value();
        if (groups != null) {
            for (var list : groups.lists()) {
                var item = new MenuItem(list.name());
                item.setMnemonicParsing(false);
                item.setOnAction(_ -> add(list.name(), who.get()));
                menu.getItems().add(item);
            }
            if (!groups.lists().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
        }
        var anew = new MenuItem(ui.text("contacts.new-list"));
        anew.setOnAction(_ -> askName(who.get()));
        menu.getItems().add(anew);
        return menu;
    }

    private void askName(Chosen who) {
        var name = new TextField();
        var add = Buttons.accent(ui.text("contacts.add-to-list"), null, () -> {
            ui.dialogs().close();
            add(name.getText().strip(), who);
        });
        add.setDefaultButton(true);
        add.disableProperty().bind(name.textProperty().map(String::isBlank));
        var box = Space.column(16, Words.heading(ui.text("contacts.new-list-heading", "n", who.count())), new Field(ui.text("contacts.list-name"), name),
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), add));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, 400);
        box.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, name);
    }

    private void add(String list, Chosen who) {
        model.addTo(list, who, act -> ui.toasts().undoable(ui.text("contacts.added-to", "n", act.count(), "list", list), null, ui.text("contacts.undo"), act.undo()));
    }

    void suppress(Chosen who) {
        model.suppress(who, act -> ui.toasts().undoable(ui.text("contacts.suppressed", "n", act.count()), null, ui.text("contacts.undo"), act.undo()));
    }

    void delete(Chosen who) {
        ui.details().close();
        model.delete(who, act -> ui.toasts().undoable(ui.text("contacts.deleted", "n", act.count()),
                act.left() == 0 ? null : ui.text("contacts.deleted-left", "n", act.left()), ui.text("contacts.undo"), act.undo()));
    }

    void export(Chosen who) {
        ui.dialogs().chooseTarget(ui.text("contacts.export"), ui.text("contacts.export-name") + "_" + LocalDate.ofInstant(ui.clock().instant(), ui.zone()) + ".xlsx",
                List.of(FileKind.of(ui.text("contacts.kind-xlsx"), "*.xlsx"), FileKind.of(ui.text("contacts.kind-csv"), "*.csv")),
                file -> model.export(who, file, n -> saved(ui, file, ui.text("contacts.exported", "n", n))));
    }

    /** Says where a file went, and opens its folder. */
    static void saved(Ui ui, Path file, String help) {
        var folder = file.toAbsolutePath().getParent();
        ui.toasts().done(ui.text("contacts.saved-as", "file", file.getFileName().toString()), help, ui.text("contacts.open-folder"),
                () -> ui.desk().openWithSystem(String.valueOf(folder)));
    }
}
