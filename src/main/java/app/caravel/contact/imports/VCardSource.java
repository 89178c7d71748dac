package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;

/** A file of vCards (RFC 2426, RFC 6350, and the older 2.1), each card a row. */
record VCardSource(Path file, EncodingGuess encodings, Encoding encoding) implements Source {

    static final String BEGIN = "BEGIN:VCARD";

    /** Whether a text begins as a file of cards does. */
    static boolean isOne(String beginning) {
        return beginning.stripLeading().regionMatches(true, 0, BEGIN, 0, BEGIN.length());
    }

    /** Whether a line begins something, a card or not, as {@code BEGIN:VCALENDAR} or a damaged {@code BEGIN:VCARD} does. */
    static boolean begins(String line) {
        return line.trim().regionMatches(true, 0, BEGIN, 0, BEGIN.indexOf(':') + 1); // trim: control characters before it count for nothing
    }

    @Override
    public Table open() throws IOException {
        return new VCardRows(TextFile.reader(file, encoding));
    }
}
