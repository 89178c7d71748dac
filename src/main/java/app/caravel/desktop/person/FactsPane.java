package app.caravel.desktop.person;

import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.Fact;
import app.caravel.contact.Origin;
import app.caravel.contact.Phones;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;

/** What is known of a person, edited in place, each guess with where it comes from; below it what his own file said. */
final class FactsPane extends ScrollPane {

    private final PersonViewModel model;
    private final Ui ui;
    private final VBox column = new VBox(2);
    private @Nullable PersonCard shown;

    FactsPane(PersonViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        column.setPadding(new Insets(0, 8, 16, 0));
        setContent(column);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(0);
    }

    /** Builds the rows anew where anything of them has changed: what is being edited stays else. */
    void show(PersonCard card) {
        var before = shown;
        shown = card;
        if (before != null && before.contact().equals(card.contact()) && before.standing().equals(card.standing())) {
            return;
        }
        var contact = card.contact();
        var rows = column.getChildren();
        rows.clear();
        rows.add(head(ui.text("person.facts")));
        rows.add(FactRow.text(ui, ui.text("contacts.address"), contact.address().written(), (value, then, failed) -> {
            if (value == null) {
                then.run();
            } else {
                model.deeds.correctAddress(value, then, failed);
            }
        }).offering(this::merging));
        if (!contact.otherAddresses().isEmpty()) {
            rows.add(FactRow.fixed(ui, ui.text("contacts.other-addresses"), String.join(", ", contact.otherAddresses().stream().map(Object::toString).toList())));
        }
        text("contacts.phone", Fact.PHONE, contact.phone() == null ? null : Phones.spoken(contact.phone()));
        text("person.name", Fact.NAME, contact.name());
        text("contacts.field-first-name", Fact.FIRST_NAME, contact.firstName());
        text("contacts.field-last-name", Fact.LAST_NAME, contact.lastName());
        text("person.salutation", Fact.SALUTATION, contact.salutation());
        text("contacts.field-role", Fact.ROLE, contact.role());
        text("contacts.company", Fact.COMPANY, contact.company());
        text("contacts.field-city", Fact.CITY, contact.city());
        var country = contact.country();
        choice("contacts.country", Fact.COUNTRY, country, country == null ? null : ui.formats().country(country), guess(card, card.standing().country()),
                () -> Choices.countries(ui, country));
        choice("person.time-zone", Fact.TIME_ZONE, contact.timeZone(), contact.timeZone(), guess(card, card.standing().timeZone()), () -> Choices.zones(country, contact.timeZone()));
        choice("contacts.language", Fact.LANGUAGE, contact.language(), contact.language() == null ? null : Choices.language(ui, contact.language()),
                guess(card, card.standing().language()), () -> Choices.languages(ui, contact.language()));
        if (!contact.attributes().isEmpty()) {
            var head = head(ui.text("contacts.from-file"));
            VBox.setMargin(head, new Insets(16, 0, 0, 0));
            rows.add(head);
            contact.attributes().forEach((header, value) -> rows.add(FactRow.text(ui, header, value, (now, then, failed) -> model.deeds.setAttribute(header, now, then, failed))));
        }
    }

    /** Somebody has the address already: perhaps both are one. */
    private @Nullable Node merging(Reason reason) {
        if (!(reason.arguments().get(PersonDeeds.OWNER) instanceof Number owner)) {
            return null;
        }
        return Space.row(8, Buttons.small(ui.text("person.merge"), Feather.GIT_MERGE,
                        () -> model.deeds.mergeInto(owner.longValue(), id -> ui.navigator().instead(Place.person(id)), ui.toasts()::failed)),
                Buttons.small(ui.text("person.open-other"), null, () -> ui.go(Place.person(owner.longValue()))));
    }

    private static Node head(String words) {
        var head = Words.heading(words);
        head.setPadding(new Insets(0, 8, 6, 8));
        return head;
    }

    private void text(String key, Fact fact, @Nullable String value) {
        add(fact, FactRow.text(ui, ui.text(key), value, (now, then, failed) -> model.deeds.set(fact, now, then, failed)));
    }

    private void choice(String key, Fact fact, @Nullable String value, @Nullable String words, @Nullable String guess, Supplier<ComboBox<String>> box) {
        add(fact, FactRow.choice(ui, ui.text(key), value, words, guess, box, (now, then, failed) -> model.deeds.set(fact, now, then, failed)));
    }

    private void add(Fact fact, FactRow row) {
        row.setId("fact-" + fact.key());
        column.getChildren().add(row);
    }

    /** Where a guess comes from; null where somebody said it. A zone or language of a guessed country is as sure as that. */
    private @Nullable String guess(PersonCard card, @Nullable Origin origin) {
        if (origin == null || !origin.isGuess()) {
            return null;
        }
        var from = origin == Origin.COUNTRY && card.standing().country() instanceof Origin country && country.isGuess() ? country : origin;
        var contact = card.contact();
        return switch (from) {
            case PHONE -> ui.text("person.guess-phone", "prefix", contact.phone() == null ? "+" : Phones.prefix(contact.phone()));
            case DOMAIN -> ui.text("person.guess-domain", "ending", contact.address().domain().substring(contact.address().domain().lastIndexOf('.')));
            case CITY -> ui.text("person.guess-city");
            case COUNTRY, COLUMN, HAND -> ui.text("person.guess-country");
        };
    }

}
