package app.caravel.desktop.contacts;

import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.ContactList;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Ui;

/** One person: where he belongs, how he is reached, and what his own file said of him. */
final class PersonPanel extends StackPane {

    PersonPanel(ContactsViewModel.Person person, Ui ui) {
        var contact = person.contact();
        var panel = new DetailsPanel(ui, contact.shownName(), contact.shownName(), orEmpty(contact.role()), orEmpty(contact.company()));
        if (person.suppressed()) {
            panel.add(new Chip(ui.text("contacts.do-not-write"), Feather.SLASH, "bounce"));
        } else {
            panel.acts(Buttons.small(ui.text("contacts.write"), Feather.MAIL, () -> ui.go(Place.writeTo(contact.id()))));
        }
        panel.add(DetailsPanel.fact(ui.text("contacts.address"), contact.address().written()));
        fact(panel, ui.text("contacts.phone"), orEmpty(contact.phone()));
        fact(panel, ui.text("contacts.place"), place(contact.city(), contact.country() == null ? null : ui.formats().country(contact.country())));
        fact(panel, ui.text("contacts.language"), orEmpty(contact.language()));
        if (!person.lists().isEmpty()) {
            fact(panel, ui.text("contacts.lists"), String.join(", ", person.lists().stream().map(ContactList::name).toList()));
        }
        if (!contact.attributes().isEmpty()) {
            panel.section(ui.text("contacts.from-file"));
            contact.attributes().forEach((header, value) -> fact(panel, header, value));
        }
        getChildren().add(panel);
    }

    private static void fact(DetailsPanel panel, String what, String value) {
        if (!value.isBlank()) {
            panel.add(DetailsPanel.fact(what, value));
        }
    }

    private static String place(@org.jspecify.annotations.Nullable String city, @org.jspecify.annotations.Nullable String country) {
        return city == null ? orEmpty(country) : country == null ? city : city + ", " + country;
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
