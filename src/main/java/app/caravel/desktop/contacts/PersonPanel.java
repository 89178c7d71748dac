package app.caravel.desktop.contacts;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.ContactList;
import app.caravel.contact.Tag;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.DetailsPanel;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** One person: where he belongs, how he is reached, and what his own file said of him; corrected in place. */
final class PersonPanel extends StackPane {

    private final ContactsViewModel.Person person;
    private final ContactsViewModel model;
    private final Ui ui;

    PersonPanel(ContactsViewModel.Person person, ContactsViewModel model, Ui ui) {
        this.person = person;
        this.model = model;
        this.ui = ui;
        facts();
    }

    private void facts() {
        var contact = person.contact();
        var panel = head();
        if (person.suppressed()) {
            panel.add(new Chip(ui.text("contacts.do-not-write"), Feather.SLASH, "bounce"));
        }
        panel.add(acts());
        panel.add(Words.link(ui.text("story.open-contact"), () -> ui.go(Place.person(contact.id()))));
        var facts = Space.column(6);
        if (person.stage() != null) {
            fact(facts, ui.text("person.stage"), ui.text("person.stage-" + person.stage().key().replace('_', '-')));
        }
        var next = person.next();
        if (next != null) {
            var day = ui.formats().dayWord(next.day().atTime(12, 0).atZone(ui.zone()).toInstant());
            fact(facts, ui.text("person.follow-up"), next.word().isBlank() ? day : day + ui.text("story.comma") + next.word());
        }
        facts.getChildren().add(DetailsPanel.fact(ui.text("contacts.address"), contact.address().written()));
        fact(facts, ui.text("contacts.other-addresses"), String.join(", ", contact.otherAddresses().stream().map(Object::toString).toList()));
        fact(facts, ui.text("contacts.phone"), orEmpty(contact.phone()));
        fact(facts, ui.text("contacts.place"), place(contact.city(), contact.country() == null ? null : ui.formats().country(contact.country())));
        fact(facts, ui.text("contacts.language"), contact.language() == null ? "" : Choices.language(ui, contact.language()));
        fact(facts, ui.text("contacts.lists"), String.join(", ", person.lists().stream().map(ContactList::name).toList()));
        fact(facts, ui.text("person.tags"), String.join(", ", person.tags().stream().map(Tag::name).toList()));
        panel.add(facts);
        var note = person.note();
        if (note != null) {
            var said = Space.column(2, Words.wrapped(Words.body(note.text())), Words.help(ui.formats().dayWord(note.at())));
            said.getStyleClass().addAll("group", "quiet");
            said.setPadding(new Insets(10, 12, 10, 12));
            panel.add(said);
        }
        if (!contact.attributes().isEmpty()) {
            var own = Space.column(6);
            contact.attributes().forEach((header, value) -> fact(own, header, value));
            panel.section(ui.text("contacts.from-file"), own);
        }
        getChildren().setAll(panel);
    }

    private DetailsPanel head() {
        var contact = person.contact();
        return new DetailsPanel(ui, contact.shownName(), contact.shownName(), orEmpty(contact.role()), orEmpty(contact.company()));
    }

    private HBox acts() {
        var contact = person.contact();
        var acts = new PeopleActs(model, ui);
        var chosen = new Chosen.People(List.of(contact.id()));
        var row = Space.row(8);
        if (!person.suppressed()) {
            row.getChildren().add(Buttons.small(ui.text("contacts.write"), Feather.MAIL, () -> ui.go(Place.writeTo(contact.id()))));
        }
        row.getChildren().addAll(small(acts.addTo(ui.text("contacts.add-to"), () -> chosen)),
                Buttons.small(ui.text("contacts.correct"), Feather.EDIT_2, this::correct), Space.rest());
        if (!person.suppressed()) {
            row.getChildren().add(Buttons.flatIcon(ui.text("contacts.suppress"), Feather.SLASH, () -> acts.suppress(chosen), "small"));
        }
        row.getChildren().add(Buttons.flatIcon(ui.text("contacts.delete"), Feather.TRASH_2, () -> acts.delete(chosen), "small"));
        return row;
    }

    private static MenuButton small(MenuButton menu) {
        menu.getStyleClass().add("small");
        return menu;
    }

    private void correct() {
        var form = new PersonForm(person.contact(), model, ui, this::facts);
        getChildren().setAll(head().add(form));
        Platform.runLater(form::focus); // what scrolls comes into the window with the next layout
    }

    private static void fact(VBox facts, String what, String value) {
        if (!value.isBlank()) {
            facts.getChildren().add(DetailsPanel.fact(what, value));
        }
    }

    private static String place(@Nullable String city, @Nullable String country) {
        return city == null ? orEmpty(country) : country == null ? city : city + ", " + country;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
