package app.caravel.desktop.campaigns;

import java.util.EnumMap;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.incoming.MailFile;
import app.caravel.desktop.campaigns.NewCampaignViewModel.Show;
import app.caravel.desktop.kit.Dialogs.FileKind;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Faces;
import app.caravel.desktop.kit.FilterChip;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.MailPictures;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** How to begin: three cards, the templates below, the chosen one in a panel at the right. */
final class NewCampaignView extends BorderPane {

    private static final double CARD = 328;
    private static final double GAP = 24;
    /** A card narrower than this says its name only. */
    static final double NARROW = 240;
    private static final PseudoClass SLIM = PseudoClass.getPseudoClass("slim");

    private final NewCampaignViewModel model;
    private final Ui ui;
    private final MailPictures pictures = new MailPictures();
    private final EnumMap<Show, FilterChip> chips = new EnumMap<>(Show.class);
    private final VBox below = new VBox(16);
    private final FlowPane tiles = new FlowPane(16, GAP);
    private final PageHeader header;
    private final ChangeListener<Object> changed = (_, _, _) -> fill();
    private final ChangeListener<@Nullable Offer> opened = (_, _, offer) -> open(offer);

    NewCampaignView(NewCampaignViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        Sheets.wear(this);
        header = new PageHeader(ui.text("campaigns.new"), "");
        var page = new VBox(20, cards(), Space.column(12, heading(), filters()), below);
        page.getStyleClass().addAll("page-body", "begin");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(0);
        below.getChildren().setAll(new Faces<>(ui, model.offers, _ -> tiles));
        var left = new BorderPane(scroll);
        left.setTop(header);
        left.setMinSize(0, 0);
        setCenter(left);
        getChildren().add(pictures);
        setMinSize(0, 0);
        model.offers.state().addListener(new WeakChangeListener<>(changed));
        model.show.addListener(new WeakChangeListener<>(changed));
        model.search.addListener(new WeakChangeListener<>(changed));
        model.chosen.addListener(new WeakChangeListener<>(opened));
        Key.CLOSE.on(this, () -> model.chosen.set(null));
        fill();
        open(model.chosen.get());
    }

    private HBox cards() {
        return new HBox(GAP, card("letter", Feather.EDIT_2, true, model::plainLetter), card("designed", Feather.LAYOUT, false, model::designed),
                FromFileCard.around(card("file", Feather.FILE, false, this::chooseFile), this, model, ui));
    }

    private void chooseFile() {
        ui.dialogs().chooseFile(ui.text("templates.begin.file"), List.of(new FileKind(ui.text("templates.file.kind"), MailFile.PATTERNS)), model::fromFile);
    }

    private Button card(String which, Feather icon, boolean raised, Runnable act) {
        var title = Words.heading(ui.text("templates.begin." + which));
        var help = Words.wrapped(Words.small(ui.text("templates.begin." + which + ".help")));
        var words = Space.column(4, title, help);
        words.setMinWidth(0);
        var row = new HBox(14, Icons.of(icon, raised ? "accent-icon" : "muted"), Space.grow(words));
        var card = new Button();
        card.setGraphic(row);
        card.getStyleClass().setAll("button", "start-card", "group");
        if (raised) {
            card.getStyleClass().add("raised");
        }
        card.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        card.setAccessibleText(title.getText() + ". " + help.getText());
        row.prefWidthProperty().bind(card.widthProperty().subtract(40));
        card.setMinWidth(0);
        help.visibleProperty().bind(card.widthProperty().greaterThan(NARROW));
        help.managedProperty().bind(help.visibleProperty());
        card.widthProperty().subscribe(width -> card.pseudoClassStateChanged(SLIM, width.doubleValue() > 0 && width.doubleValue() <= NARROW));
        card.setPrefWidth(CARD);
        card.setMaxWidth(CARD);
        HBox.setHgrow(card, javafx.scene.layout.Priority.SOMETIMES);
        card.setOnAction(_ -> act.run());
        return card;
    }

    private HBox heading() {
        var search = Space.width(new TextField(), 240);
        search.setPromptText(ui.text("templates.search"));
        search.textProperty().bindBidirectional(model.search);
        Key.SEARCH_HERE.on(this, search::requestFocus);
        return Space.row(12, Words.heading(ui.text("templates.title")), Space.rest(), search);
    }

    private FlowPane filters() {
        var group = new ToggleGroup();
        for (var each : Show.values()) {
            var chip = new FilterChip(ui.text("templates.show." + each.name().toLowerCase(java.util.Locale.ROOT)));
            chip.setToggleGroup(group);
            chip.setSelected(each == model.show.get());
            chip.setOnAction(_ -> model.show.set(each));
            chips.put(each, chip);
        }
        var row = new FlowPane(8, 8, chips.values().toArray(Node[]::new));
        row.getStyleClass().add("filter-row");
        return row;
    }

    private void fill() {
        var people = model.people().get();
        header.sentence().setText(people.isEmpty() ? ui.text("templates.sentence") : ui.text("templates.sentence-to", "n", people.size()));
        int away = model.count(Show.ARCHIVED);
        var archived = chips.get(Show.ARCHIVED);
        if (archived != null) {
            archived.setVisible(away > 0);
            archived.setManaged(away > 0);
        }
        chips.forEach((show, chip) -> chip.setSelected(show == model.show.get()));
        pictures.stop();
        var fitting = model.fitting();
        if (!fitting.isEmpty()) {
            tiles.getChildren().setAll(fitting.stream().map(this::tile).toList());
            return;
        }
        tiles.getChildren().clear();
        if (model.offers.value() != null) {
            tiles.getChildren().setAll(empty());
        }
    }

    private Node empty() {
        var face = model.search.get().isBlank() && model.show.get() == Show.MINE
                ? new EmptyFace(Feather.BOOKMARK, ui.text("templates.none-mine"), ui.text("templates.none-mine.help"), null)
                : new EmptyFace(Feather.SEARCH, ui.text("campaigns.none-fits"), ui.text("campaigns.none-fits.help"), null);
        face.prefWidthProperty().bind(tiles.widthProperty());
        face.setMinHeight(240);
        return face;
    }

    private TemplateTile tile(Offer offer) {
        var tile = new TemplateTile(offer, model, ui);
        tile.marked(offer.equals(model.chosen.get()));
        tile.drawnBy(pictures);
        return tile;
    }

    private void open(@Nullable Offer offer) {
        setRight(offer == null ? null : new TemplatePanel(offer, model, ui));
        tiles.getChildren().stream().filter(TemplateTile.class::isInstance).map(TemplateTile.class::cast).forEach(tile -> tile.marked(tile.offer().equals(offer)));
    }
}
