package app.caravel.desktop.contacts;

import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.Contact;
import app.caravel.contact.Correction;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;

/** What can be corrected of a person by hand. Mail that was sent keeps what it said. */
final class PersonForm extends VBox {

    private final TextField name;

    /** @param cancel leaves all as it was */
    PersonForm(Contact contact, ContactsViewModel model, Ui ui, Runnable cancel) {
        super(12);
        name = field(contact.name());
        var first = field(contact.firstName());
        var last = field(contact.lastName());
        var company = field(contact.company());
        var role = field(contact.role());
        var city = field(contact.city());
        var country = Choices.countries(ui, contact.country());
        var language = Choices.languages(ui, contact.language());
        var phone = field(contact.phone());
        var phoneField = new Field(ui.text("contacts.phone"), phone);
        var keep = Buttons.accent(ui.text("contacts.keep"), null, () -> model.correct(contact,
                new Correction(name.getText(), first.getText(), last.getText(), company.getText(), role.getText(), country.getValue(), city.getText(), phone.getText(), language.getValue()),
                act -> ui.toasts().undoable(ui.text("contacts.corrected"), null, ui.text("contacts.undo"), act.undo()),
                reason -> phoneField.wrong(ui.text(reason))));
        keep.setDefaultButton(true);
        getChildren().setAll(new Field(ui.text("contacts.field-name"), name),
                pair(new Field(ui.text("contacts.field-first-name"), first), new Field(ui.text("contacts.field-last-name"), last)),
                new Field(ui.text("contacts.company"), company), new Field(ui.text("contacts.field-role"), role),
                pair(new Field(ui.text("contacts.field-city"), city), new Field(ui.text("contacts.country"), country)),
                new Field(ui.text("contacts.language"), language), phoneField,
                Space.row(8, keep, Buttons.plain(ui.text("kit.cancel"), null, cancel)));
    }

    void focus() {
        name.requestFocus();
        Platform.runLater(name::requestFocus); // the button that led here goes, and takes the focus along
    }

    private static TextField field(@Nullable String value) {
        return new TextField(value == null ? "" : value);
    }

    private static HBox pair(Field left, Field right) {
        left.setMinWidth(0);
        right.setMinWidth(0);
        left.setPrefWidth(120);
        right.setPrefWidth(120);
        return new HBox(12, Space.grow(left), Space.grow(right));
    }
}
