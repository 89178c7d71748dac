package app.caravel.desktop.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.calendar.TheirZone;
import app.caravel.contact.Company;
import app.caravel.contact.Origin;
import app.caravel.contact.Phones;
import app.caravel.desktop.kit.Avatar;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Chip;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;
import app.caravel.reason.Reason;
import app.caravel.report.CompanyPeople.Person;

/** A company: where it sits, and its people side by side. */
final class CompanyView extends StackPane {

    private static final double COLUMN = 264;
    private static final double FACTS = 304;

    private final CompanyViewModel model;
    private final Ui ui;
    private final ChangeListener<Undoable.@Nullable Done> done = (_, _, now) -> toast(now);

    CompanyView(CompanyViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        Wear.on(this);
        getStyleClass().addAll("page", "company-view");
        setMinSize(0, 0);
        getChildren().setAll(new Faces<>(ui, model.card(), this::shown));
        model.undoable.latest().addListener(new WeakChangeListener<>(done));
        UndoKey.on(this, model.undoable);
    }

    private Node shown(Optional<CompanyViewModel.Card> found) {
        if (found.isEmpty()) {
            return new EmptyFace(Feather.BRIEFCASE, ui.text("company.gone"), null, Buttons.plain(ui.text("company.all"), Feather.BRIEFCASE, () -> ui.go(Place.COMPANIES)));
        }
        var card = found.get();
        var body = new HBox(24, Space.width(facts(card.company()), FACTS), Space.grow(people(card)));
        body.setPadding(new Insets(0, 24, 12, 16));
        body.setMinHeight(0);
        var page = new VBox(header(card), Space.grow(body));
        page.setMinHeight(0);
        return page;
    }

    private Node header(CompanyViewModel.Card card) {
        var company = card.company();
        var title = Words.title(company.name());
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(company.name()));
        int mails = card.people().stream().mapToInt(Person::mails).sum();
        var words = Space.grow(Space.column(4, title, Words.muted(ui.text("company.sentence", "people", company.people(), "mails", mails,
                "opened", card.people().stream().filter(each -> lately(each.opened())).count(), "clicked", card.people().stream().filter(each -> lately(each.clicked())).count()))));
        words.setMinWidth(0);
        var row = Space.row(8, words, Buttons.plain(ui.text("company.all"), Feather.BRIEFCASE, () -> ui.go(Place.COMPANIES)));
        var writable = card.people().stream().filter(each -> !each.suppressed()).map(Person::id).toArray(Long[]::new);
        if (writable.length > 0) {
            row.getChildren().add(Buttons.accent(ui.text("company.write", "n", writable.length), Feather.MAIL, () -> ui.go(Place.writeTo(writable))));
        }
        row.getStyleClass().add("page-header");
        return row;
    }

    private boolean lately(@Nullable Instant at) {
        return at != null && at.isAfter(ui.clock().instant().minus(PersonViewModel.LATELY));
    }

    private VBox facts(Company company) {
        var column = new VBox(2);
        var head = Words.heading(ui.text("person.facts"));
        head.setPadding(new Insets(0, 8, 6, 8));
        column.getChildren().addAll(head,
                FactRow.text(ui, ui.text("company.name"), company.name(), (name, then, failed) -> model.rename(name == null ? "" : name, then, failed)).offering(this::merging),
                FactRow.fixed(ui, ui.text("company.domain"), company.domain() == null ? "–" : company.domain()),
                FactRow.choice(ui, ui.text("contacts.country"), company.country(), company.country() == null ? null : ui.formats().country(company.country()), guess(company),
                        () -> Choices.countries(ui, company.country()), model::setCountry));
        TheirZone.of(null, company.country(), null).ifPresent(zone -> column.getChildren().add(FactRow.fixed(ui, ui.text("person.time-zone"),
                ui.text(zone.sure() ? "company.zone" : "company.zone-about", "zone", zone.zone().getId(), "time", ui.formats().time(ui.clock().instant(), zone.zone())))));
        return column;
    }

    /** There is a company of that name already: perhaps both are one. */
    private @Nullable Node merging(Reason reason) {
        return !reason.key().equals("company.name-taken") || !(reason.arguments().get("company") instanceof String name) ? null
                : Buttons.small(ui.text("company.merge"), Feather.GIT_MERGE, () -> model.mergeInto(name, id -> ui.navigator().instead(Place.company(id)), ui.toasts()::failed));
    }

    private @Nullable String guess(Company company) {
        return company.countryOrigin() == null || company.countryOrigin() == Origin.HAND ? null : company.countryOrigin() == Origin.DOMAIN
                ? ui.text("person.guess-domain", "ending", "." + String.valueOf(company.domain()).replaceAll(".*\\.", "")) : ui.text("company.guess-people");
    }

    private Node people(CompanyViewModel.Card card) {
        if (card.people().isEmpty()) {
            return new EmptyFace(Feather.USERS, ui.text("company.nobody"), ui.text("company.nobody-help"), null);
        }
        var row = new HBox(24);
        row.setPadding(new Insets(1, 1, 16, 1));
        card.people().forEach(each -> row.getChildren().add(column(each)));
        if (card.company().people() > card.people().size()) {
            var rest = Words.wrapped(Words.help(ui.text("company.more", "n", card.company().people() - card.people().size())));
            row.getChildren().add(Space.width(rest, 120));
        }
        var scroll = new ScrollPane(row);
        scroll.setFitToHeight(false);
        scroll.setMinHeight(0);
        return scroll;
    }

    private Node column(Person person) {
        var name = Words.link(person.shownName(), () -> ui.go(Place.person(person.id())));
        name.getStyleClass().add("strong");
        name.setMinWidth(0);
        name.setTooltip(new Tooltip(person.shownName()));
        var who = Space.column(2, name, fitted(Words.small(person.role() == null ? person.address() : person.role())));
        who.setMinWidth(0);
        var column = new VBox(12, Space.row(12, new Avatar(person.shownName(), 40), Space.grow(who)));
        var chips = Space.row(6);
        if (person.suppressed()) {
            chips.getChildren().add(new Chip(ui.text("contacts.do-not-write"), Feather.SLASH, "bounce"));
        }
        if (person.stage() != null) {
            chips.getChildren().add(new Chip(ui.text("person.stage-" + person.stage().key().replace('_', '-')), Feather.FLAG, "accent"));
        }
        if (!chips.getChildren().isEmpty()) {
            column.getChildren().add(chips);
        }
        column.getChildren().add(Space.line());
        fact(column, Feather.MAIL, person.address());
        if (person.phone() != null) {
            fact(column, Feather.PHONE, Phones.spoken(person.phone()));
        }
        TheirZone.of(person.timeZone(), person.country(), person.city()).ifPresent(zone -> fact(column, Feather.CLOCK,
                ui.text("today.clock" + (zone.sure() ? "" : ".about"), "time", ui.formats().time(ui.clock().instant(), zone.zone()),
                        "place", person.city() != null ? person.city() : ui.formats().country(String.valueOf(person.country())))));
        column.getChildren().add(Space.line());
        fact(column, Feather.SEND, ui.text("person.written-to", "n", person.mails()));
        fact(column, Feather.EYE, person.opened() == null ? ui.text("person.no-sign") : ui.text("person.opened", "ago", ui.formats().ago(person.opened())));
        if (person.clicked() != null) {
            fact(column, Feather.MOUSE_POINTER, ui.text("person.clicked", "ago", ui.formats().ago(person.clicked())));
        }
        column.getChildren().add(Space.row(8, Buttons.small(ui.text("story.open-contact"), Feather.USER, () -> ui.go(Place.person(person.id()))),
                Buttons.small(ui.text("company.move"), null, () -> ask(person))));
        column.getStyleClass().add("group");
        column.setPadding(new Insets(15));
        Space.width(column, COLUMN);
        column.setMaxHeight(Region.USE_PREF_SIZE);
        return column;
    }

    private static Label fitted(Label label) {
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(label.getText()));
        return label;
    }

    private static void fact(VBox column, Feather icon, String words) {
        var label = fitted(Words.body(words));
        column.getChildren().add(Space.row(10, Icons.of(icon, "small", "subtle"), Space.grow(label)));
    }

    private void ask(Person person) {
        var name = new TextField();
        var move = Buttons.accent(ui.text("company.move-here"), null, () -> {
            ui.dialogs().close();
            model.move(person, name.getText());
        });
        move.setDefaultButton(true);
        move.disableProperty().bind(name.textProperty().map(String::isBlank));
        var box = Space.column(16, Words.wrapped(Words.heading(ui.text("company.move-heading", "name", person.shownName()))),
                new Field(ui.text("company.name"), name).help(ui.text("company.move-help")),
                Space.row(8, Space.rest(), Buttons.plain(ui.text("kit.cancel"), null, ui.dialogs()::close), move));
        box.getStyleClass().addAll("find", "dialog-box");
        Space.width(box, 400);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        ui.dialogs().show(box, name);
    }

    private void toast(Undoable.@Nullable Done now) {
        if (now != null && getScene() != null) {
            ui.toasts().show(new Toasts.Toast(Toasts.Meaning.GOOD, null, ui.text(now.what()), null, List.of(new Toasts.Link(ui.text("kit.undo"), () -> model.undoable.undo(now)))));
        }
    }
}
