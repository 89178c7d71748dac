package app.caravel.desktop.suppression;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.SuppressionReason;
import app.caravel.contact.SuppressionRow;
import app.caravel.desktop.kit.ColumnChoice;
import app.caravel.desktop.kit.Columns;
import app.caravel.desktop.kit.PagedTable;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Tables;
import app.caravel.desktop.kit.Ui;

/** Addresses and domains, who they are, why and since when; one chosen opens its panel. */
final class SuppressionTable extends VBox {

    /** From this width on there is room for the detail. */
    private static final double WIDE = 720;

    private final PagedTable<SuppressionRow> table;

    SuppressionTable(SuppressionViewModel model, Ui ui) {
        table = new PagedTable<>(ui.background());
        table.getStyleClass().add("suppression-table");
        setMinHeight(0);
        var choice = new ColumnChoice<>(ui, table, List.of());
        getChildren().setAll(Space.grow(choice));
        var target = Columns.<SuppressionRow>text(ui.text("suppression.target"), 232, row -> row.suppression().target());
        var who = Columns.<SuppressionRow>muted(ui.text("suppression.who"), 200, row -> who(row, ui));
        var why = Columns.<SuppressionRow>iconWord(ui.text("suppression.reason"), 128, row -> new Columns.IconWord(icon(row.suppression().reason()), "subtle",
                ui.text("suppression.reason-" + row.suppression().reason().textKey())));
        var detail = Columns.<SuppressionRow>muted(ui.text("suppression.detail"), 168, row -> row.suppression().detail());
        var since = Columns.<SuppressionRow>hovered(ui.text("suppression.since"), 128,
                row -> new Columns.Hovered(ui.formats().when(row.suppression().since()), ui.formats().full(row.suppression().since())));
        target.setMinWidth(176);
        who.setMinWidth(120);
        detail.setMinWidth(96);
        choice.column("target", target, 0).column("who", who, 0).column("reason", why, 0).column("detail", detail, WIDE).column("since", since, 0);
        choice.begin(model::columns, model::keepColumns);
        Tables.flex(table, target, who, detail);
        table.selectedRow().addListener((_, _, row) -> {
            if (row != null) {
                model.open(row);
            }
        });
    }

    PagedTable<SuppressionRow> table() {
        return table;
    }

    private static @Nullable String who(SuppressionRow row, Ui ui) {
        if (row.suppression().isDomain()) {
            return ui.text(row.suppression().subdomains() ? "suppression.whole-domain-below" : "suppression.whole-domain");
        }
        return Stream.of(row.name(), row.company()).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }

    static Feather icon(SuppressionReason reason) {
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
}
