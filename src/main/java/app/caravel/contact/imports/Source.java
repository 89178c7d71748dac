package app.caravel.contact.imports;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A file that holds a table, with what was noticed about how to read it. */
sealed interface Source permits CsvSource, JsonSource, MarkupSource, VCardSource, XlsSource, XlsxSource {

    Table open() throws IOException;

    /** Of a text file, else null. */
    default @Nullable EncodingGuess encodings() {
        return null;
    }

    /** The encoding in use: the one noticed or the one asked for. */
    default @Nullable Encoding encoding() {
        return null;
    }

    /** Between the cells of a text file. */
    default @Nullable Character separator() {
        return null;
    }

    /** Names of a workbook's sheets. */
    default List<String> sheets() {
        return List.of();
    }

    default @Nullable String sheet() {
        return null;
    }
}
