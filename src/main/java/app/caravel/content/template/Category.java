package app.caravel.content.template;

import java.util.Locale;

/** What a mail is for. */
public enum Category {
    FIRST_APPROACH, FOLLOW_UP, PRODUCT, FAIR, GREETING, NOTICE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Category of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
