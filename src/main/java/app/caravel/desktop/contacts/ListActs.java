package app.caravel.desktop.contacts;

import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;

import app.caravel.audience.Segment;
import app.caravel.contact.ContactList;
import app.caravel.desktop.health.HealthBlock;
import app.caravel.desktop.health.Subject;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What can be done to a list or a segment as a whole: renamed, deleted, combined, looked through. */
final class ListActs {

    private final ContactsViewModel model;
    private final ListWorkModel work;
    private final Ui ui;

    ListActs(ContactsViewModel model, Ui ui) {
        this.model = model;
        this.work = model.listWork();
        this.ui = ui;
    }

    void rename(ContactList list) {
        var name = new TextField(list.name());
        var field = new Field(ui.text("contacts.list-name"), name).help(ui.text("paste.rename-help"));
        var keep = Buttons.accent(ui.text("paste.rename"), null, () -> work.rename(list, name.getText(), followed -> {
            ui.dialogs().close();
            ui.toasts().undoable(ui.text("paste.renamed", "list", name.getText().strip()), followed == 0 ? null : ui.text("paste.renamed-segments", "n", followed), ui.text("contacts.undo"),
                    () -> work.rename(list, list.name(), _ -> {}, ui.background()::tell));
        }, reason -> field.wrong(ui.text(reason))));
        keep.setDefaultButton(true);
        keep.disableProperty().bind(name.textProperty().map(written -> written.isBlank() || written.strip().equals(list.name())));
        var box = Space.column(16, Words.heading(ui.text("paste.rename-heading", "list", list.name())), field,
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), keep));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, 400);
        box.setMaxHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        ui.dialogs().show(box, name);
    }

    /** Its people stay; segments that name it are told. */
    void delete(ContactList list) {
        work.delete(list, (deleted, undo) -> {
            var naming = deleted.naming().stream().map(Segment::name).map(name -> ui.text("paste.quoted", "name", name)).collect(Collectors.joining(ui.text("paste.and-comma")));
            ui.toasts().undoable(ui.text("paste.list-deleted", "list", list.name()),
                    naming.isEmpty() ? ui.text("segment.people-stay") : ui.text("paste.list-deleted-named", "segments", naming, "n", deleted.naming().size()), ui.text("contacts.undo"), undo);
        });
    }

    void combine() {
        var box = new CombineBox(work, ui, list -> {
            ui.dialogs().close();
            model.openList(list.id());
            ui.toasts().undoable(ui.text("paste.list-made", "list", list.name()), ui.text("paste.people", "n", list.size()), ui.text("contacts.undo"), () -> work.unmake(list));
        });
        ui.dialogs().show(box, box.first());
    }

    /** Shows in the panel how well its people stand. */
    void check(Subject subject) {
        var health = model.health();
        health.about(subject);
        var block = new HealthBlock(health, ui);
        block.setPadding(new Insets(20));
        var scroll = new ScrollPane(block);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("details");
        scroll.setMinHeight(0);
        ui.details().show(scroll);
    }
}
