package app.caravel.desktop.contacts;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.PagedTable;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Left the lists, in the middle the people, at the right the one that is chosen. */
final class ContactsView extends BorderPane {

    private static final double LEFT = 208;

    private final ContactsViewModel model;
    private final Ui ui;
    private final PagedTable<ContactRow> table;
    private final StackPane middle = new StackPane();
    private final HBox actBar = Space.row(8);
    private final VBox header = new VBox();
    private final ChangeListener<Filter> filterListener = (_, _, wanted) -> show(wanted);
    private final ChangeListener<Load.State<Optional<ContactsViewModel.Person>>> personListener = (_, _, _) -> person();

    ContactsView(ContactsViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.table = new PagedTable<>(ui.background());
        getStyleClass().add("page");
        setMinHeight(0);
        setLeft(Space.width(new Faces<>(ui, model.groups(), groups -> {
            head(groups);
            return new GroupsPane(model, ui, groups);
        }), LEFT));
        dressTable();
        var body = new VBox(12, searchRow(), Space.grow(middle), actBar);
        body.getStyleClass().add("page-body");
        body.setMinHeight(0);
        middle.setMinHeight(0);
        var center = new VBox(header, Space.grow(body));
        center.setMinHeight(0);
        center.setMinWidth(0);
        setCenter(center);
        header.getChildren().setAll(new PageHeader(ui.text("contacts.heading"), ""));
        model.filter.addListener(new WeakChangeListener<>(filterListener));
        model.person().state().addListener(new WeakChangeListener<>(personListener));
        show(model.filter.get());
    }

    private void head(ContactsViewModel.Groups groups) {
        header.getChildren().setAll(new PageHeader(ui.text("contacts.heading"),
                ui.text("contacts.numbers", "n", groups.everyone(), "lists", groups.lists().size()),
                Buttons.accent(ui.text("contacts.import"), Feather.UPLOAD, () -> ui.go(Place.IMPORT))));
        boolean nobody = groups.everyone() == 0;
        middle.getChildren().setAll(nobody
                ? new EmptyFace(Feather.USERS, ui.text("contacts.empty"), ui.text("contacts.empty-help"),
                        Buttons.plain(ui.text("contacts.import"), Feather.UPLOAD, () -> ui.go(Place.IMPORT)))
                : table);
        StackPane.setMargin(table, new Insets(0, -16, 0, -8));
    }

    private Node searchRow() {
        var search = new TextField(model.filter.get().words());
        search.setPromptText(ui.text("contacts.search"));
        search.textProperty().addListener((_, _, words) -> model.filter.set(model.filter.get().withWords(words.strip())));
        Space.width(search, 240);
        return Space.row(8, search);
    }

    private void dressTable() {
        var name = Columns.<ContactRow>text(ui.text("contacts.name"), 176, ContactRow::shownName);
        var company = Columns.<ContactRow>muted(ui.text("contacts.company"), 216, ContactRow::company);
        var address = Columns.<ContactRow>muted(ui.text("contacts.address"), 224, row -> row.address().written());
        var country = Columns.<ContactRow>muted(ui.text("contacts.country"), 88, ContactRow::country);
        var state = Columns.<ContactRow>chip(ui.text("contacts.state"), 136, row -> row.suppressed() == null ? null
                : new Columns.ChipWord(ui.text("contacts.do-not-write"), Feather.SLASH, "bounce"));
        var added = Columns.<ContactRow>hovered(ui.text("contacts.added"), 120, row -> new Columns.Hovered(ui.formats().when(row.addedAt()), ui.formats().full(row.addedAt())));
        table.getColumns().setAll(List.of(name, company, address, country, state, added));
        Tables.flex(table, company, address);
        Tables.dress(table);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.selectedRow().addListener((_, _, row) -> {
            acts();
            if (row != null) {
                model.open(row.id());
            }
        });
        table.getSelectionModel().getSelectedIndices().addListener((javafx.collections.ListChangeListener<Integer>) _ -> acts());
        acts();
    }

    private void show(Filter wanted) {
        table.show(model.rows(wanted));
    }

    /** What can be done with the chosen ones. */
    private void acts() {
        var chosen = table.chosen();
        actBar.setVisible(chosen.size() > 1);
        actBar.setManaged(chosen.size() > 1);
        if (chosen.size() > 1) {
            actBar.setMinHeight(48);
            actBar.getChildren().setAll(Words.strong(ui.text("contacts.chosen", "n", chosen.size())), lists(chosen),
                    Buttons.plain(ui.text("contacts.suppress"), Feather.SLASH, () -> suppress(chosen)));
        }
    }

    private MenuButton lists(List<ContactRow> chosen) {
        var menu = new MenuButton(ui.text("contacts.add-to-list"));
        var groups = model.groups().value();
        if (groups != null) {
            for (var list : groups.lists()) {
                var item = new MenuItem(list.name());
                item.setOnAction(_ -> model.addTo(list.name(), chosen, () -> ui.toasts().undoable(
                        ui.text("contacts.added-to", "n", chosen.size(), "list", list.name()), null, ui.text("contacts.undo"),
                        () -> model.takeFrom(list.name(), chosen, table::refresh))));
                menu.getItems().add(item);
            }
        }
        return menu;
    }

    private void suppress(List<ContactRow> chosen) {
        var open = chosen.stream().filter(row -> row.suppressed() == null).toList();
        model.suppress(open, () -> {
            table.refresh();
            ui.toasts().undoable(ui.text("contacts.suppressed", "n", open.size()), null, ui.text("contacts.undo"), () -> model.allow(open, table::refresh));
        });
    }

    private void person() {
        if (model.person().value() instanceof Optional<ContactsViewModel.Person> found && found.isPresent()) {
            ui.details().show(new PersonPanel(found.get(), ui));
        }
    }

    /** The page's margin, for the panes beside it. */
    static Insets margin() {
        return new Insets(20, 12, 20, 12);
    }
}
