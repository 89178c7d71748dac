package app.caravel.desktop.compose;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.campaign.Campaign;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.EmptyFace;
import app.caravel.desktop.kit.PageHeader;
import app.caravel.desktop.kit.Place;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** The drafts, to go on with one or begin another. */
final class DraftList extends BorderPane {

    DraftList(List<Campaign> drafts, Ui ui) {
        var begin = Buttons.accent(ui.text("compose.new"), Feather.EDIT_2, () -> ui.go(Place.NEW_CAMPAIGN));
        var products = Buttons.plain(ui.text("products.heading"), Feather.PACKAGE, () -> ui.go(Place.PRODUCTS));
        setMinHeight(0);
        if (drafts.isEmpty()) {
            setTop(new PageHeader(ui.text("compose.heading"), "", products));
            setCenter(new EmptyFace(Feather.EDIT_2, ui.text("compose.empty"), ui.text("compose.empty-help"), begin));
            return;
        }
        setTop(new PageHeader(ui.text("compose.heading"), ui.text("compose.drafts", "n", drafts.size()), products, begin));
        var rows = new VBox();
        rows.getStyleClass().add("group");
        for (var draft : drafts) {
            if (!rows.getChildren().isEmpty()) {
                rows.getChildren().add(Space.line());
            }
            rows.getChildren().add(row(draft, ui));
        }
        var page = new VBox(rows);
        page.getStyleClass().add("page-body");
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        setCenter(scroll);
    }

    private static Button row(Campaign draft, Ui ui) {
        var name = Words.han(Words.strong(draft.name()));
        var subject = draft.subject().isBlank() ? ui.text("campaigns.no-subject") : draft.subject();
        var row = new Button();
        row.setGraphic(Space.row(16, Space.column(2, name, Words.han(Words.small(subject))), Space.rest(), Words.small(ui.formats().ago(draft.changedAt()))));
        ((javafx.scene.layout.HBox) row.getGraphic()).prefWidthProperty().bind(row.widthProperty().subtract(32));
        row.getStyleClass().addAll("flat", "draft-row");
        row.setContentDisplay(javafx.scene.control.ContentDisplay.GRAPHIC_ONLY);
        row.setAccessibleText(draft.name());
        row.setMaxWidth(Double.MAX_VALUE);
        row.setOnAction(_ -> ui.go(Place.content(draft.id())));
        return row;
    }
}
