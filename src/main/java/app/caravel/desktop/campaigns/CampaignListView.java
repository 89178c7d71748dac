package app.caravel.desktop.campaigns;

import java.util.EnumMap;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.desktop.campaigns.CampaignListViewModel.Item;
import app.caravel.desktop.campaigns.CampaignListViewModel.Row;
import app.caravel.desktop.campaigns.CampaignListViewModel.Show;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.FilterChip;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;

/** The campaign list: filters, rows in their groups. */
final class CampaignListView extends VBox {

    /** How long a deleted draft can be brought back. */
    private static final Duration UNDO_FOR = Duration.seconds(8);

    private final CampaignListViewModel model;
    private final Ui ui;
    private final ReadOnlyStringWrapper numbers = new ReadOnlyStringWrapper("");
    private final ListView<Item> list = new ListView<>();
    private final EnumMap<Show, FilterChip> chips = new EnumMap<>(Show.class);
    private final VBox body = new VBox();
    private final HBox filters;
    private final HBox heads;
    private final ChangeListener<Object> changed = (_, _, _) -> fill();

    CampaignListView(CampaignListViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        filters = filters();
        heads = CampaignCell.heads(ui);
        list.getStyleClass().add("campaign-list");
        list.setCellFactory(_ -> new CampaignCell(ui, this));
        list.setMinHeight(0);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 1 && event.getTarget() instanceof Node && chosen() != null) {
                open(chosen().of().campaign());
            }
        });
        Key.OPEN.on(list, () -> {
            if (chosen() != null) {
                open(chosen().of().campaign());
            }
        });
        body.setMinHeight(0);
        body.getStyleClass().add("page-body");
        Space.grow(body);
        var faces = Space.grow(new Faces<>(ui, model.rows, _ -> body));
        setMinHeight(0);
        getChildren().setAll(faces);
        model.items().addListener(new WeakChangeListener<>(changed));
        fill();
    }

    /** How many run, are planned and are done. */
    ReadOnlyStringProperty numbers() {
        return numbers.getReadOnlyProperty();
    }

    private HBox filters() {
        var group = new ToggleGroup();
        for (var each : Show.values()) {
            var chip = new FilterChip(ui.text("campaigns.show." + each.name().toLowerCase(java.util.Locale.ROOT)));
            chip.setToggleGroup(group);
            chip.setSelected(each == model.show.get());
            chip.setOnAction(_ -> model.show.set(each));
            chips.put(each, chip);
        }
        var search = Space.width(new TextField(model.search.get()), 240);
        search.setPromptText(ui.text("campaigns.search"));
        search.textProperty().bindBidirectional(model.search);
        Key.SEARCH_HERE.on(this, search::requestFocus);
        var row = Space.row(8, FilterChip.row(chips.values().toArray(FilterChip[]::new)), Space.rest(), search);
        row.setMinHeight(32);
        return row;
    }

    private @org.jspecify.annotations.Nullable Row chosen() {
        return list.getSelectionModel().getSelectedItem() instanceof Row row ? row : null;
    }

    private int in(CampaignState state) {
        var rows = model.rows.value();
        return rows == null ? 0 : (int) rows.stream().filter(row -> row.of().campaign().state() == state).count();
    }

    private void fill() {
        var counts = model.counts().get();
        chips.forEach((show, chip) -> chip.setCount(ui.formats().number(counts.getOrDefault(show, 0))));
        int all = counts.getOrDefault(Show.ALL, 0);
        int away = counts.getOrDefault(Show.ARCHIVED, 0);
        var archived = java.util.Objects.requireNonNull(chips.get(Show.ARCHIVED));
        archived.setVisible(away > 0 || model.show.get() == Show.ARCHIVED);
        archived.setManaged(archived.isVisible());
        numbers.set(all == 0 && away == 0 ? "" : ui.text("campaigns.numbers", "running", in(CampaignState.RUNNING), "paused", in(CampaignState.PAUSED),
                "planned", counts.getOrDefault(Show.PLANNED, 0), "done", counts.getOrDefault(Show.DONE, 0)));
        var items = model.items().get();
        if (all == 0 && away == 0 && model.rows.value() != null) {
            body.getChildren().setAll(Space.grow(new EmptyFace(Feather.SEND, ui.text("campaigns.empty"), ui.text("campaigns.empty.help"),
                    Buttons.plain(ui.text("campaigns.new"), Feather.PLUS, () -> ui.go(Place.NEW_CAMPAIGN)))));
            return;
        }
        Node below = list;
        if (items.isEmpty()) {
            below = Space.grow(new EmptyFace(Feather.SEARCH, ui.text("campaigns.none-fits"), ui.text("campaigns.none-fits.help"),
                    Buttons.plain(ui.text("campaigns.clear"), null, this::clear)));
        }
        int at = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(items);
        if (at >= 0 && at < items.size()) {
            list.getSelectionModel().select(at);
        }
        VBox.setVgrow(list, javafx.scene.layout.Priority.ALWAYS);
        VBox.setMargin(heads, new javafx.geometry.Insets(12, 0, 0, 0));
        VBox.setMargin(list, new javafx.geometry.Insets(0, -16, -24, -8));
        var wanted = List.of(filters, heads, below);
        if (!body.getChildren().equals(wanted)) {
            body.getChildren().setAll(wanted);
        }
    }

    private void clear() {
        model.search.set("");
        model.show.set(Show.ALL);
        chips.forEach((each, chip) -> chip.setSelected(each == Show.ALL));
    }

    void open(Campaign campaign) {
        ui.go(campaign.state().isEditable() ? Place.campaignStep(campaign.id(), "") : Place.campaign(campaign.id()));
    }

    void copy(Campaign campaign) {
        model.copy(campaign, this::open);
    }

    void pause(Campaign campaign) {
        model.pause(campaign);
    }

    void resume(Campaign campaign) {
        model.resume(campaign);
    }

    void rename(Campaign draft) {
        new NameBox(ui, ui.text("campaigns.rename"), ui.text("templates.name"), draft.name(), name -> model.rename(draft, name)).show();
    }

    void archive(Campaign campaign, boolean away) {
        model.archive(campaign, away);
        if (away) {
            ui.toasts().undoable(ui.text("campaigns.archived", "name", campaign.name()), null, ui.text("kit.undo"), () -> model.archive(campaign, false));
        }
    }

    void saveAsTemplate(Campaign campaign) {
        new NameBox(ui, ui.text("campaigns.save-template"), ui.text("templates.name"), campaign.name(), name -> model.saveAsTemplate(campaign, name,
                kept -> ui.toasts().done(ui.text("templates.saved", "name", kept.name()), ui.text("templates.saved.help"), ui.text("campaigns.open"), () -> ui.go(Place.NEW_CAMPAIGN)))).show();
    }

    void delete(Campaign draft) {
        model.delete(draft);
        ui.toasts().undoable(ui.text("campaigns.deleted", "name", draft.name()), null, ui.text("kit.undo"), () -> model.bringBack(draft));
        var later = new PauseTransition(UNDO_FOR);
        later.setOnFinished(_ -> model.deleteForGood(draft));
        later.play();
    }
}
