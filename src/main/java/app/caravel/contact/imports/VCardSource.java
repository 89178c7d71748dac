package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A file of vCards (RFC 2426, RFC 6350, and the older 2.1), each card a row. */
record VCardSource(Path file, EncodingGuess encodings, Encoding encoding) implements Source {

    static final String BEGIN = "BEGIN:VCARD";

    /** Whether a text begins as a file of cards does. */
    static boolean isOne(String beginning) {
        return beginning.stripLeading().regionMatches(true, 0, BEGIN, 0, BEGIN.length());
    }

    @Override
    public Table open() throws IOException {
        return new VCardRows(CsvSource.reader(file, encoding));
    }

    @Override
    public @Nullable Character separator() {
        return null;
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public @Nullable String sheet() {
        return null;
    }
}
