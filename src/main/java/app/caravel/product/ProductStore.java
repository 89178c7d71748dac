package app.caravel.product;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

import app.caravel.store.Json;

/** The SQL of products; each method runs in its caller's transaction. */
final class ProductStore {

    private ProductStore() {}

    static List<Product> all(Handle h, String words, @Nullable String category) {
        var like = "%" + words.strip().replace("~", "~~").replace("%", "~%").replace("_", "~_") + "%";
        return h.createQuery("""
                SELECT * FROM product WHERE deleted_at IS NULL AND (:category IS NULL OR category = :category)
                  AND (item LIKE :like ESCAPE '~' OR names LIKE :like ESCAPE '~' OR specification LIKE :like ESCAPE '~') ORDER BY category, item""")
            .bind("category", category).bind("like", like).map((rs, _) -> product(rs)).list();
    }

    static Map<String, Integer> categories(Handle h) {
        var counts = new LinkedHashMap<String, Integer>();
        h.createQuery("SELECT category, count(*) AS n FROM product WHERE deleted_at IS NULL GROUP BY category ORDER BY category")
                .map((rs, _) -> counts.put(rs.getString("category"), rs.getInt("n"))).list();
        return counts;
    }

    static Optional<Product> find(Handle h, long id) {
        return h.createQuery("SELECT * FROM product WHERE id = :id").bind("id", id).map((rs, _) -> product(rs)).findOne();
    }

    /** Deleted ones too. */
    static Optional<Product> named(Handle h, String item) {
        return h.createQuery("SELECT * FROM product WHERE item = :item").bind("item", item).map((rs, _) -> product(rs)).findOne();
    }

    static boolean isDeleted(Handle h, long id) {
        return h.createQuery("SELECT deleted_at IS NOT NULL FROM product WHERE id = :id").bind("id", id).mapTo(Boolean.class).one();
    }

    /** Writes one; a deleted one of that number comes back. */
    static Product save(Handle h, Product product, Instant at) {
        var statement = product.id() == 0
                ? """
                  INSERT INTO product (item, names, category, picture, specification, moq, prices, currency, incoterm, port, lead_time, packing, valid_until, link, changed_at)
                  VALUES (:item, :names, :category, :picture, :specification, :moq, :prices, :currency, :incoterm, :port, :leadTime, :packing, :validUntil, :link, :at) RETURNING id"""
                : """
                  UPDATE product SET item = :item, names = :names, category = :category, picture = :picture, specification = :specification, moq = :moq, prices = :prices, currency = :currency,
                    incoterm = :incoterm, port = :port, lead_time = :leadTime, packing = :packing, valid_until = :validUntil, link = :link, changed_at = :at, deleted_at = NULL
                  WHERE id = :id RETURNING id""";
        var query = h.createQuery(statement).bind("item", product.item()).bind("names", Json.write(product.names())).bind("category", product.category()).bind("picture", product.picture())
                .bind("specification", product.specification()).bind("moq", product.moq()).bind("prices", Json.write(product.prices())).bind("currency", product.currency())
                .bind("incoterm", product.incoterm()).bind("port", product.port()).bind("leadTime", product.leadTime()).bind("packing", product.packing())
                .bind("validUntil", product.validUntil() == null ? null : product.validUntil().toString()).bind("link", product.link()).bind("at", at.toEpochMilli());
        if (product.id() != 0) {
            query.bind("id", product.id());
        }
        return product.withId(query.mapTo(Long.class).one());
    }

    /** A deleted one leaves its number to another. */
    static void freeNumber(Handle h, long id) {
        h.execute("UPDATE product SET item = item || ' (' || id || ')' WHERE id = ?", id);
    }

    static void delete(Handle h, long id, @Nullable Instant at) {
        h.createUpdate("UPDATE product SET deleted_at = :at WHERE id = :id").bind("at", at == null ? null : at.toEpochMilli()).bind("id", id).execute();
    }

    static Product product(ResultSet rs) throws SQLException {
        int moq = rs.getInt("moq");
        boolean hasMoq = !rs.wasNull();
        var until = rs.getString("valid_until");
        return new Product(rs.getLong("id"), rs.getString("item"), Json.strings(rs.getString("names")), rs.getString("category"), rs.getString("picture"), rs.getString("specification"),
                hasMoq ? moq : null, Json.read(rs.getString("prices"), new TypeReference<List<PriceStep>>() {}), rs.getString("currency"), rs.getString("incoterm"), rs.getString("port"),
                rs.getString("lead_time"), rs.getString("packing"), until == null ? null : LocalDate.parse(until), rs.getString("link"));
    }
}
