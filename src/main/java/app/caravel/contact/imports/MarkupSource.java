package app.caravel.contact.imports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

import app.caravel.reason.Problem;

/**
 * What web systems call an Excel file and Excel opens as one: a page with a table, or a workbook in the XML of Excel 2003
 * (its first sheet). Read as a whole.
 */
record MarkupSource(Path file, EncodingGuess encodings, Encoding encoding) implements Source {

    private static final long LARGEST = 64L << 20;
    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_SPAN = 10_000;

    /** Whether a text begins as a page or such a workbook does. */
    static boolean isOne(String beginning) {
        var text = beginning.strip().toLowerCase(java.util.Locale.ROOT);
        return text.matches("(?s)<(!doctype html|html|table|head|body|meta|style)\\b.*") && text.contains("<t") || isWorkbook(text);
    }

    private static boolean isWorkbook(String text) {
        return text.startsWith("<?xml") && text.contains("urn:schemas-microsoft-com:office:spreadsheet");
    }

    @Override
    public Table open() throws IOException {
        if (Files.size(file) > LARGEST) {
            throw Problem.of("contacts.import-no-table", "file", file.getFileName().toString());
        }
        var rows = rows().iterator();
        return new Table() {
            @Override
            public @Nullable Row next() {
                return rows.hasNext() ? rows.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    private List<Row> rows() throws IOException {
        String text;
        try (var reader = TextFile.reader(file, encoding)) {
            var all = new java.io.StringWriter();
            reader.transferTo(all);
            text = all.toString();
        }
        if (isWorkbook(text.substring(0, Math.min(text.length(), 1 << 16)).strip().toLowerCase(java.util.Locale.ROOT))) {
            return ofWorkbook(Parser.xmlParser().parseInput(new StringReader(text), ""));
        }
        return ofPage(Parser.htmlParser().parseInput(new StringReader(text), ""));
    }

    /** The table with the most rows: a page may hold others for its looks. */
    private static List<Row> ofPage(Document page) {
        var table = page.select("table").stream().max(Comparator.comparingInt(each -> ownRows(each).size())).orElse(null);
        var rows = new ArrayList<Row>();
        var held = new HashMap<Integer, Held>();
        for (var tr : table == null ? List.<Element>of() : ownRows(table)) {
            var cells = new ArrayList<String>();
            for (var cell : tr.children()) {
                if (cell.nameIs("td") || cell.nameIs("th")) {
                    fromAbove(cells, held, rows.size());
                    var text = text(cell);
                    if (span(cell, "rowspan") > 1) {
                        held.put(cells.size(), new Held(text, rows.size() + span(cell, "rowspan")));
                    }
                    cells.add(text);
                    for (int i = 1; i < span(cell, "colspan") && cells.size() < MOST_COLUMNS; i++) {
                        cells.add("");
                    }
                }
            }
            fromAbove(cells, held, rows.size());
            rows.add(row(rows.size() + 1, cells));
        }
        return rows;
    }

    /**
     * What a cell of several rows says in those below.
     *
     * @param end the first row that it does not reach, from 0
     */
    private record Held(String text, int end) {}

    private static void fromAbove(List<String> cells, Map<Integer, Held> held, int row) {
        for (var above = held.get(cells.size()); above != null && row < above.end; above = held.get(cells.size())) {
            cells.add(above.text);
        }
    }

    private static List<Element> ownRows(Element table) {
        return table.select("tr").stream().filter(tr -> tr.closest("table") == table).toList();
    }

    private static int span(Element cell, String name) {
        var value = cell.attr(name).strip();
        return value.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(value), 1, LONGEST_SPAN) : 1;
    }

    private static String text(Element cell) {
        cell.select("br").forEach(br -> br.replaceWith(new TextNode("\n")));
        return cell.wholeText().replace('\u00A0', ' ').strip();
    }

    private static List<Row> ofWorkbook(Document workbook) {
        var table = workbook.getElementsByTag("Table").stream().findFirst().or(() -> workbook.getElementsByTag("ss:Table").stream().findFirst()).orElse(null);
        var rows = new ArrayList<Row>();
        for (Iterator<Element> each = table == null ? List.<Element>of().iterator() : table.children().iterator(); each.hasNext();) {
            var element = each.next();
            if (!element.tagName().endsWith("Row")) {
                continue;
            }
            for (int index = index(element, rows.size() + LONGEST_SPAN); rows.size() + 1 < index;) {
                rows.add(row(rows.size() + 1, List.of()));
            }
            var cells = new ArrayList<String>();
            for (var cell : element.children()) {
                for (int index = index(cell, MOST_COLUMNS); cells.size() + 1 < index;) {
                    cells.add("");
                }
                cells.add(cell.children().stream().filter(data -> data.tagName().endsWith("Data")).map(Element::wholeText).findFirst().orElse(""));
            }
            rows.add(row(rows.size() + 1, cells));
        }
        return rows;
    }

    /** Where an element says it stands, from 1; 0 where it follows the one before. */
    private static int index(Element element, int most) {
        var value = element.attr("ss:Index");
        return value.matches("\\d{1,7}") ? Math.min(Integer.parseInt(value), most) : 0;
    }

    private static Row row(long line, List<String> cells) {
        return new Row(line, cells, String.join("\t", cells), true);
    }
}
