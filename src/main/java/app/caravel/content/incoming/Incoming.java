package app.caravel.content.incoming;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.content.Original;

/**
 * A mail that was read of a file.
 *
 * @param text the plain text; null where the file has none of its own
 * @param missing pictures that it speaks of and that are not in the file, as they are written
 * @param unreadable whether some bytes were no text of its character set: signs were lost
 */
public record Incoming(String subject, String html, @Nullable String text, Original original, List<String> missing, boolean unreadable) {

    public Incoming {
        missing = List.copyOf(missing);
    }
}
