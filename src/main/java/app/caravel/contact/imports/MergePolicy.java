package app.caravel.contact.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an import does to people who are known already. Whatever it does, they join the list and count as merged. */
public enum MergePolicy {
    /** Their empty fields are filled; nothing of theirs is overwritten. */
    FILL,
    /** What the file says wins; what it does not say stays. Further addresses of both are kept. */
    OVERWRITE,
    /** They stay as they are. */
    SKIP;

    /** As the command line and the database spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<MergePolicy> ofKey(String key) {
        return Arrays.stream(values()).filter(policy -> policy.key().equalsIgnoreCase(key.strip())).findFirst();
    }
}
