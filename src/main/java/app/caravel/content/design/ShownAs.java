package app.caravel.content.design;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.content.wording.Wording;

/**
 * How a merge field's value is worded for its reader.
 *
 * @param wording null: as it stands in the contact
 * @param option what stands behind the filter's colon: a currency, or the form of a date; empty for none
 */
public record ShownAs(@Nullable Wording wording, String option) {

    public static final ShownAs AS_IT_STANDS = new ShownAs(null, "");

    private static final Pattern ONE = Pattern.compile("([a-z_]+)(?:\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)'))?");

    /** Empty where the tag has filters that are more than one wording. */
    public static Optional<ShownAs> of(MergeTag tag) {
        if (tag.filters().isEmpty()) {
            return Optional.of(AS_IT_STANDS);
        }
        var found = ONE.matcher(tag.filters());
        if (!found.matches()) {
            return Optional.empty();
        }
        var option = found.group(2) != null ? found.group(2) : found.group(3) != null ? found.group(3) : "";
        return Wording.named(found.group(1)).map(wording -> new ShownAs(wording, option));
    }

    /** As it stands in a tag. */
    public String filters() {
        var plain = option.strip().replaceAll("[\"{}|%]", "");
        return wording == null ? "" : plain.isEmpty() ? wording.filter() : wording.filter() + ": \"" + plain + '"';
    }
}
