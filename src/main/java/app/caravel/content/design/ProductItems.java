package app.caravel.content.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Original;
import app.caravel.reason.Problem;

/** The products that a mail made of blocks shows, and which links lead to them: reports speak of products by these. */
public final class ProductItems {

    private final List<Block> blocks = new ArrayList<>();

    private ProductItems(List<Block> all) {
        collect(all);
    }

    /** None where the mail is not made of blocks. */
    public static ProductItems of(Original original) {
        if (original.kind() != Original.Kind.DESIGN || original.source() == null) {
            return new ProductItems(List.of());
        }
        try {
            return new ProductItems(DesignJson.read(original.source()).blocks());
        } catch (Problem unreadable) {
            return new ProductItems(List.of());
        }
    }

    private void collect(List<Block> among) {
        for (var block : among) {
            if (block.type() == BlockType.PRODUCT && !block.get("item").isBlank()) {
                blocks.add(block);
            }
            block.columns().forEach(this::collect);
        }
    }

    /** Item numbers of those that show a price. */
    public Set<String> priced() {
        var items = new LinkedHashSet<String>();
        blocks.stream().filter(block -> !block.get("price").isBlank()).forEach(block -> items.add(block.get("item").strip()));
        return items;
    }

    /** The item that a link belongs to; nothing where two products lead to one page and the link's words do not tell. */
    public Optional<String> of(String url, String says) {
        var leading = new LinkedHashMap<String, @Nullable String>();
        for (var block : blocks) {
            if (!url.isBlank() && block.get("href").strip().equals(url)) {
                leading.put(block.get("item").strip(), block.get("name").strip());
            }
        }
        if (leading.size() < 2) {
            return leading.keySet().stream().findFirst();
        }
        var named = leading.entrySet().stream().filter(entry -> says.strip().equals(entry.getValue())).map(Map.Entry::getKey).toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
}
