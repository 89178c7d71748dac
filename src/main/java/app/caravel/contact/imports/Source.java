package app.caravel.contact.imports;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A file that holds a table, with what was noticed about how to read it. */
sealed interface Source permits CsvSource, VCardSource, XlsSource, XlsxSource {

    Table open() throws IOException;

    /** Of a text file, else null. */
    @Nullable EncodingGuess encodings();

    /** The encoding in use: the one noticed or the one asked for. */
    @Nullable Encoding encoding();

    /** Of a text file. */
    @Nullable Character separator();

    /** Names of a workbook's sheets. */
    List<String> sheets();

    @Nullable String sheet();
}
