package app.caravel.desktop.contacts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.ContactList;
import app.caravel.contact.imports.PastedFile;
import app.caravel.contact.imports.Target;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Choices;
import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Left what was read, each field to be corrected; at the right the text it was read from. */
final class PasteView extends BorderPane {

    private static final double SIDE = 400;
    private static final double FORM = 720;

    private final PasteViewModel model;
    private final Ui ui;
    private final StackPane known = new StackPane();
    private final ComboBox<String> list = new ComboBox<>();
    private final Button rows;
    private final Button save;
    private final Field address;
    private final Field country;
    private final InvalidationListener looks = _ -> look();
    private final InvalidationListener names = _ -> head();
    private final InvalidationListener listsRead = _ -> lists();

    PasteView(PasteViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().addAll("page", "paste-view");
        setMinHeight(0);
        rows = Buttons.plain(ui.text("paste.as-rows"), Feather.LIST, () -> PasteScreen.rows(ui, model, model.text.get()));
        save = Buttons.accent(ui.text("paste.add"), Feather.USER_PLUS, this::save);
        var header = new PageHeader(ui.text("paste.heading"), ui.text("paste.sentence"), rows, Buttons.plain(ui.text("kit.cancel"), null, () -> ui.navigator().back()), save);
        address = field("contacts.address", model.address);
        var countries = Choices.countries(ui, model.country.get());
        countries.valueProperty().bindBidirectional(model.country);
        country = new Field(ui.text("contacts.country"), countries);
        list.setEditable(true);
        list.setId("paste-list");
        if (model.list.get().isBlank()) {
            model.list.set(ui.text("paste.list-name"));
        }
        list.setValue(model.list.get());
        list.getEditor().textProperty().bindBidirectional(model.list);
        var note = new TextArea();
        note.setPrefRowCount(3);
        note.setWrapText(true);
        note.textProperty().bindBidirectional(model.note);
        var into = new Field(ui.text("paste.into"), list);
        var form = new VBox(16, known,
                pair(field("contacts.field-name", model.name), field("contacts.field-role", model.role)),
                pair(field("contacts.company", model.company), address),
                pair(field("contacts.phone", model.phones), field("paste.site", model.site)),
                pair(field("contacts.field-city", model.city), country),
                pair(field("paste.postal", model.postal), into),
                new Field(ui.text("paste.rest"), note).help(ui.text("paste.rest-help")));
        form.setMaxWidth(FORM);
        form.setPadding(new Insets(0, 24, 24, 24));
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        var center = new VBox(header, Space.grow(scroll));
        center.setMinSize(0, 0);
        setCenter(center);
        setRight(new HBox(Space.verticalLine(), Space.width(pasted(), SIDE)));
        model.outlook().addListener(new WeakInvalidationListener(looks));
        model.address.addListener(new WeakInvalidationListener(looks));
        model.country.addListener(new WeakInvalidationListener(looks));
        model.list.addListener(new WeakInvalidationListener(names));
        model.lists().state().addListener(new WeakInvalidationListener(listsRead));
        lists();
        look();
    }

    private Field field(String label, StringProperty value) {
        var text = new TextField();
        text.textProperty().bindBidirectional(value);
        return new Field(ui.text(label), text);
    }

    private static HBox pair(Node left, Node right) {
        for (var each : List.of(left, right)) {
            ((javafx.scene.layout.Region) each).setMinWidth(0);
            ((javafx.scene.layout.Region) each).setPrefWidth(240);
            Space.grow(each);
        }
        return new HBox(16, left, right);
    }

    private VBox pasted() {
        var text = new TextArea();
        text.setId("pasted-text");
        text.setWrapText(true);
        text.setPromptText(ui.text("paste.prompt"));
        text.textProperty().bindBidirectional(model.text);
        var side = new VBox(8, Words.heading(ui.text("paste.original")), Space.grow(text), Words.wrapped(Words.help(ui.text("paste.original-help"))));
        side.getStyleClass().add("details");
        side.setPadding(new Insets(24, 20, 20, 20));
        return side;
    }

    private void lists() {
        var all = model.lists().value();
        var typed = model.list.get();
        list.getItems().setAll(all == null ? List.of() : all.stream().map(ContactList::name).toList());
        list.setValue(typed); // a box forgets what was typed when it gets other items
    }

    private void look() {
        address.wrong(model.hasAddress() || model.text.get().isBlank() ? null : ui.text(model.address.get().isBlank() ? "paste.no-address" : "paste.bad-address"));
        country.help(model.countryIsGuessed() ? ui.text("paste.country-guessed") : "");
        var outlook = model.outlook().get();
        var merge = outlook == null ? null : outlook.merge();
        known.getChildren().clear();
        if (merge != null) {
            var who = merge.name() == null ? merge.address() : merge.name();
            var what = merge.changes().stream().map(change -> word(change.what())).distinct().collect(Collectors.joining(ui.text("paste.and-comma")));
            var sentence = Words.wrapped(Words.body(merge.changes().isEmpty() ? ui.text("paste.known-same", "who", who) : ui.text("paste.known", "who", who, "what", what)));
            sentence.setMinWidth(0);
            var box = Space.styled(Space.row(12, Icons.of(Feather.USER_CHECK, "accent"), Space.grow(sentence),
                    Buttons.small(ui.text("paste.open"), null, () -> ui.go(Place.contact(merge.contactId())))), "group", "import-file");
            known.getChildren().setAll(box);
        }
        known.setManaged(merge != null);
        head();
    }

    private String word(Target target) {
        return switch (target) {
            case Target.Own own -> ui.text("contacts.field-" + own.field().key().replace('_', '-')).toLowerCase(Locale.ROOT);
            case Target.Attribute(var name) -> beside(name).toLowerCase(Locale.ROOT);
            case Target.LeftOut _ -> "";
        };
    }

    private String beside(String name) {
        return switch (name) {
            case PastedFile.WEBSITE -> ui.text("paste.site");
            case PastedFile.POSTAL -> ui.text("paste.postal");
            case PastedFile.NOTE -> ui.text("paste.note");
            case PastedFile.OTHER_PHONES -> ui.text("paste.other-phones");
            default -> name;
        };
    }

    private void head() {
        var outlook = model.outlook().get();
        boolean isKnown = outlook != null && !outlook.isNew();
        save.setText(ui.text(isKnown ? "paste.fill" : "paste.add"));
        save.setDisable(!model.hasAddress() || model.list.get().isBlank());
        rows.setDisable(model.text.get().isBlank());
    }

    private void save() {
        var who = model.name.get().isBlank() ? model.address.get() : model.name.get();
        var into = model.list.get().strip();
        model.save(PasteScreen.name(ui, "paste.person-file"), saved -> {
            ui.navigator().instead(Place.CONTACTS);
            ui.toasts().undoable(ui.text(saved.added() ? "paste.added" : "paste.filled", "who", who), ui.text("paste.into-list", "list", into), ui.text("contacts.undo"),
                    () -> saved.undo().accept(_ -> ui.go(Place.CONTACTS)));
        });
    }
}
