package app.caravel.desktop.campaigns;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.campaigns.CampaignPageViewModel.Numbers;
import app.caravel.desktop.campaigns.CampaignPageViewModel.Person;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.ColumnChoice;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.FilterChip;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Load;
import app.caravel.desktop.kit.PagedTable;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.story.StoryWords;
import app.caravel.report.RecipientFilter;
import app.caravel.report.RecipientRow;

/** The recipients: filters with their counts, a search, and the table; who is chosen shows in the details panel. */
final class RecipientsPart extends VBox {

    /** Filters that show even when they hold nobody. */
    private static final Set<RecipientFilter> ALWAYS = Set.of(RecipientFilter.ALL, RecipientFilter.CLICKED, RecipientFilter.OPENED, RecipientFilter.NO_SIGN);
    private static final double WIDE = 940;
    private static final int ABOVE = 2;

    private final CampaignPageViewModel model;
    private final Ui ui;
    private final PagedTable<RecipientRow> table;
    private final ColumnChoice<@Nullable RecipientRow> choice;
    private final EnumMap<RecipientFilter, FilterChip> chips = new EnumMap<>(RecipientFilter.class);
    private final FlowPane filters = new FlowPane(8, 8);
    private final TextField search = new TextField();
    private final HBox searchBox = new HBox();
    private final FilterChip product = new FilterChip("");
    private final InvalidationListener read = _ -> panel();
    private final InvalidationListener pointed = _ -> point();
    private final InvalidationListener chosen = _ -> product();
    private final HeldBand held;
    private final FailedBand failed;
    private @Nullable Long about;

    RecipientsPart(CampaignPageViewModel model, Ui ui) {
        super(8);
        this.model = model;
        this.ui = ui;
        setMinHeight(0);
        getStyleClass().add("recipients");
        table = new PagedTable<>(ui.background());
        choice = new ColumnChoice<>(ui, table, List.of());
        columns();
        filters();
        product.setOnAction(_ -> model.product.set("")); // pressed once more it lets go
        product.managedProperty().bind(product.visibleProperty());
        filters.getChildren().add(product);
        product();
        HBox.setHgrow(filters, Priority.ALWAYS);
        filters.setMinWidth(0);
        filters.prefWrapLengthProperty().bind(widthProperty().subtract(searchBox.widthProperty()).subtract(8));
        searchBox.getChildren().setAll(Buttons.flatIcon(ui.text("campaigns.search-people"), Feather.SEARCH, this::openSearch));
        search.setPromptText(ui.text("campaigns.search-people"));
        Space.width(search, 200);
        search.textProperty().addListener((_, _, words) -> {
            model.search.set(words);
            reload();
        });
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                search.clear();
                searchBox.getChildren().setAll(Buttons.flatIcon(ui.text("campaigns.search-people"), Feather.SEARCH, this::openSearch));
                table.requestFocus();
                event.consume();
            }
        });
        Key.SEARCH_HERE.on(this, this::openSearch);
        var row = new HBox(8, filters, searchBox);
        held = new HeldBand(model, ui);
        failed = new FailedBand(model, ui);
        getChildren().setAll(row, held, failed, Tables.pulledOut(choice));
        VBox.setVgrow(choice, Priority.ALWAYS);
        table.selectedRow().addListener((_, _, row2) -> {
            if (row2 != null) {
                model.choose(row2);
            }
        });
        model.person.state().addListener(new WeakInvalidationListener(read));
        model.product.addListener(new WeakInvalidationListener(chosen));
        model.pointed().addListener(new WeakInvalidationListener(pointed));
        table.countProperty().addListener((_, _, _) -> Platform.runLater(this::point)); // the table begins at its top first
    }

    private void openSearch() {
        searchBox.getChildren().setAll(search);
        search.requestFocus();
    }

    private void columns() {
        var person = Columns.<RecipientRow>text(ui.text("campaigns.table.person"), 168, RecipientRow::shownName);
        var company = Columns.<RecipientRow>muted(ui.text("campaigns.table.company"), 200, RecipientRow::company);
        var country = Columns.<RecipientRow>muted(ui.text("campaigns.table.country"), 72, RecipientRow::country);
        var state = Columns.<RecipientRow>iconWord(ui.text("campaigns.table.state"), 116, row -> row.unsubscribed()
                ? new Columns.IconWord(Feather.SLASH, "bounce", ui.text("story.unsubscribed")) : StoryWords.message(ui, row.state()));
        var readBy = Columns.<RecipientRow>chip(ui.text("campaigns.table.read-by"), 116, row -> StoryWords.verdict(ui, row.readBy()));
        var first = Columns.<RecipientRow>hovered(ui.text("campaigns.table.first-opened"), 116, row -> row.firstOpened() == null ? null
                : new Columns.Hovered(ui.formats().when(row.firstOpened()), ui.formats().full(row.firstOpened())));
        var views = Columns.<RecipientRow>number(ui.text("campaigns.table.views"), 64, row -> row.views() == 0 ? null : ui.formats().number(row.views()));
        var clicks = Columns.<RecipientRow>number(ui.text("campaigns.table.clicks"), 64, row -> row.clicks() == 0 ? null : ui.formats().number(row.clicks()));
        choice.column("person", person, 0).column("company", company, WIDE).column("country", country, 0).column("state", state, 0).column("read-by", readBy, 0)
                .column("first-opened", first, 0).column("views", views, 0).column("clicks", clicks, 0);
        person.setMinWidth(140);
        choice.begin(model::columns, model::keepColumns);
        Tables.flex(table, person, company);
    }

    private void filters() {
        var group = new ToggleGroup();
        for (var each : RecipientFilter.values()) {
            var chip = new FilterChip(ui.text("campaigns.filter." + each.name().toLowerCase(Locale.ROOT).replace('_', '-')));
            chip.setToggleGroup(group);
            chip.setSelected(each == model.filter.get());
            chip.setOnAction(_ -> {
                model.filter.set(each);
                reload();
            });
            chip.managedProperty().bind(chip.visibleProperty());
            chips.put(each, chip);
            filters.getChildren().add(chip);
        }
    }

    private void product() {
        var item = model.product.get();
        product.setText(ui.text("campaigns.clicked-product", "item", item));
        product.setVisible(!item.isEmpty());
        product.setSelected(true);
        reload();
    }

    /** Other numbers: counts and rows are read anew; another campaign begins at its first row. */
    void about(Numbers numbers) {
        if (model.filter.get() == RecipientFilter.HELD && numbers.counts().getOrDefault(RecipientFilter.HELD, 0) == 0) {
            model.filter.set(RecipientFilter.ALL); // its chip is gone with the last one let go
            chips.forEach((filter, chip) -> chip.setSelected(filter == RecipientFilter.ALL));
            reload();
        }
        held.about(numbers.campaign());
        failed.about(numbers.campaign());
        chips.forEach((filter, chip) -> {
            int count = numbers.counts().getOrDefault(filter, 0);
            chip.setCount(ui.formats().number(count));
            chip.setVisible(count > 0 || ALWAYS.contains(filter));
        });
        if (Long.valueOf(numbers.campaign().id()).equals(about)) {
            table.refresh();
        } else {
            about = numbers.campaign().id();
            search.setText("");
            chips.forEach((filter, chip) -> chip.setSelected(filter == model.filter.get()));
            reload();
        }
    }

    private void reload() {
        table.show(model.recipients());
    }

    /** Chooses a row, as a click would. */
    void choose(int index) {
        table.getSelectionModel().clearAndSelect(index);
    }

    /** Brings the row that the report points at into view, with some of those above it, and chooses it. */
    private void point() {
        var at = model.pointed().get();
        if (at != null && at < table.getItems().size()) {
            table.scrollTo(Math.max(0, at - ABOVE));
            choose(at);
        }
    }

    private void panel() {
        if (model.person.state().get() instanceof Load.Ready<Person>(var person) && getScene() != null) {
            ui.details().show(new PersonPanel(person, model, ui));
        }
    }
}
