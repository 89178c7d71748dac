package app.caravel.contact.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

import app.caravel.reason.Problem;

/** A file of text: its encoding is noticed, and whether it holds cards or separated cells. */
final class TextFile {

    private static final int BEGINNING = 1 << 16;

    private TextFile() {}

    /**
     * The cards or the table it holds.
     *
     * @throws Problem where it is empty, or no text
     */
    static Source source(Path file, ImportOptions options) throws IOException {
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
        if (JsonSource.isOne(beginning)) {
            return new JsonSource(file, guess, encoding);
        }
        if (MarkupSource.isOne(beginning)) {
            return new MarkupSource(file, guess, encoding);
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

    static String beginning(Path file, Encoding encoding) throws IOException {
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
