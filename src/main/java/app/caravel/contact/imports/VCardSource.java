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

    @Override
    public Table open() throws IOException {
        return new VCardRows(TextFile.reader(file, encoding));
    }
}
