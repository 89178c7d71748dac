package app.caravel.content.pictures;

import java.util.Locale;
import java.util.Optional;

/** The formats that are read. Mail programs show the first three; the others become one of them. */
enum Format {
    PNG("png", "image/png"),
    JPEG("jpg", "image/jpeg"),
    GIF("gif", "image/gif"),
    WEBP("webp", "image/webp"),
    BMP("bmp", "image/bmp");

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    String ending() {
        return ending;
    }

    String mediaType() {
        return mediaType;
    }

    /** What mail programs show, Outlook among them. */
    boolean isForMails() {
        return this == PNG || this == JPEG || this == GIF;
    }

    static Optional<Format> named(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "png" -> Optional.of(PNG);
            case "jpg", "jpeg" -> Optional.of(JPEG);
            case "gif" -> Optional.of(GIF);
            case "webp" -> Optional.of(WEBP);
            case "bmp" -> Optional.of(BMP);
            default -> Optional.empty();
        };
    }
}
