package app.caravel.contact.imports;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What an import would do: its figures, and what would become of people who are known already. */
public record Forecast(ImportResult result, Merges merges) {

    /** So many people of each kind are told one by one. */
    public static final int TOLD = 500;

    /**
     * The people of the file who are known.
     *
     * @param known how many they are, each counted once
     * @param changed how many of them would change; the others stay as they are
     * @param changing the first of those who would change, in the order of the file
     * @param unchanged the first of those who would stay as they are
     */
    public record Merges(long known, long changed, List<Merge> changing, List<Merge> unchanged) {
        static final Merges NONE = new Merges(0, 0, List.of(), List.of());

        public Merges {
            changing = List.copyOf(changing);
            unchanged = List.copyOf(unchanged);
        }
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

    public long known() {
        return merges.known();
    }

    public long changed() {
        return merges.changed();
    }

    public List<Merge> changing() {
        return merges.changing();
    }

    public List<Merge> unchanged() {
        return merges.unchanged();
    }
}
