package app.caravel.content.design;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A merge field as it stands in a text: {@code {{ first_name | default: "friend" }}}.
 *
 * @param field its name
 * @param fallback what stands in where somebody has no value; null where nothing does
 * @param filters all other filters as written, without the bar before the first; empty for none
 */
public record MergeTag(String field, @Nullable String fallback, String filters) {

    private static final Pattern TAG = Pattern.compile("\\{\\{-?\\s*([\\p{L}\\p{M}\\p{N}_]+)\\s*(?:\\|(.*?))?\\s*-?}}", Pattern.DOTALL);
    private static final Pattern FALLBACK = Pattern.compile("\\s*\\|?\\s*default\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)')\\s*");

    public static MergeTag of(String field) {
        return new MergeTag(field, null, "");
    }

    /** None where the tag is something else: a condition, or more than a field. */
    public static Optional<MergeTag> parse(String tag) {
        var found = TAG.matcher(tag.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var filters = found.group(2) == null ? "" : found.group(2);
        var fallback = FALLBACK.matcher(filters);
        if (!fallback.find()) {
            return Optional.of(new MergeTag(found.group(1), null, filters.strip()));
        }
        var rest = (filters.substring(0, fallback.start()) + filters.substring(fallback.end())).strip();
        return Optional.of(new MergeTag(found.group(1), quoted(fallback), rest.startsWith("|") ? rest.substring(1).strip() : rest));
    }

    private static String quoted(Matcher found) {
        return found.group(1) != null ? found.group(1) : found.group(2);
    }

    public MergeTag withFallback(@Nullable String stand) {
        return new MergeTag(field, stand == null || stand.isBlank() ? null : stand.strip(), filters);
    }

    /** @param others in place of its filters, without the bar before the first; empty for none */
    public MergeTag withFilters(String others) {
        return new MergeTag(field, fallback, others);
    }

    /** As it is written. */
    public String written() {
        var written = new StringBuilder("{{ ").append(field);
        if (fallback != null) {
            written.append(" | default: ").append(fallback.indexOf('"') < 0 ? '"' + fallback + '"' : "'" + fallback.replace('\'', '’') + "'");
        }
        return written.append(filters.isEmpty() ? "" : " | " + filters).append(" }}").toString();
    }
}
