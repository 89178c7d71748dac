package app.caravel.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A contact as a table shows it. */
public record ContactRow(
        long id,
        EmailAddress address,
        @Nullable String name,
        @Nullable String company,
        @Nullable String role,
        @Nullable String country,
        @Nullable String city,
        @Nullable String phone,
        @Nullable String language,
        Map<String, String> attributes,
        @Nullable Stage stage,
        List<String> tags,
        @Nullable SuppressionReason suppressed,
        Instant addedAt) {

    public String shownName() {
        return name == null ? address.written() : name;
    }
}
