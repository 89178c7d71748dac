package app.caravel.content.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A mail as its sender edits it. Never changed: an edit makes another one, so that undoing is going back.
 *
 * @param preheader what an inbox shows behind the subject
 * @param language BCP 47
 */
public record Design(Layout layout, String language, String preheader, List<Block> blocks) {

    /** How it is laid out. */
    public enum Layout {
        /** Sections of 600 pixels, by MJML. */
        DESIGNED,
        /** Like written by hand: paragraphs and nothing else. */
        LETTER
    }

    public Design {
        blocks = List.copyOf(blocks);
    }

    public static Design empty(Layout layout, String language) {
        return new Design(layout, language, "", List.of());
    }

    public Design withBlocks(List<Block> newBlocks) {
        return new Design(layout, language, preheader, newBlocks);
    }

    public Design withPreheader(String newPreheader) {
        return new Design(layout, language, newPreheader, blocks);
    }

    public Design withLanguage(String newLanguage) {
        return new Design(layout, newLanguage, preheader, blocks);
    }

    /** A block, wherever it stands. */
    public Optional<Block> find(String id) {
        return find(blocks, id);
    }

    private static Optional<Block> find(List<Block> among, String id) {
        for (var block : among) {
            if (block.id().equals(id)) {
                return Optional.of(block);
            }
            for (var column : block.columns()) {
                var found = find(column, id);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** With every block changed, those in columns too. */
    public Design withEvery(UnaryOperator<Block> change) {
        return withBlocks(every(blocks, change));
    }

    private static List<Block> every(List<Block> among, UnaryOperator<Block> change) {
        return among.stream().map(block -> {
            var changed = change.apply(block);
            return changed.withColumns(changed.columns().stream().map(column -> every(column, change)).toList());
        }).toList();
    }

    /** With one block changed. */
    public Design change(String id, UnaryOperator<Block> change) {
        return withBlocks(replaced(blocks, id, block -> List.of(change.apply(block))));
    }

    /** Without a block and what it holds. */
    public Design without(String id) {
        return withBlocks(replaced(blocks, id, _ -> List.of()));
    }

    /** With a block behind another one, in the same column. */
    public Design after(String id, Block added) {
        return withBlocks(replaced(blocks, id, block -> List.of(block, added)));
    }

    /** With a block before another one, in the same column. */
    public Design before(String id, Block added) {
        return withBlocks(replaced(blocks, id, block -> List.of(added, block)));
    }

    /** With a block at the end of a column of another, or at the end of the mail. */
    public Design into(@Nullable String holder, int column, Block added) {
        if (holder == null) {
            var all = new ArrayList<>(blocks);
            all.add(added);
            return withBlocks(all);
        }
        return change(holder, block -> {
            var columns = new ArrayList<>(block.columns());
            var into = new ArrayList<>(columns.get(column));
            into.add(added);
            columns.set(column, into);
            return block.withColumns(columns);
        });
    }

    /** With a block at a spot. What takes a mail's whole width stands in no column: it goes behind the columns then. */
    public Design put(Block block, Spot spot) {
        boolean wide = block.type().isWide();
        return switch (spot.where()) {
            case END -> into(null, 0, block);
            case INTO -> wide ? after(outermost(spot.id()), block) : into(spot.id(), spot.column(), block);
            case BEFORE -> before(wide ? outermost(spot.id()) : spot.id(), block);
            case AFTER -> after(wide ? outermost(spot.id()) : spot.id(), block);
        };
    }

    /** With a block taken from where it stands to a spot; the same where the spot is within the block. */
    public Design move(String id, Spot spot) {
        var block = find(id);
        if (block.isEmpty() || spot.where() != Spot.Where.END && find(List.of(block.get()), spot.id()).isPresent()) {
            return this;
        }
        return without(id).put(block.get(), spot);
    }

    /** The block of the mail itself that is this one or holds it. */
    public String outermost(String id) {
        return blocks.stream().filter(block -> find(List.of(block), id).isPresent()).map(Block::id).findFirst().orElse(id);
    }

    /** All blocks in the order in which they are read, those in columns behind the one that holds them. */
    public List<Block> all() {
        var all = new ArrayList<Block>();
        blocks.forEach(block -> collect(block, all));
        return all;
    }

    private static void collect(Block block, List<Block> into) {
        into.add(block);
        block.columns().forEach(column -> column.forEach(inner -> collect(inner, into)));
    }

    /** With a block one place up or down in its column; the same where there is no further place. */
    public Design moved(String id, int by) {
        return withBlocks(moved(blocks, id, by));
    }

    private static List<Block> moved(List<Block> among, String id, int by) {
        for (int i = 0; i < among.size(); i++) {
            if (among.get(i).id().equals(id)) {
                var all = new ArrayList<>(among);
                var block = all.remove(i);
                all.add(Math.clamp(i + by, 0, all.size()), block);
                return all;
            }
        }
        return among.stream().map(block -> block.withColumns(block.columns().stream().map(column -> moved(column, id, by)).toList())).toList();
    }

    private static List<Block> replaced(List<Block> among, String id, java.util.function.Function<Block, List<Block>> by) {
        var all = new ArrayList<Block>();
        for (var block : among) {
            if (block.id().equals(id)) {
                all.addAll(by.apply(block));
            } else {
                all.add(block.columns().isEmpty() ? block : block.withColumns(block.columns().stream().map(column -> replaced(column, id, by)).toList()));
            }
        }
        return all;
    }
}
