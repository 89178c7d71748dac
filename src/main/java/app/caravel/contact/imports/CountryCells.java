package app.caravel.contact.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What a column of countries says, understood once for each way of writing: a file has few of them. For one thread. */
final class CountryCells {

    /** More ways than there are countries in all languages: then the column is something else, and remembering is in vain. */
    private static final int REMEMBERED = 2_000;

    private final Map<String, Optional<String>> known = new HashMap<>();

    /** The ISO code, or null where the cell names no country, or several. */
    @Nullable String of(String cell) {
        var code = known.get(cell);
        if (code == null) {
            code = Countries.codeOf(cell);
            if (known.size() < REMEMBERED) {
                known.put(cell, code);
            }
        }
        return code.orElse(null);
    }
}
