package app.caravel.desktop.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;
import app.caravel.content.design.Design;
import app.caravel.content.design.DesignJson;
import app.caravel.content.design.Spot;

/**
 * A mail made of blocks while it is edited: what it is, which block is chosen, and all ways back and forth. An edit in
 * place on the canvas changes the design alone; every other change also counts {@link #drawn}, upon which the canvas draws
 * it anew. Knows no node.
 */
final class DesignEditor {

    /** Typing at one thing is one step back, until it pauses this long. */
    private static final Duration BREATH = Duration.ofMillis(1_500);

    private final ReadOnlyObjectWrapper<Design> design;
    private final ReadOnlyObjectWrapper<@Nullable String> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper drawn = new ReadOnlyIntegerWrapper();
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final InstantSource clock;
    private @Nullable String typingAt;
    private Instant typedAt = Instant.EPOCH;

    /** A state to go back to, with what was chosen in it. */
    private record Step(Design design, @Nullable String chosen) {}

    DesignEditor(Design design, InstantSource clock) {
        this.design = new ReadOnlyObjectWrapper<>(design);
        this.clock = clock;
    }

    ReadOnlyObjectProperty<Design> design() {
        return design.getReadOnlyProperty();
    }

    /** The chosen block's id, null where none is. */
    ReadOnlyObjectProperty<@Nullable String> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    /** Changes whenever the canvas has to be drawn anew. */
    ReadOnlyIntegerProperty drawn() {
        return drawn.getReadOnlyProperty();
    }

    Design now() {
        return design.get();
    }

    /** The chosen block. */
    @Nullable Block block() {
        var id = chosen.get();
        return id == null ? null : now().find(id).orElse(null);
    }

    void choose(@Nullable String id) {
        if (!java.util.Objects.equals(id, chosen.get())) {
            typingAt = null;
        }
        chosen.set(id == null || now().find(id).isEmpty() ? null : id);
    }

    /** What was written in place on the canvas: the canvas shows it already. */
    void typed(String id, String property, String value) {
        write(id, property, value, false);
    }

    /** A property changed beside the canvas. */
    void set(String id, String property, String value) {
        write(id, property, value, true);
    }

    private void write(String id, String property, String value, boolean draws) {
        type(id, property, block -> block.with(property, value), draws);
    }

    /** Changes one block while something of it is typed beside the canvas: one step back, until the typing pauses. */
    void type(String id, String what, UnaryOperator<Block> change) {
        type(id, what, change, true);
    }

    private void type(String id, String what, UnaryOperator<Block> change, boolean draws) {
        var changed = now().change(id, change);
        if (!changed.equals(now())) {
            keepStep(id + '.' + what);
            design.set(changed);
            if (draws) {
                drawn.set(drawn.get() + 1);
            }
        }
    }

    void setPreheader(String text) {
        if (!text.equals(now().preheader())) {
            keepStep("preheader");
            design.set(now().withPreheader(text));
        }
    }

    void setLanguage(String language) {
        apply(now().withLanguage(language), chosen.get());
    }

    /** Puts a new block where it is wanted, and chooses it. */
    Block insert(BlockType type, Map<String, String> properties, Spot spot) {
        var block = Block.of(type, properties);
        apply(now().put(block, spot), block.id());
        return block;
    }

    /** Where a new block goes if nothing else is said: behind the chosen one; before the footer where none is chosen. */
    Spot next() {
        var id = chosen.get();
        if (id != null) {
            var block = now().find(id).orElseThrow();
            int empty = firstEmptyColumn(block);
            return empty >= 0 ? Spot.into(id, empty) : Spot.after(id);
        }
        var last = now().blocks().isEmpty() ? null : now().blocks().getLast();
        return last != null && last.type() == BlockType.FOOTER ? Spot.before(last.id()) : Spot.END;
    }

    private static int firstEmptyColumn(Block block) {
        for (int i = 0; i < block.columns().size(); i++) {
            if (block.columns().get(i).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    void remove(String id) {
        var order = now().all();
        int at = order.indexOf(now().find(id).orElseThrow());
        var rest = now().without(id);
        var after = rest.all();
        apply(rest, after.isEmpty() ? null : after.get(Math.min(at, after.size() - 1)).id());
    }

    void duplicate(String id) {
        var copy = now().find(id).orElseThrow().copy();
        apply(now().put(copy, Spot.after(id)), copy.id());
    }

    /** One place up or down within its column. */
    void step(String id, int by) {
        apply(now().moved(id, by), id);
    }

    void move(String id, Spot spot) {
        apply(now().move(id, spot), id);
    }

    /** The block as text for the clipboard, and for another campaign. */
    String copy(String id) {
        return DesignJson.writeBlocks(List.of(now().find(id).orElseThrow()));
    }

    /** Puts blocks behind the chosen one; the last is chosen. */
    void insert(List<Block> blocks) {
        insertAt(blocks, next());
    }

    /** Puts blocks where they are wanted, in their order; the last is chosen. */
    void insertAt(List<Block> blocks, Spot wanted) {
        if (blocks.isEmpty()) {
            return;
        }
        var changed = now();
        var spot = wanted;
        for (var block : blocks) {
            changed = changed.put(block, spot);
            spot = Spot.after(block.id());
        }
        apply(changed, blocks.getLast().id());
    }

    /** Changes one block as a whole; several of its properties in one step. */
    void change(String id, UnaryOperator<Block> change) {
        apply(now().change(id, change), id);
    }

    /** Puts another whole mail in its place; one step back. */
    void replace(Design other) {
        apply(other, chosen.get());
    }

    private void apply(Design changed, @Nullable String choose) {
        if (!changed.equals(now())) {
            typingAt = null;
            keepStep(null);
            design.set(changed);
            drawn.set(drawn.get() + 1);
        }
        chosen.set(choose);
    }

    private void keepStep(@Nullable String at) {
        boolean goesOn = at != null && at.equals(typingAt) && Duration.between(typedAt, clock.instant()).compareTo(BREATH) < 0;
        if (!goesOn) {
            past.push(new Step(now(), chosen.get()));
        }
        future.clear();
        typingAt = at;
        typedAt = clock.instant();
        tell();
    }

    void undo() {
        swap(past, future);
    }

    void redo() {
        swap(future, past);
    }

    private void swap(Deque<Step> from, Deque<Step> to) {
        if (from.isEmpty()) {
            return;
        }
        to.push(new Step(now(), chosen.get()));
        var step = from.pop();
        typingAt = null;
        design.set(step.design());
        chosen.set(step.chosen() != null && step.design().find(step.chosen()).isPresent() ? step.chosen() : null);
        drawn.set(drawn.get() + 1);
        tell();
    }

    private void tell() {
        canUndo.set(!past.isEmpty());
        canRedo.set(!future.isEmpty());
    }
}
