package app.caravel.contact.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an import would do.
 *
 * @param result its figures
 * @param changed how many of the known people would change; the others of them stay as they are
 * @param changing the first of those who would change, in the order of the file
 * @param unchanged the first of those who would stay as they are
 */
public record Forecast(ImportResult result, long changed, List<Merge> changing, List<Merge> unchanged) {

    /** So many people of each kind are told one by one. */
    public static final int TOLD = 500;

    public Forecast {
        changing = List.copyOf(changing);
        unchanged = List.copyOf(unchanged);
    }


    /**
     * One who is known already, and what would change of him.
     *
     * @param line of his first row in the file
     */
    public record Merge(long contactId, long line, String address, @Nullable String name, List<Change> changes) {}

    /**
     * One field before and after.
     *
     * @param what a field of the contact's own, or an attribute
     * @param before null where it is empty
     */
    public record Change(Target what, @Nullable String before, @Nullable String after) {}
}
