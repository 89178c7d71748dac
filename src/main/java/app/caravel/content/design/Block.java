package app.caravel.content.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A piece of a mail. Never changed: an edit makes another one.
 *
 * @param id unique in its document
 * @param properties only those that are not as the type has them
 * @param columns blocks by column, none for types without columns
 */
public record Block(String id, BlockType type, Map<String, String> properties, List<List<Block>> columns) {

    public Block {
        properties = Map.copyOf(properties);
        columns = columns.stream().map(List::copyOf).toList();
    }

    /** A new one, with nothing said of it. */
    public static Block of(BlockType type) {
        var columns = new ArrayList<List<Block>>();
        for (int i = 0; i < type.columns(); i++) {
            columns.add(List.of());
        }
        return new Block(newId(), type, Map.of(), columns);
    }

    public static Block of(BlockType type, Map<String, String> properties) {
        var block = of(type);
        return new Block(block.id, type, properties, block.columns);
    }

    static String newId() {
        return "b" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** What is said of it, or what its type says. */
    public String get(String property) {
        return properties.getOrDefault(property, type.standard(property));
    }

    /** A length in pixels; what is no number counts as none. */
    public int pixels(String property) {
        try {
            return Math.clamp(Integer.parseInt(get(property).strip()), 0, 2_000);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    public Block with(String property, String value) {
        var changed = new LinkedHashMap<>(properties);
        if (value.equals(type.standard(property))) {
            changed.remove(property);
        } else {
            changed.put(property, value);
        }
        return new Block(id, type, changed, columns);
    }

    public Block withColumns(List<List<Block>> newColumns) {
        return new Block(id, type, properties, newColumns);
    }

    /** The same under ids of its own, with all that it holds. */
    public Block copy() {
        return new Block(newId(), type, properties, columns.stream().map(column -> column.stream().map(Block::copy).toList()).toList());
    }
}
