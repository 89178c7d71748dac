package app.caravel.desktop.contacts;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.ContactRow;
import app.caravel.contact.Filter;
import app.caravel.contact.Filter.Order;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.ColumnChoice;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.PagedTable;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;

/** The people, sorted by any column, chosen by ticks or keys; one chosen row opens its panel, several bring up the acts. */
final class ContactsTable extends VBox {

    /** From these widths on there is room for when they were added, and for mail addresses too. */
    private static final double MEDIUM = 680;

    private static final double WIDE = 820;

    /** What the id of a column of the people's own files begins with, before its header. */
    private static final String OWN = "own:";

    private final ContactsViewModel model;
    private final Ui ui;
    private final PagedTable<ContactRow> table;
    private final TickColumn ticks;
    private final ColumnChoice<@Nullable ContactRow> choice;
    private final InvalidationListener headers = _ -> headers();
    private final ActBar bar;
    private boolean ticking;
    private boolean looking;

    ContactsTable(ContactsViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        this.table = new PagedTable<>(ui.background());
        this.ticks = new TickColumn(table, ui.text("contacts.choose-everyone"), () -> ticking = true);
        this.choice = new ColumnChoice<>(ui, table, List.of(ticks));
        this.bar = new ActBar(new PeopleActs(model, ui), ui, this::chooseAll, this::letGo);
        setMinHeight(0);
        table.getStyleClass().add("contacts-table");
        columns();
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.selectedRow().addListener((_, _, _) -> look());
        table.getSelectionModel().getSelectedIndices().addListener((ListChangeListener<Integer>) _ -> look());
        table.onOpen(row -> ui.go(Place.person(row.id())));
        table.onSort(sort -> model.filter.set(sort == null ? model.filter.get().orderedBy(Order.NAME, false) : ordered(sort)));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && bar.isVisible()) {
                letGo();
                event.consume();
            }
        });
        getChildren().setAll(Space.grow(choice), bar);
        VBox.setMargin(bar, new javafx.geometry.Insets(8, 16, 0, 8));
    }

    PagedTable<ContactRow> table() {
        return table;
    }

    private void columns() {
        var name = sorted(Order.NAME, Columns.<ContactRow>text(ui.text("contacts.name"), 152, ContactRow::shownName));
        var company = sorted(Order.COMPANY, Columns.<ContactRow>muted(ui.text("contacts.company"), 168, ContactRow::company));
        var address = sorted(Order.ADDRESS, Columns.<ContactRow>muted(ui.text("contacts.address"), 216, row -> row.address().written()));
        var country = sorted(Order.COUNTRY, Columns.<ContactRow>muted(ui.text("contacts.country"), 104, row -> row.country() == null ? null : ui.formats().country(row.country())));
        var state = sorted(Order.STATE, Columns.<ContactRow>chip(ui.text("contacts.state"), 112, row -> row.suppressed() == null ? null
                : new Columns.ChipWord(ui.text("contacts.do-not-write"), Feather.SLASH, "bounce")));
        var added = sorted(Order.ADDED, Columns.<ContactRow>hovered(ui.text("contacts.added"), 128,
                row -> new Columns.Hovered(ui.formats().when(row.addedAt()), ui.formats().full(row.addedAt()))));
        var role = sorted(Order.ROLE, Columns.<ContactRow>muted(ui.text("contacts.field-role"), 144, ContactRow::role));
        var city = sorted(Order.CITY, Columns.<ContactRow>muted(ui.text("contacts.field-city"), 112, ContactRow::city));
        var phone = sorted(Order.PHONE, Columns.<ContactRow>muted(ui.text("contacts.phone"), 136, ContactRow::phone));
        var language = sorted(Order.LANGUAGE, Columns.<ContactRow>muted(ui.text("contacts.language"), 104, row -> row.language() == null ? null : Choices.language(ui, row.language())));
        var stage = sorted(Order.STAGE, Columns.<ContactRow>muted(ui.text("person.stage"), 104, row -> row.stage() == null ? null : ui.text("person.stage-" + row.stage().key().replace('_', '-'))));
        var tags = Columns.<ContactRow>muted(ui.text("person.tags"), 128, row -> String.join(ui.text("story.comma"), row.tags()));
        name.setMinWidth(120);
        company.setMinWidth(96);
        choice.column("name", name, 0).column("company", company, 0).column("address", address, WIDE).column("role", role, ColumnChoice.WHEN_CHOSEN).column("country", country, 0)
                .column("city", city, ColumnChoice.WHEN_CHOSEN).column("phone", phone, ColumnChoice.WHEN_CHOSEN).column("language", language, ColumnChoice.WHEN_CHOSEN).column("stage", stage, ColumnChoice.WHEN_CHOSEN)
                .column("tags", tags, ColumnChoice.WHEN_CHOSEN).column("state", state, 0)
                .column("added", added, MEDIUM);
        choice.begin(model::columns, model::keepColumns);
        Tables.flex(table, name, company, address);
        model.headers().state().addListener(new WeakInvalidationListener(headers));
        headers();
    }

    private void headers() {
        var known = model.headers().value();
        choice.further(known == null ? List.of() : known, header -> {
            var column = Columns.<ContactRow>muted(header, 128, row -> row.attributes().get(header));
            column.setId(OWN + header);
            return column;
        });
    }

    private Filter ordered(PagedTable.Sort sort) {
        var now = model.filter.get();
        return sort.column().startsWith(OWN) ? now.orderedByAttribute(sort.column().substring(OWN.length()), !sort.ascending())
                : now.orderedBy(Order.valueOf(sort.column().toUpperCase(Locale.ROOT)), !sort.ascending());
    }

    private static TableColumn<ContactRow, ContactRow> sorted(Order order, TableColumn<ContactRow, ContactRow> column) {
        column.setId(order.name().toLowerCase(Locale.ROOT));
        return column;
    }

    private void chooseAll() {
        ticking = true;
        table.getSelectionModel().selectAll();
    }

    void letGo() {
        table.getSelectionModel().clearSelection();
        table.requestFocus();
    }

    /** Looks once for many changes: choosing all tells of each row. */
    private void look() {
        if (!looking) {
            looking = true;
            Platform.runLater(() -> {
                looking = false;
                looked();
            });
        }
    }

    private void looked() {
        var places = List.copyOf(table.getSelectionModel().getSelectedIndices());
        int all = Math.max(0, table.countProperty().get());
        model.choose(places, table::held, all);
        ticks.show(places.size(), all);
        if (places.isEmpty()) {
            ticking = false;
        }
        if (places.size() > 1 || ticking) {
            ui.details().close();
            bar.show(model.chosen().get(), all);
        } else {
            bar.hide();
            @Nullable ContactRow row = places.isEmpty() ? null : table.held(places.getFirst());
            if (row != null) {
                model.open(row.id());
            }
        }
    }
}
