package app.caravel.desktop.compose;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.contact.MergeFields;
import app.caravel.content.design.BlockType;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Segmented;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** At the left: the blocks to put in, or the mail's outline; the merge fields. A press puts in behind the chosen block, a drag where it is let go. */
final class Palette extends VBox {

    private enum Part { BLOCKS, OUTLINE }

    private final Ui ui;
    private final BlockActs acts;
    private final Canvas canvas;
    private final Consumer<String> field;
    private final VBox below = new VBox(20);
    private final FlowPane fields = new FlowPane(8, 8);
    private final ChangeListener<@Nullable Shown> shownListener = (_, _, now) -> fields(now);

    /** @param field puts a merge field in where something is being written */
    Palette(ComposeViewModel model, DesignEditor editor, BlockActs acts, Canvas canvas, Pieces pieces, Consumer<String> field, Ui ui) {
        super(16);
        this.ui = ui;
        this.acts = acts;
        this.canvas = canvas;
        this.field = field;
        getStyleClass().add("side-left");
        setPadding(new Insets(16, 0, 0, 0));
        setMinHeight(0);
        var part = new Segmented<>(List.of(Part.values()), Part.BLOCKS, each -> ui.text("compose.part." + each.name().toLowerCase(Locale.ROOT)),
                each -> each == Part.BLOCKS ? Feather.PLUS_SQUARE : Feather.LIST);
        part.setMaxWidth(Double.MAX_VALUE);
        var blocks = blocks();
        var outline = new Outline(editor, canvas, ui);
        below.setPadding(new Insets(0, 12, 16, 12));
        fields.setPrefWrapLength(180);
        below.getChildren().setAll(blocks, heading(), saved(pieces));
        part.valueProperty().addListener((_, _, now) -> {
            if (now == Part.BLOCKS) {
                below.getChildren().setAll(blocks, heading(), saved(pieces));
            } else {
                below.getChildren().setAll(outline);
            }
        });
        var scroll = new ScrollPane(below);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        var top = new VBox(part);
        top.setPadding(new Insets(0, 12, 0, 12));
        getChildren().addAll(top, Space.grow(scroll));
        model.shown().addListener(new WeakChangeListener<>(shownListener));
        fields(model.shown().get());
    }

    private Node heading() {
        return Space.column(12, Words.heading(ui.text("compose.merge-fields")), fields);
    }

    private Node saved(Pieces pieces) {
        return Space.column(8, Words.heading(ui.text("compose.pieces")), pieces);
    }

    private GridPane blocks() {
        var grid = new GridPane(8, 8);
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        int at = 0;
        for (var type : BlockLooks.PALETTE) {
            grid.add(tile(type), at % 2, at / 2);
            at++;
        }
        return grid;
    }

    private Button tile(BlockType type) {
        var tile = new Button(BlockLooks.word(type, ui), Icons.of(BlockLooks.icon(type), "muted"));
        tile.getStyleClass().setAll("block-tile");
        tile.setGraphicTextGap(6);
        tile.setMnemonicParsing(false);
        tile.setMinSize(0, 40);
        tile.setMaxWidth(Double.MAX_VALUE);
        tile.setOnAction(_ -> acts.insert(type));
        BlockDrag.from(tile, canvas, (_, spot) -> acts.insert(type, spot));
        return tile;
    }

    private void fields(@Nullable Shown now) {
        var known = now == null ? MergeFields.OWN : now.known();
        fields.getChildren().setAll(known.stream().map(name -> (Node) FieldChip.of(name, ui, () -> field.accept(name))).toList());
    }
}
