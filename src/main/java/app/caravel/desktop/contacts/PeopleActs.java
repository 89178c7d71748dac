package app.caravel.desktop.contacts;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;

import app.caravel.contact.ContactList;
import app.caravel.contact.Tag;
import app.caravel.desktop.kit.Buttons;
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
        var groups = model.groups().value();
        return menu(word, groups == null ? List.of() : groups.lists().stream().map(ContactList::name).toList(), ui.text("contacts.new-list"), name -> add(name, who.get()),
                () -> askName(ui.text("contacts.new-list-heading", "n", who.get().count()), ui.text("contacts.list-name"), ui.text("contacts.add-to-list"), name -> add(name, who.get())));
    }

    /** A menu of the tags, and of a new one. */
    MenuButton tag(String word, Supplier<Chosen> who) {
        var groups = model.groups().value();
        return menu(word, groups == null ? List.of() : groups.tags().stream().map(Tag::name).toList(), ui.text("person.new-tag"), name -> tag(name, who.get()),
                () -> askName(ui.text("person.new-tag-heading", "n", who.get().count()), ui.text("person.tag-name"), ui.text("person.tag"), name -> tag(name, who.get())));
    }

    private static MenuButton menu(String word, List<String> known, String anewWord, Consumer<String> chosen, Runnable anew) {
        var menu = new MenuButton(word);
        menu.setMnemonicParsing(false);
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        for (var name : known) {
            var item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> chosen.accept(name));
            menu.getItems().add(item);
        }
        if (!known.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        var fresh = new MenuItem(anewWord);
        fresh.setOnAction(_ -> anew.run());
        menu.getItems().add(fresh);
        return menu;
    }

    private void askName(String heading, String label, String word, Consumer<String> then) {
        var name = new TextField();
        var add = Buttons.accent(word, null, () -> {
            ui.dialogs().close();
            then.accept(name.getText().strip());
        });
        add.setDefaultButton(true);
        add.disableProperty().bind(name.textProperty().map(String::isBlank));
        var box = Space.column(16, Words.heading(heading), new Field(label, name),
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), add));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, 400);
        box.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, name);
    }

    private void tag(String tag, Chosen who) {
        model.tag(tag, who, act -> ui.toasts().undoable(ui.text("person.tagged-people", "n", act.count(), "tag", tag), null, ui.text("contacts.undo"), act.undo()));
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
        var exporting = model.exporting(who);
        exporting.load();
        var box = new ExportBox(exporting, ui);
        ui.dialogs().show(box, box.first());
    }

    /** Says where a file went, and opens its folder. */
    static void saved(Ui ui, Path file, String help) {
        var folder = file.toAbsolutePath().getParent();
        ui.toasts().done(ui.text("contacts.saved-as", "file", file.getFileName().toString()), help, ui.text("contacts.open-folder"),
                () -> ui.desk().openWithSystem(String.valueOf(folder)));
    }
}
