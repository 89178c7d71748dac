package app.caravel.desktop.compose;

import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.campaign.CampaignState;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Key;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The drafts, to go on with one or begin another. */
final class DraftList extends BorderPane {

    /** How long a deleted draft can be brought back. */
    private static final Duration UNDO_FOR = Duration.seconds(8);
    private static final double MENU = 40;

    private final List<Campaign> drafts;
    private final DraftActs acts;
    private final Ui ui;
    private final VBox rows = new VBox();

    DraftList(List<Campaign> drafts, DraftActs acts, Ui ui) {
        this.drafts = drafts;
        this.acts = acts;
        this.ui = ui;
        var begin = Buttons.accent(ui.text("compose.new"), Feather.EDIT_2, () -> ui.go(Place.NEW_CAMPAIGN));
        var products = Buttons.plain(ui.text("products.heading"), Feather.PACKAGE, () -> ui.go(Place.PRODUCTS));
        setMinHeight(0);
        if (drafts.isEmpty()) {
            setTop(new PageHeader(ui.text("compose.heading"), "", products));
            setCenter(new EmptyFace(Feather.EDIT_2, ui.text("compose.empty"), ui.text("compose.empty-help"), begin));
            return;
        }
        var search = Space.width(new TextField(), 240);
        search.setPromptText(ui.text("compose.search"));
        search.textProperty().addListener((_, _, words) -> fill(words));
        Key.SEARCH_HERE.on(this, search::requestFocus);
        setTop(new PageHeader(ui.text("compose.heading"), ui.text("compose.drafts", "n", drafts.size()), search, products, begin));
        rows.getStyleClass().add("group");
        fill("");
        var page = new VBox(rows);
        page.getStyleClass().add("page-body");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
    }

    private void fill(String words) {
        var sought = words.strip().toLowerCase(Locale.ROOT);
        rows.getChildren().clear();
        for (var draft : drafts) {
            if ((draft.name() + "\n" + draft.subject()).toLowerCase(Locale.ROOT).contains(sought)) {
                if (!rows.getChildren().isEmpty()) {
                    rows.getChildren().add(Space.line());
                }
                rows.getChildren().add(row(draft));
            }
        }
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(new EmptyFace(Feather.SEARCH, ui.text("campaigns.none-fits"), ui.text("campaigns.none-fits.help"), null));
        }
    }

    private StackPane row(Campaign draft) {
        var name = Words.han(Words.strong(draft.name()));
        var subject = Words.han(Words.small(draft.subject().isBlank() ? ui.text("campaigns.no-subject") : draft.subject()));
        name.setMinWidth(0);
        subject.setMinWidth(0);
        var words = Space.column(2, name, subject);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        var row = new Button();
        var line = Space.row(16, Space.grow(words), Words.small(ui.formats().ago(draft.changedAt())));
        line.setPadding(new javafx.geometry.Insets(0, MENU, 0, 0));
        row.setGraphic(line);
        line.prefWidthProperty().bind(row.widthProperty().subtract(32));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("flat", "draft-row");
        row.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        row.setAccessibleText(draft.name());
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(_ -> ui.go(Place.content(draft.id())));
        row.setContextMenu(menu(draft));
        var more = Buttons.flatIcon(ui.text("campaigns.more"), Feather.MORE_HORIZONTAL, () -> {}, "small", "draft-more");
        more.setOnAction(_ -> menu(draft).show(more, javafx.geometry.Side.BOTTOM, 0, 4));
        StackPane.setAlignment(more, Pos.CENTER_RIGHT);
        StackPane.setMargin(more, new javafx.geometry.Insets(0, 16, 0, 0));
        return new StackPane(row, more);
    }

    private ContextMenu menu(Campaign draft) {
        var menu = new ContextMenu(item("campaigns.open", Feather.CORNER_DOWN_RIGHT, () -> ui.go(Place.content(draft.id()))),
                item("campaigns.copy", Feather.COPY, () -> acts.copy(draft)),
                item("campaigns.save-template", Feather.BOOKMARK, () -> acts.keepAsTemplate(draft, kept -> ui.toasts().done(ui.text("templates.saved", "name", kept.name()),
                        ui.text("templates.saved.help"), ui.text("campaigns.open"), () -> ui.go(Place.NEW_CAMPAIGN)))));
        if (draft.state() == CampaignState.DRAFT) {
            menu.getItems().add(item("campaigns.archive", Feather.ARCHIVE, () -> {
                acts.archive(draft, true);
                ui.toasts().undoable(ui.text("campaigns.archived", "name", draft.name()), null, ui.text("kit.undo"), () -> acts.archive(draft, false));
            }));
        }
        menu.getItems().add(item("campaigns.delete-draft", Feather.TRASH_2, () -> delete(draft)));
        return menu;
    }

    private void delete(Campaign draft) {
        acts.delete(draft);
        ui.toasts().undoable(ui.text("campaigns.deleted", "name", draft.name()), null, ui.text("kit.undo"), () -> acts.bringBack(draft));
        var later = new PauseTransition(UNDO_FOR);
        later.setOnFinished(_ -> acts.deleteForGood(draft));
        later.play();
    }

    private MenuItem item(String key, Feather icon, Runnable act) {
        var item = new MenuItem(ui.text(key), Icons.of(icon, "small"));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
