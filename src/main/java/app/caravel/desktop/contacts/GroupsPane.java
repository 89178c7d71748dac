package app.caravel.desktop.contacts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.Filter;
import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Tag;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Everyone, the segments, the lists, and who is not to be written to. */
final class GroupsPane extends StackPane {

    private final ContactsViewModel model;
    private final Ui ui;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<ToggleButton, Filter> items = new LinkedHashMap<>();
    private final Map<ToggleButton, Long> tags = new LinkedHashMap<>();
    private final ChangeListener<Filter> listener = (_, _, now) -> {
        items.forEach((item, filter) -> item.setSelected(isOf(filter, now)));
        tags.forEach((item, tag) -> item.setSelected(Objects.equals(tag, now.tagId())));
    };

    GroupsPane(ContactsViewModel model, Ui ui, ContactsViewModel.Groups groups) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("side-left");
        var column = new VBox(2);
        column.setPadding(ContactsView.margin());
        column.getChildren().add(item(Feather.USERS, ui.text("contacts.everyone"), groups.everyone(), Filter.EVERYONE));
        column.getChildren().add(item(Feather.STAR, ui.text("contacts.new-this-week"), groups.newOnes(), groups.thisWeek()));
        column.getChildren().add(companies(groups.companies()));
        column.getChildren().add(duplicates());
        column.getChildren().add(segmentsHead());
        groups.segments().forEach(each -> column.getChildren().add(item(Feather.FILTER, each.segment().name(), each.count(), each.filter())));
        if (!groups.lists().isEmpty()) {
            column.getChildren().add(listsHead(groups.lists().size()));
        }
        groups.lists().forEach(list -> column.getChildren().add(item(Feather.LIST, list.name(), list.size(), Filter.ofList(list.id()))));
        var worn = groups.tags().stream().filter(tag -> tag.size() > 0).toList();
        if (!worn.isEmpty()) {
            column.getChildren().add(head(ui.text("person.tags")));
        }
        worn.forEach(tag -> column.getChildren().add(tag(tag)));
        column.getChildren().add(head(ui.text("contacts.not-to-be-written-to")));
        column.getChildren().add(place(Feather.SLASH, ui.text("suppression.whole-list"), groups.suppressed().values().stream().mapToInt(Integer::intValue).sum(), Place.SUPPRESSION));
        for (var reason : groups.suppressed().keySet()) {
            column.getChildren().add(place(icon(reason), ui.text("suppression.reason-" + reason.textKey()), groups.suppressed().getOrDefault(reason, 0), Place.suppression(reason.key())));
        }
        model.filter.addListener(new WeakChangeListener<>(listener));
        var scroll = new ScrollPane(column);
        scroll.setFitToWidth(true);
        getChildren().add(scroll);
    }

    private static boolean isOf(Filter group, Filter now) {
        return Objects.equals(now.listId(), group.listId()) && Objects.equals(now.matching(), group.matching()) && now.suppressed() == group.suppressed() && (now.addedSince() == null) == (group.addedSince() == null);
    }

    /** Leads to who may be here twice. How many that are takes a look at everybody, and is told there. */
    private Node duplicates() {
        var button = new Button();
        button.getStyleClass().setAll("rail-item");
        var word = Words.han(Words.muted(ui.text("duplicates.find")));
        word.setMinWidth(0);
        var row = Space.row(10, Icons.of(Feather.COPY), Space.grow(word));
        row.setPrefWidth(160);
        button.setGraphic(row);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> ui.go(Place.DUPLICATES));
        return button;
    }

    /** Leads to the page of companies. */
    private Node companies(int count) {
        var button = new Button();
        button.getStyleClass().setAll("rail-item");
        button.setGraphic(inside(Feather.BRIEFCASE, ui.text("company.companies"), count));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> ui.go(Place.COMPANIES));
        return button;
    }

    private HBox inside(Feather icon, String name, int count) {
        var word = Words.han(Words.muted(name));
        word.setMinWidth(0);
        var number = Words.of(ui.formats().number(count), "count", "subtle");
        number.setMinWidth(javafx.scene.control.Label.USE_PREF_SIZE);
        HBox.setMargin(number, new javafx.geometry.Insets(0, 0, 0, -6)); // a hundred thousand beside words
        var row = Space.row(10, Icons.of(icon), Space.grow(word), number);
        row.setMinWidth(0);
        row.setPrefWidth(160);
        return row;
    }

    private Node segmentsHead() {
        var anew = Buttons.flatIcon(ui.text("segment.new"), Feather.PLUS, () -> ui.go(Place.NEW_SEGMENT), "small");
        var head = Space.row(8, Words.small(ui.text("segment.segments")), Space.rest(), anew);
        VBox.setMargin(head, new javafx.geometry.Insets(16, 4, 2, 8));
        return head;
    }

    private Node listsHead(int lists) {
        var combine = Buttons.flatIcon(ui.text("paste.combine"), Feather.LAYERS, () -> new ListActs(model, ui).combine(), "small");
        combine.setVisible(lists > 1);
        var head = Space.row(8, Words.small(ui.text("contacts.lists")), Space.rest(), combine);
        VBox.setMargin(head, new javafx.geometry.Insets(16, 4, 2, 8));
        return head;
    }

    private Node head(String words) {
        var head = Words.small(words);
        VBox.setMargin(head, new javafx.geometry.Insets(20, 0, 6, 8));
        return head;
    }

    /** Leads to a screen of its own. */
    private Node place(Feather icon, String name, int count, Place place) {
        var button = button(icon, name, count);
        button.setOnAction(_ -> {
            button.setSelected(false);
            ui.go(place);
        });
        return button;
    }

    private ToggleButton button(Feather icon, String name, int count) {
        var button = new ToggleButton();
        button.getStyleClass().setAll("rail-item");
        button.setGraphic(inside(icon, name, count));
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private Node item(Feather icon, String name, int count, Filter filter) {
        var button = button(icon, name, count);
        button.setToggleGroup(group);
        var now = model.filter.get();
        button.setSelected(isOf(filter, now));
        items.put(button, filter);
        mark(button);
        button.selectedProperty().addListener((_, _, _) -> mark(button));
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.filter.set(model.filter.get().withList(filter.listId()).withSuppressed(filter.suppressed()).withAddedSince(filter.addedSince())
                    .matching(filter.matching()));
        });
        return button;
    }

    /** Narrows whatever shows to those who wear it; pressed again it lets all of them show. */
    private Node tag(Tag tag) {
        var button = button(Feather.TAG, tag.name(), tag.size());
        tags.put(button, tag.id());
        button.setSelected(Objects.equals(model.filter.get().tagId(), tag.id()));
        mark(button);
        button.selectedProperty().addListener((_, _, _) -> mark(button));
        button.setOnAction(_ -> model.filter.set(model.filter.get().withTag(button.isSelected() ? tag.id() : null)));
        return button;
    }

    private static Feather icon(SuppressionReason reason) {
        return switch (reason) {
            case UNSUBSCRIBED -> Feather.USER_X;
            case HARD_BOUNCE -> Feather.X_CIRCLE;
            case COMPLAINT -> Feather.SLASH;
            case MANUAL -> Feather.USER_MINUS;
            case IMPORTED -> Feather.FILE_TEXT;
            case OWN_DOMAIN -> Feather.HOME;
            case COMPETITOR -> Feather.FLAG;
            case ERASED -> Feather.TRASH_2;
        };
    }

    private static void mark(ToggleButton button) {
        button.getStyleClass().remove("current");
        if (button.isSelected()) {
            button.getStyleClass().add("current");
        }
    }
}
