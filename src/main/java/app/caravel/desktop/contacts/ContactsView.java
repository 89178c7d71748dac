package app.caravel.desktop.contacts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.audience.Segment;
import app.caravel.contact.ContactList;
import app.caravel.contact.Filter;
import app.caravel.desktop.health.Subject;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Toasts;
import app.caravel.desktop.kit.Ui;

/** Left the lists, in the middle the people, at the right the one that is chosen. */
final class ContactsView extends BorderPane {

    private static final double LEFT = 208;

    private final ContactsViewModel model;
    private final Ui ui;
    private final ContactsTable people;
    private final FilterRow filters;
    private final StackPane middle = new StackPane();
    private final VBox header = new VBox();
    private final ChangeListener<Filter> filterListener = (_, _, _) -> show();
    private final ChangeListener<Number> changeListener = (_, _, _) -> changed();
    private final ChangeListener<Load.State<Optional<ContactsViewModel.Person>>> personListener = (_, _, _) -> person();

    ContactsView(ContactsViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.people = new ContactsTable(model, ui);
        this.filters = new FilterRow(model, ui);
        getStyleClass().addAll("page", "contacts-view");
        setMinHeight(0);
        setLeft(Space.width(new Faces<>(ui, model.groups(), groups -> {
            filters.show(model.filter.get());
            face();
            return new GroupsPane(model, ui, groups);
        }), LEFT));
        middle.setMinHeight(0);
        var body = new VBox(12, filters, Space.grow(middle));
        body.getStyleClass().add("page-body");
        body.setMinHeight(0);
        body.setPadding(new Insets(0, 24, 12, 24));
        var center = new VBox(header, Space.grow(body));
        center.setMinHeight(0);
        center.setMinWidth(0);
        setCenter(center);
        StackPane.setMargin(people, new Insets(0, -16, 0, -8));
        Key.SEARCH_HERE.on(this, filters.search()::requestFocus);
        Key.PASTE.on(this, () -> PasteScreen.paste(ui));
        people.table().countProperty().addListener((_, _, _) -> face());
        model.filter.addListener(new WeakChangeListener<>(filterListener));
        model.changes.addListener(new WeakChangeListener<>(changeListener));
        model.person().state().addListener(new WeakChangeListener<>(personListener));
        face();
        show();
    }

    /** Shows whom this filter finds. */
    void filter(Filter wanted) {
        model.filter.set(wanted);
    }

    private void show() {
        people.table().getSelectionModel().clearSelection();
        people.table().show(model.rows(model.filter.get()));
        face();
    }

    private void changed() {
        people.table().getSelectionModel().clearSelection();
        people.table().refresh();
    }

    /** The heading with its numbers, and the table, or why it is empty. */
    private void face() {
        var groups = model.groups().value();
        var importing = Buttons.accent(ui.text("contacts.import"), Feather.UPLOAD, () -> ui.go(Place.IMPORT));
        if (groups == null) {
            header.getChildren().setAll(new PageHeader(ui.text("contacts.heading"), ""));
            middle.getChildren().setAll(people);
            return;
        }
        int fit = people.table().countProperty().get();
        var export = Buttons.icon(ui.text("contacts.export-shown"), Feather.DOWNLOAD,
                () -> new PeopleActs(model, ui).export(new Chosen.AllThatFit(model.filter.get(), Math.max(0, fit))));
        export.setDisable(fit < 1);
        var paste = Buttons.icon(ui.text("paste.paste-people"), Feather.CLIPBOARD, () -> PasteScreen.paste(ui));
        var shown = model.segment();
        var list = model.list();
        var sentence = sentence(groups, fit);
        header.getChildren().setAll(shown.isPresent() ? new PageHeader(shown.get().name(), sentence, edit(shown.get()), check(new Subject.OfSegment(shown.get())), delete(shown.get()), export, paste, importing)
                : list.isPresent() ? listHeader(list.get(), sentence, export, paste, importing) : new PageHeader(ui.text("contacts.heading"), sentence, Buttons.icon(ui.text("imports.history"), Feather.CLOCK, () -> ui.go(Place.IMPORT_HISTORY)), export, paste, importing));
        filters.setVisible(groups.everyone() > 0);
        middle.getChildren().setAll(groups.everyone() == 0 ? nobody() : fit == 0 ? nobodyFits() : people);
    }

    private Node listHeader(ContactList list, String sentence, Node... others) {
        var acts = new ListActs(model, ui);
        var own = Stream.of(Buttons.icon(ui.text("paste.rename-list"), Feather.EDIT_2, () -> acts.rename(list)), check(new Subject.OfList(list.id())),
                Buttons.icon(ui.text("paste.delete-list"), Feather.TRASH_2, () -> acts.delete(list)));
        return new PageHeader(list.name(), sentence, Stream.concat(own, Stream.of(others)).toArray(Node[]::new));
    }

    private Node check(Subject subject) {
        return Buttons.icon(ui.text("paste.check"), Feather.CHECK_SQUARE, () -> new ListActs(model, ui).check(subject));
    }

    private Node edit(Segment segment) {
        return Buttons.plain(ui.text("segment.edit"), Feather.EDIT_2, () -> ui.go(Place.segment(segment.id())));
    }

    private Node delete(Segment segment) {
        var delete = Buttons.icon(ui.text("segment.delete"), Feather.TRASH_2, () -> model.delete(segment,
                undo -> ui.toasts().undoable(ui.text("segment.deleted", "segment", segment.name()), ui.text("segment.people-stay"), ui.text("contacts.undo"), undo)));
        delete.setId("segment-delete");
        return delete;
    }

    private String sentence(ContactsViewModel.Groups groups, int fit) {
        if (groups.everyone() == 0) {
            return "";
        }
        if (fit >= 0 && fit < groups.everyone()) {
            return ui.text("contacts.fit", "n", fit, "m", groups.everyone());
        }
        return ui.text("contacts.numbers", "n", groups.everyone(), "countries", groups.countries().keySet().stream().filter(code -> !code.isEmpty()).count(),
                "new", groups.newOnes());
    }

    private Node nobody() {
        return new EmptyFace(Feather.USERS, ui.text("contacts.empty"), ui.text("contacts.empty-help"),
                Space.row(8, Buttons.plain(ui.text("contacts.import"), Feather.UPLOAD, () -> ui.go(Place.IMPORT)),
                        Buttons.plain(ui.text("paste.paste"), Feather.CLIPBOARD, () -> PasteScreen.paste(ui))));
    }

    private Node nobodyFits() {
        return new EmptyFace(Feather.FILTER, ui.text("contacts.nobody-fits"), ui.text("contacts.nobody-fits-help"),
                Buttons.plain(ui.text("contacts.clear-filters"), Feather.X, model::clearFilter));
    }

    private void person() {
        if (model.person().value() instanceof Optional<ContactsViewModel.Person> found) {
            found.ifPresentOrElse(person -> ui.details().show(new PersonPanel(person, model, ui)),
                    () -> ui.toasts().show(new Toasts.Toast(Toasts.Meaning.PLAIN, null, ui.text("contacts.gone"), ui.text("contacts.gone-help"), List.of())));
        }
    }

    /** The page's margin, for the panes beside it. */
    static Insets margin() {
        return new Insets(20, 12, 20, 12);
    }
}
