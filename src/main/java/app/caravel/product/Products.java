package app.caravel.product;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;
import app.caravel.store.Database;
import app.caravel.store.Json;

/** The catalogue: found, changed, imported, and taken back. */
public final class Products {

    private final Jdbi db;
    private final PictureStore pictures;
    private final Clock clock;

    public Products(Database database, PictureStore pictures, Clock clock) {
        this.db = database.jdbi();
        this.pictures = pictures;
        this.clock = clock;
    }

    /** @param category null: of all; empty: those without one */
    public List<Product> find(String words, @Nullable String category) {
        return db.withHandle(h -> ProductStore.all(h, words, category));
    }

    /** How many there are of each category; empty: those without one. */
    public Map<String, Integer> categories() {
        return db.withHandle(ProductStore::categories);
    }

    public Optional<Product> find(long id) {
        return db.withHandle(h -> ProductStore.find(h, id));
    }

    /** By its number, whatever its case; not one that was deleted. */
    public Optional<Product> named(String item) {
        return db.withHandle(h -> ProductStore.named(h, item).filter(found -> !ProductStore.isDeleted(h, found.id())));
    }

    /**
     * Keeps a product, new or changed.
     *
     * @throws Problem where it has no number, or another has the same
     */
    public Product save(Product product) {
        if (product.item().isBlank()) {
            throw Problem.of("products.no-item");
        }
        return db.inTransaction(h -> {
            var same = ProductStore.named(h, product.item()).filter(other -> other.id() != product.id());
            if (same.isPresent() && !ProductStore.isDeleted(h, same.get().id())) {
                throw Problem.of("products.item-taken", "item", product.item());
            }
            same.ifPresent(deleted -> ProductStore.freeNumber(h, deleted.id()));
            return ProductStore.save(h, product, clock.instant());
        });
    }

    /** Another one with the same facts, under a number of its own. */
    public Product duplicate(Product product) {
        return db.inTransaction(h -> {
            var item = product.item() + "-2";
            for (int n = 3; ProductStore.named(h, item).isPresent(); n++) {
                item = product.item() + "-" + n;
            }
            return ProductStore.save(h, product.withItem(item).withId(0), clock.instant());
        });
    }

    /** Takes products out; {@link #restore} brings them back. */
    public void delete(List<Long> ids) {
        db.useTransaction(h -> ids.forEach(id -> ProductStore.delete(h, id, clock.instant())));
    }

    public void restore(List<Long> ids) {
        db.useTransaction(h -> ids.forEach(id -> ProductStore.delete(h, id, null)));
    }

    /**
     * What an import did: read = added + changed + same + rejected.
     *
     * @param same rows that said nothing new
     */
    public record Imported(long id, String file, int read, int added, int changed, int same, List<PriceList.Rejected> rejected) {}

    /** Reads a price list into the catalogue: a number that is known is brought up to date, by what its row says. */
    public Imported take(Path file) {
        var list = PriceList.read(file);
        var name = String.valueOf(file.getFileName());
        var at = clock.instant(); // one moment for all its rows: what is changed later is somebody's own
        return db.inTransaction(h -> {
            long id = h.createQuery("INSERT INTO product_import (file, at, read, added, changed, same, rejected) VALUES (:file, :at, 0, 0, 0, 0, 0) RETURNING id")
                    .bind("file", name).bind("at", at.toEpochMilli()).mapTo(Long.class).one();
            int added = 0;
            int changed = 0;
            for (var product : list.products()) {
                var known = ProductStore.named(h, product.item()).orElse(null);
                boolean isNew = known == null || ProductStore.isDeleted(h, known.id());
                var merged = known == null ? product : Merged.of(known, product);
                if (isNew || !merged.equals(known)) {
                    var saved = ProductStore.save(h, merged, at);
                    remember(h, id, saved.id(), isNew ? null : known);
                    added += isNew ? 1 : 0;
                    changed += isNew ? 0 : 1;
                }
            }
            int same = list.products().size() - added - changed;
            h.createUpdate("UPDATE product_import SET read = :read, added = :added, changed = :changed, same = :same, rejected = :rejected WHERE id = :id").bind("read", list.rows())
                    .bind("added", added).bind("changed", changed).bind("same", same).bind("rejected", list.rejected().size()).bind("id", id).execute();
            return new Imported(id, name, list.rows(), added, changed, same, list.rejected());
        });
    }

    private static void remember(Handle h, long importId, long product, @Nullable Product before) {
        h.createUpdate("INSERT INTO product_import_before (import_id, product_id, before) VALUES (:import, :product, :before)")
                .bind("import", importId).bind("product", product).bind("before", before == null ? null : Json.write(before)).execute();
    }

    /**
     * Takes an import back: what it added goes, what it changed is as it was; what was changed by hand or deleted since stays.
     *
     * @return how many products were taken back
     * @throws Problem where there is no such import, or it was taken back before
     */
    public int undo(long importId) {
        return db.inTransaction(h -> {
            var at = h.createQuery("SELECT at FROM product_import WHERE id = :id AND undone_at IS NULL").bind("id", importId).mapTo(Long.class).findOne()
                    .orElseThrow(() -> Problem.of("products.no-import"));
            record Before(long product, @Nullable String json, long changedAt) {}
            var rows = h.createQuery("""
                    SELECT b.product_id, b.before, p.changed_at FROM product_import_before b JOIN product p ON p.id = b.product_id
                    WHERE b.import_id = :id AND p.deleted_at IS NULL""").bind("id", importId)
                .map((rs, _) -> new Before(rs.getLong("product_id"), rs.getString("before"), rs.getLong("changed_at"))).list();
            int undone = 0;
            for (var row : rows) {
                if (row.changedAt() > at) {
                    continue;
                }
                if (row.json() == null) {
                    ProductStore.delete(h, row.product(), clock.instant());
                } else {
                    ProductStore.save(h, Json.read(row.json(), Product.class), clock.instant());
                }
                undone++;
            }
            h.createUpdate("UPDATE product_import SET undone_at = :now WHERE id = :id").bind("now", clock.millis()).bind("id", importId).execute();
            return undone;
        });
    }

    /**
     * What became of a folder of pictures.
     *
     * @param taken products that got a picture
     * @param unmatched files whose name is no item number
     * @param unreadable files that are no pictures
     */
    public record Pictured(int taken, List<String> unmatched, List<String> unreadable) {}

    /** Gives products the pictures of a folder that are named by their item numbers, {@code LP-6060.jpg}; of several, {@code LP-6060_2.png}, the first. */
    public Pictured takePictures(Path folder) {
        var found = PictureFolder.of(folder, db.withHandle(h -> ProductStore.all(h, "", null)));
        var unreadable = new ArrayList<String>();
        int taken = 0;
        for (var match : found.matches().entrySet()) {
            try {
                var kept = pictures.keep(match.getValue());
                save(match.getKey().withPicture(kept.source()));
                taken++;
            } catch (Problem none) {
                unreadable.add(String.valueOf(match.getValue().getFileName()));
            }
        }
        return new Pictured(taken, found.unmatched(), unreadable);
    }
}
