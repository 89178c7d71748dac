package app.caravel.product;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import app.caravel.content.design.Block;
import app.caravel.content.design.BlockType;

/** Products as blocks of a mail: filled once, then the sender's to edit. */
public final class ProductBlocks {

    private ProductBlocks() {}

    /** One product; its links carry its number. */
    public static Block block(Product product, String language) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("item", product.item());
        properties.put("name", product.name(language));
        properties.put("details", product.specification());
        properties.put("price", ProductWords.price(product, language));
        properties.put("src", product.picture());
        properties.put("href", product.link());
        properties.values().removeIf(String::isEmpty);
        return Block.of(BlockType.PRODUCT, properties);
    }

    /**
     * Products below or beside each other.
     *
     * @param columns 1 to 3 beside each other
     */
    public static List<Block> blocks(List<Product> products, String language, int columns) {
        if (columns <= 1) {
            return products.stream().map(product -> block(product, language)).toList();
        }
        var grids = new ArrayList<Block>();
        for (int from = 0; from < products.size(); from += columns) {
            var row = products.subList(from, Math.min(from + columns, products.size())).stream().map(product -> List.of(block(product, language))).toList();
            grids.add(new Block(Block.of(BlockType.PRODUCT_GRID).id(), BlockType.PRODUCT_GRID, Map.of(), row));
        }
        return grids;
    }
}
