package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;


/** A text file with separated cells. */
record CsvSource(Path file, EncodingGuess encodings, Encoding encoding, Character separator) implements Source {

    @Override
    public Table open() throws IOException {
        var records = new CsvRecords(TextFile.reader(file, encoding), separator);
        if (Separators.named(TextFile.beginning(file, encoding)) != null) {
            records.next();
        }
        return new Table() {
            @Override
            public @Nullable Row next() throws IOException {
                return records.next();
            }

            @Override
            public void expect(int cells) {
                records.expect(cells);
            }

            @Override
            public void close() throws IOException {
                records.close();
            }
        };
    }
}
