package app.caravel.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * A folder of pictures beside the products that their names speak of.
 *
 * @param matches product -> its first picture
 * @param unmatched names of pictures that are no item's
 */
record PictureFolder(Map<Product, Path> matches, List<String> unmatched) {

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|gif|webp|bmp)");
    private static final Pattern NUMBERED = Pattern.compile("(.+?)\\s*[ _(（.-]\\s*(\\d{1,2})\\s*[)）]?");

    static PictureFolder of(Path folder, List<Product> products) {
        var byItem = new HashMap<String, Product>();
        products.forEach(product -> byItem.put(folded(product.item()), product));
        var matches = new LinkedHashMap<Product, Path>();
        var numbers = new HashMap<Product, Integer>();
        var unmatched = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var name = String.valueOf(file.getFileName());
                if (!PICTURE.matcher(name).matches()) {
                    continue;
                }
                var stem = name.substring(0, name.lastIndexOf('.'));
                int number = 0;
                @Nullable Product product = byItem.get(folded(stem));
                var numbered = NUMBERED.matcher(stem);
                if (product == null && numbered.matches()) {
                    product = byItem.get(folded(numbered.group(1)));
                    number = Integer.parseInt(numbered.group(2));
                }
                if (product == null) {
                    unmatched.add(name);
                } else if (number < numbers.getOrDefault(product, Integer.MAX_VALUE)) {
                    numbers.put(product, number);
                    matches.put(product, file);
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Problem(Reason.of("files.folder-unreadable", "folder", folder.toString()), e);
        }
        return new PictureFolder(matches, unmatched);
    }

    /** A file's name cannot hold what an item number may: a slash stands there as something else. */
    private static String folded(String item) {
        return item.strip().toLowerCase(Locale.ROOT).replaceAll("[/\\\\:*?\"<>|_\\s]+", "-");
    }
}
