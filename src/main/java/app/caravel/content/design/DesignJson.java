package app.caravel.content.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;
import app.caravel.store.Json;

/**
 * A design as a readable document: {@code {"version": 1, "layout": "designed", "language": "en", "preheader": "...", "blocks":
 * [{"id": "b1", "type": "text", "html": "..."}]}}; blocks with columns carry {@code "columns": [[...], [...]]}.
 */
public final class DesignJson {

    static final int VERSION = 1;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Blocks within blocks within blocks; nobody needs more, and a document made to harm has more. */
    private static final int DEEPEST = 6;

    private DesignJson() {}

    public static String write(Design design) {
        var document = new LinkedHashMap<String, Object>();
        document.put("version", VERSION);
        document.put("layout", design.layout().name().toLowerCase(Locale.ROOT));
        document.put("language", design.language());
        document.put("preheader", design.preheader());
        document.put("blocks", design.blocks().stream().map(DesignJson::tree).toList());
        return Json.readable(document);
    }

    /** Blocks alone, for the clipboard. */
    public static String writeBlocks(List<Block> blocks) {
        return Json.readable(Map.of("caravel-blocks", VERSION, "blocks", blocks.stream().map(DesignJson::tree).toList()));
    }

    private static Map<String, Object> tree(Block block) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", block.id());
        tree.put("type", block.type().key());
        tree.putAll(new TreeMap<>(block.properties()));
        if (!block.columns().isEmpty()) {
            tree.put("columns", block.columns().stream().map(column -> column.stream().map(DesignJson::tree).toList()).toList());
        }
        return tree;
    }

    /** @throws Problem where it is no design, or one of a newer Caravel */
    public static Design read(String json) {
        var document = parsed(json);
        if (document.path("version").asInt(0) > VERSION) {
            throw Problem.of("content.design-newer");
        }
        if (!document.path("blocks").isArray()) {
            throw Problem.of("content.design-unreadable");
        }
        boolean letter = document.path("layout").asString("").equals("letter");
        return new Design(letter ? Design.Layout.LETTER : Design.Layout.DESIGNED, document.path("language").asString("en"), document.path("preheader").asString(""),
                blocks(document.path("blocks"), 0));
    }

    /** Blocks from the clipboard under ids of their own; none where it holds no blocks. */
    public static List<Block> readBlocks(String text) {
        if (!text.contains("caravel-blocks")) {
            return List.of();
        }
        try {
            return blocks(parsed(text).path("blocks"), 0).stream().map(Block::copy).toList();
        } catch (Problem e) {
            return List.of();
        }
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new Problem(Reason.of("content.design-unreadable"), e);
        }
    }

    private static List<Block> blocks(JsonNode among, int depth) {
        if (depth > DEEPEST) {
            throw Problem.of("content.design-unreadable");
        }
        var blocks = new ArrayList<Block>();
        for (var node : among) {
            blocks.add(block(node, depth));
        }
        return blocks;
    }

    private static Block block(JsonNode node, int depth) {
        BlockType type;
        try {
            type = BlockType.of(node.path("type").asString(""));
        } catch (IllegalArgumentException e) {
            throw new Problem(Reason.of("content.design-unreadable"), e);
        }
        var properties = new LinkedHashMap<String, String>();
        var columns = new ArrayList<List<Block>>();
        for (var entry : node.properties()) {
            switch (entry.getKey()) {
                case "id", "type" -> {}
                case "columns" -> entry.getValue().forEach(column -> columns.add(blocks(column, depth + 1)));
                default -> properties.put(entry.getKey(), entry.getValue().asString(""));
            }
        }
        while (columns.size() < type.columns() && type != BlockType.PRODUCT_GRID) {
            columns.add(List.of());
        }
        return new Block(node.path("id").asString(Block.newId()), type, properties, columns);
    }
}
