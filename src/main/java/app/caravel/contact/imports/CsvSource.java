package app.caravel.contact.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/** A text file with separated cells. */
record CsvSource(Path file, EncodingGuess encodings, Encoding encoding, Character separator) implements Source {

    private static final int BEGINNING = 1 << 16;

    /** A table or, where it begins as one, a file of vCards. */
    static Source of(Path file, ImportOptions options) throws IOException {
        var guess = Encodings.of(file);
        var encoding = options.encoding() == null ? guess.best() : asked(Encoding.named(options.encoding()), file);
        var beginning = beginning(file, encoding);
        if (Cells.isBlank(beginning) && beginning.length() < BEGINNING) {
            throw Problem.of("contacts.import-empty", "file", file.getFileName().toString());
        }
        if (isJunk(beginning)) {
            throw Problem.of("contacts.import-no-table", "file", file.getFileName().toString());
        }
        if (VCardSource.isOne(beginning)) {
            return new VCardSource(file, guess, encoding);
        }
        return new CsvSource(file, guess, encoding, options.separator() == null ? Separators.noticed(beginning) : options.separator());
    }

    /** "UTF-16" alone leaves the order of bytes to the file's mark. */
    private static Encoding asked(Encoding encoding, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var marked = Encodings.mark(in.readNBytes(4));
            return marked != null && encoding.name().startsWith("UTF-16") && marked.name().startsWith("UTF-16") ? marked : encoding;
        }
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public @Nullable String sheet() {
        return null;
    }

    @Override
    public Table open() throws IOException {
        var records = new CsvRecords(reader(file, encoding), separator);
        if (Separators.named(beginning(file, encoding)) != null) {
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

    private static String beginning(Path file, Encoding encoding) throws IOException {
        try (var in = reader(file, encoding)) {
            var characters = new char[BEGINNING];
            int length = 0;
            for (int read = in.read(characters); read > 0; read = in.read(characters, length, BEGINNING - length)) {
                length += read;
            }
            return new String(characters, 0, length);
        }
    }

    /** Characters of the file without its mark; what cannot be read becomes U+FFFD. */
    static Reader reader(Path file, Encoding encoding) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(4);
        var mark = Encodings.mark(in.readNBytes(4));
        in.reset();
        if (mark != null && mark.equals(encoding)) {
            in.skipNBytes(mark.equals(Encoding.UTF_8) ? 3 : mark.equals(Encoding.GB18030) ? 4 : 2);
        }
        var decoder = encoding.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE);
        return new InputStreamReader(in, decoder);
    }

    /** A text has hardly any control characters; a picture or program is full of them. */
    private static boolean isJunk(String beginning) {
        long controls = beginning.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c >= 127 && c < 160 || c == 0xFFFD).count();
        return controls * 10 > beginning.length();
    }
}
