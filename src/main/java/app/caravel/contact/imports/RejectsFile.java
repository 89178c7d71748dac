package app.caravel.contact.imports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

import app.caravel.sheet.ExcelCsv;
import app.caravel.sheet.ExcelSheet;

/** The rows left out as a file of the kind they came from. Reads the source once more, so that nothing need be held. */
final class RejectsFile {

    private interface Rows extends AutoCloseable {
        void add(Row row) throws IOException;

        @Override
        void close() throws IOException;
    }

    private RejectsFile() {}

    static void write(Source source, Layout layout, Set<Long> lines, Path target) throws IOException {
        try (var table = source.open(); var out = rows(source, target)) {
            table.expect(layout.columns().size());
            if (layout.header() != null && !(source instanceof VCardSource) && !(source instanceof JsonSource)) {
                out.add(layout.header());
            }
            for (var row = table.next(); row != null; row = table.next()) {
                if (lines.contains(row.line())) {
                    out.add(row);
                }
            }
        }
    }

    private static Rows rows(Source source, Path target) throws IOException {
        return switch (source) {
            case CsvSource csv -> asWritten(csv.encoding(), target);
            case JsonSource json -> asArray(json.encoding(), target);
            case VCardSource cards -> asWritten(cards.encoding(), target);
            case MarkupSource _, XlsSource _, XlsxSource _ -> {
                if (target.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                    var sheet = ExcelSheet.create(target, "Rejected");
                    yield rows(row -> sheet.row(row.cells()), sheet::close);
                }
                var csv = ExcelCsv.create(target);
                yield rows(row -> csv.row(row.cells()), csv::close);
            }
        };
    }

    /** Byte for byte as the row stood there, in the same encoding. */
    private static Rows asWritten(Encoding encoding, Path target) throws IOException {
        var out = writer(encoding, target);
        return rows(row -> {
            out.write(row.text());
            out.write("\r\n");
        }, out::close);
    }

    private static Rows asArray(Encoding encoding, Path target) throws IOException {
        var out = writer(encoding, target);
        out.write("[");
        var between = new String[] {"\n"};
        return rows(row -> {
            out.write(between[0] + row.text());
            between[0] = ",\n";
        }, () -> {
            out.write("\n]\n");
            out.close();
        });
    }

    private static BufferedWriter writer(Encoding encoding, Path target) throws IOException {
        var encoder = encoding.charset().newEncoder().onUnmappableCharacter(CodingErrorAction.REPLACE).onMalformedInput(CodingErrorAction.REPLACE);
        var out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(target), encoder));
        if (encoding.name().startsWith("UTF-")) {
            out.write('\uFEFF');
        }
        return out;
    }

    private interface Add {
        void add(Row row) throws IOException;
    }

    private interface Close {
        void close() throws IOException;
    }

    private static Rows rows(Add add, Close close) {
        return new Rows() {
            @Override
            public void add(Row row) throws IOException {
                add.add(row);
            }

            @Override
            public void close() throws IOException {
                close.close();
            }
        };
    }
}
