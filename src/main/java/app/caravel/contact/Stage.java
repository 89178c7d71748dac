package app.caravel.contact;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** Where a customer stands. Set by hand. */
public enum Stage {
    PROSPECT, NEW, ACTIVE, LAPSED, LONG_LAPSED, SEASONAL;

    /** As SQL, segments and texts spell it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable Stage ofKey(@Nullable String key) {
        return key == null ? null : valueOf(key.toUpperCase(Locale.ROOT));
    }
}
