package app.caravel.desktop.compose;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.content.design.Spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DesignEditorTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T08:00:00Z"));
    private final DesignEditor editor = new DesignEditor(Design.empty(Design.Layout.DESIGNED, "en"), now::get);

    @Test
    void everyStepIsTakenBackAndDoneAgainInOrder() {
        var first = editor.insert(BlockType.TEXT, Map.of("html", "<p>one</p>"), editor.next());
        var second = editor.insert(BlockType.BUTTON, Map.of("label", "See"), editor.next());
        editor.step(second.id(), -1);
        editor.remove(first.id());
        assertEquals(1, editor.now().blocks().size());
        for (int i = 0; i < 4; i++) {
            editor.undo();
        }
        assertTrue(editor.now().blocks().isEmpty());
        assertFalse(editor.canUndo().get());
        for (int i = 0; i < 4; i++) {
            editor.redo();
        }
        assertEquals(second.id(), editor.now().blocks().getFirst().id());
        assertFalse(editor.canRedo().get());
    }

    @Test
    void typingAtOnePlaceIsOneStepUntilItPauses() {
        var block = editor.insert(BlockType.TEXT, Map.of(), editor.next());
        editor.typed(block.id(), "html", "<p>a</p>");
        editor.typed(block.id(), "html", "<p>ab</p>");
        now.set(Instant.parse("2026-11-24T08:00:03Z"));
        editor.typed(block.id(), "html", "<p>abc</p>");
        editor.undo();
        assertEquals("<p>ab</p>", html(block));
        editor.undo();
        assertEquals("", html(block));
        editor.undo();
        assertTrue(editor.now().blocks().isEmpty());
    }

    @Test
    void aStandInThatIsTypedIsOneStepBack() {
        var block = editor.insert(BlockType.TEXT, Map.of("html", "a"), editor.next());
        for (var typed : java.util.List.of("f", "fr", "fri")) {
            editor.type(block.id(), "stand-in-first_name", each -> each.with("html", typed));
        }
        editor.undo();
        assertEquals("a", html(block));
    }

    @Test
    void anEditInPlaceDoesNotAskForADrawing() {
        var block = editor.insert(BlockType.TEXT, Map.of(), editor.next());
        int drawn = editor.drawn().get();
        editor.typed(block.id(), "html", "<p>a</p>");
        assertEquals(drawn, editor.drawn().get());
        editor.set(block.id(), "align", "center");
        assertNotEquals(drawn, editor.drawn().get());
    }

    @Test
    void aNewBlockGoesBehindTheChosenOneIntoAnEmptyColumnAndBeforeTheFooter() {
        var footer = editor.insert(BlockType.FOOTER, Map.of(), Spot.END);
        editor.choose(null);
        var columns = editor.insert(BlockType.COLUMNS_2, Map.of(), editor.next());
        assertEquals(columns.id(), editor.now().blocks().getFirst().id());
        var left = editor.insert(BlockType.TEXT, Map.of(), editor.next());
        assertEquals(left.id(), columnsOf(columns).columns().getFirst().getFirst().id());
        editor.choose(columns.id());
        var right = editor.insert(BlockType.PICTURE, Map.of(), editor.next());
        assertEquals(right.id(), columnsOf(columns).columns().getLast().getFirst().id());
        assertEquals(footer.id(), editor.now().blocks().getLast().id());
    }

    @Test
    void columnsStandInNoColumn() {
        var outer = editor.insert(BlockType.COLUMNS_2, Map.of(), Spot.END);
        var inner = editor.insert(BlockType.COLUMNS_3, Map.of(), Spot.into(outer.id(), 0));
        assertEquals(2, editor.now().blocks().size());
        editor.move(inner.id(), Spot.into(outer.id(), 1));
        assertEquals(2, editor.now().blocks().size());
    }

    @Test
    void aBlockIsNotMovedIntoItself() {
        var columns = editor.insert(BlockType.COLUMNS_2, Map.of(), Spot.END);
        var text = editor.insert(BlockType.TEXT, Map.of("html", "x"), Spot.into(columns.id(), 0));
        editor.move(columns.id(), Spot.after(text.id()));
        assertEquals(2, editor.now().all().size());
    }

    @Test
    void whatIsCopiedIsPastedIntoAnotherMailUnderIdsOfItsOwn() {
        var columns = editor.insert(BlockType.COLUMNS_2, Map.of(), Spot.END);
        editor.insert(BlockType.TEXT, Map.of("html", "<p>x</p>"), Spot.into(columns.id(), 1));
        var other = new DesignEditor(Design.empty(Design.Layout.DESIGNED, "de"), now::get);
        other.insert(DesignJson.readBlocks(editor.copy(columns.id())));
        assertEquals("<p>x</p>", other.now().blocks().getFirst().columns().getLast().getFirst().get("html"));
        assertNotEquals(columns.id(), other.now().blocks().getFirst().id());
    }

    @Test
    void afterARemovalTheNextBlockIsChosen() {
        var first = editor.insert(BlockType.TEXT, Map.of("html", "1"), Spot.END);
        var second = editor.insert(BlockType.TEXT, Map.of("html", "2"), Spot.END);
        editor.remove(first.id());
        assertEquals(second.id(), editor.chosen().get());
        editor.remove(second.id());
        assertEquals(null, editor.chosen().get());
    }

    private String html(Block block) {
        return editor.now().find(block.id()).orElseThrow().get("html");
    }

    private Block columnsOf(Block columns) {
        return Objects.requireNonNull(editor.now().find(columns.id()).orElse(null));
    }
}
