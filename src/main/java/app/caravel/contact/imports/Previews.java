package app.caravel.contact.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Puts together what a person sees before an import. */
final class Previews {

    private static final int ROWS = 100;
    private static final int LINES = 3;
    private static final int LINE = 200;
    private static final int LOOKED_AT = 2_000;
    private static final long CHARACTERS = 64L << 20;

    private Previews() {}

    static Preview of(Path file, Source source, Layout layout, ImportOptions options) throws IOException {
        var rows = layout.sample().stream().limit(ROWS).map(row -> layout.columns().stream().map(column -> Cells.oneLine(row.cell(column.index()))).toList()).toList();
        var guess = source.encodings();
        return new Preview(file, Files.size(file), options, source.encoding(), options.encoding() == null,
                guess == null || source.encoding() == null ? List.of() : readings(file, guess, source.encoding()),
                source.separator(), source.sheets(), source.sheet(), layout.header() == null ? 0 : layout.header().line(), layout.columns(), rows);
    }

    /** A file of ASCII reads the same in all of them: then there is nothing to choose. */
    private static List<Preview.Reading> readings(Path file, EncodingGuess guess, Encoding used) throws IOException {
        var lines = linesThatDiffer(file, used);
        if (lines.isEmpty()) {
            return List.of();
        }
        var readings = new ArrayList<Preview.Reading>();
        var encodings = new ArrayList<Encoding>();
        encodings.add(guess.best());
        encodings.addAll(guess.others());
        if (!encodings.contains(used)) {
            encodings.addFirst(used);
        }
        for (var encoding : encodings.subList(0, Math.min(4, encodings.size()))) {
            readings.add(new Preview.Reading(encoding, lines(file, encoding, lines)));
        }
        return readings;
    }

    private static List<Integer> linesThatDiffer(Path file, Encoding encoding) throws IOException {
        var numbers = new ArrayList<Integer>();
        try (var reader = new BufferedReader(TextFile.reader(file, encoding))) {
            long passed = 0;
            for (int number = 0; number < LOOKED_AT && numbers.size() < LINES && passed < CHARACTERS; number++) {
                var line = line(reader);
                if (line == null) {
                    break;
                }
                passed += line.length() < LINE ? line.length() : CsvRecords.LONGEST; // how much longer it is was not kept
                if (line.chars().anyMatch(c -> c >= 128)) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private static List<String> lines(Path file, Encoding encoding, List<Integer> numbers) throws IOException {
        var lines = new ArrayList<String>();
        try (var reader = new BufferedReader(TextFile.reader(file, encoding))) {
            for (int number = 0; number <= numbers.getLast(); number++) {
                var line = line(reader);
                if (line == null) {
                    break;
                }
                if (numbers.contains(number)) {
                    lines.add(Cells.oneLine(line));
                }
            }
        }
        return lines;
    }

    /** A line's beginning; an endless one is not held. */
    private static @Nullable String line(BufferedReader reader) throws IOException {
        var line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        long passed = 0;
        while (c >= 0 && c != '\n' && passed < CsvRecords.LONGEST) {
            if (line.length() < LINE) {
                line.append((char) c);
            }
            passed++;
            c = reader.read();
        }
        return line.toString();
    }
}
