package app.caravel.desktop.compose;

import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

import app.caravel.content.design.BlockType;
import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** What floats at the chosen block: its tag, by which it is dragged, and the bar of what can be done with it. */
final class BlockFrame extends Pane implements Canvas.FrameOver {

    private static final double TAG = 22;
    private static final double BAR = 36;

    private final DesignEditor editor;
    private final BlockActs acts;
    private final Ui ui;
    private final boolean letter;
    private final Label word = Words.of("");
    private final HBox tag = new HBox(6);
    private final HBox bar = new HBox();
    private @Nullable BlockType shown;
    private @Nullable Bounds where;
    private final ChangeListener<@Nullable String> listener = (_, _, _) -> show();

    BlockFrame(DesignEditor editor, BlockActs acts, Ui ui, boolean letter) {
        this.editor = editor;
        this.acts = acts;
        this.ui = ui;
        this.letter = letter;
        setPickOnBounds(false);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        tag.getStyleClass().add("block-tag");
        tag.getChildren().addAll(Icons.of(Feather.MENU), word);
        tag.setCursor(Cursor.OPEN_HAND);
        bar.getStyleClass().add("float-bar");
        bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        getChildren().addAll(tag, bar);
        editor.chosen().addListener(new WeakChangeListener<>(listener));
        at(null);
    }

    /** The tag drags its block. */
    void draggedOver(Canvas canvas) {
        BlockDrag.from(tag, canvas, (_, spot) -> {
            var id = editor.chosen().get();
            if (id != null) {
                editor.move(id, spot);
            }
        });
    }

    private void show() {
        var block = editor.block();
        if (block == null || block.type() == shown) {
            return;
        }
        shown = block.type();
        word.setText(BlockLooks.word(block.type(), ui));
        bar.getChildren().clear();
        if (List.of(BlockType.TEXT, BlockType.HEADING, BlockType.SIGNATURE).contains(block.type())) {
            bar.getChildren().addAll(
                    tool("bold", Feather.BOLD, () -> acts.format("bold")),
                    tool("italic", Feather.ITALIC, () -> acts.format("italic")),
                    tool("link", Feather.LINK_2, () -> acts.act("link")));
            if (block.type() != BlockType.HEADING) {
                bar.getChildren().add(tool("list", Feather.LIST, () -> acts.format("insertUnorderedList")));
            }
            bar.getChildren().add(Space.verticalLine());
        }
        bar.getChildren().addAll(
                tool("up", Feather.ARROW_UP, () -> acts.act("up")),
                tool("down", Feather.ARROW_DOWN, () -> acts.act("down")),
                tool("duplicate", Feather.COPY, () -> acts.act("duplicate")),
                tool("remove", Feather.TRASH_2, () -> acts.act("remove")));
    }

    private Button tool(String what, Feather icon, Runnable act) {
        var button = Buttons.flatIcon(ui.text("compose.tool." + what), icon, act, "small", "tool");
        button.setFocusTraversable(false);
        return button;
    }

    @Override
    public void at(@Nullable Bounds bounds) {
        where = bounds;
        show();
        boolean shows = bounds != null && editor.block() != null;
        tag.setVisible(shows && !letter);
        bar.setVisible(shows);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (where == null || !bar.isVisible()) {
            return;
        }
        double tagWidth = letter ? 0 : tag.prefWidth(-1);
        double barWidth = bar.prefWidth(-1);
        double top = where.getMinY() >= TAG ? where.getMinY() - TAG : where.getMinY();
        tag.resizeRelocate(Math.max(0, where.getMinX()), top, tagWidth, TAG);
        double barTop = letter ? where.getMinY() - BAR - 12 : where.getMinY() - BAR / 2;
        bar.resizeRelocate(Math.max(tagWidth + 8, Math.min(getWidth(), where.getMaxX()) - barWidth - 8), Math.max(4, barTop), barWidth, BAR);
    }
}
