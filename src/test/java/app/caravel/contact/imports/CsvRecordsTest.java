package app.caravel.contact.imports;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CsvRecordsTest {

    private static List<Row> rows(String text, char separator, int width) throws IOException {
        var rows = new ArrayList<Row>();
        try (var records = new CsvRecords(new StringReader(text), separator)) {
            records.expect(width);
            for (var row = records.next(); row != null; row = records.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static List<List<String>> cells(String text) throws IOException {
        return rows(text, ',', 0).stream().map(Row::cells).toList();
    }

    private static String corpus(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/app/caravel/contact/imports/corpus", name), StandardCharsets.UTF_8);
    }

    @Test
    void quotesSeparatorsAndLineEndsAreReadAsRfc4180Says() throws IOException {
        assertEquals(List.of(List.of("a", "b"), List.of("1, one", "say \"hi\""), List.of("two\r\nlines", ""), List.of("x", "y")), cells("a,b\r\n\"1, one\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",\nx,y"));
        assertEquals(List.of(List.of("a"), List.of(""), List.of("b")), cells("a\r\rb\r"));
        assertEquals(List.of(), cells(""));
        assertEquals(List.of(List.of("", "")), cells(","));
        assertEquals(List.of(List.of("a", "b c", "d")), cells("a, \"b c\" ,d"));
    }

    @Test
    void theCorpusOfOthersIsReadAsItsAuthorsMeant() throws IOException {
        assertEquals(List.of(List.of("a", "b", "c"), List.of("1", "", ""), List.of("2", "3", "4")), cells(corpus("empty.csv")));
        assertEquals(List.of(List.of("a", "b", "c"), List.of("1", "", ""), List.of("2", "3", "4")), cells(corpus("empty_crlf.csv")));
        assertEquals(List.of(List.of("key", "val"), List.of("1", "{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}")), cells(corpus("json.csv")));
        assertEquals(List.of("Contact Phone Number", "Location Coordinates", "Cities", "Counties"), cells(corpus("location_coordinates.csv")).getFirst());
        assertEquals(4, cells(corpus("location_coordinates.csv")).get(1).size());
    }

    @Test
    void aRowKnowsItsLineAndItsText() throws IOException {
        var rows = rows("a,b\n\"x\ny\",\"z\"\n\nlast,1", ',', 2);
        assertEquals(List.of(1L, 2L, 4L, 5L), rows.stream().map(Row::line).toList());
        assertEquals("\"x\ny\",\"z\"", rows.get(1).text());
        assertEquals("last,1", rows.get(3).text());
    }

    @Test
    void aStrayQuoteTakesNoRowButItsOwn() throws IOException {
        assertEquals(List.of(List.of("\"Müller", "m@x.example"), List.of("Meier", "n@x.example"), List.of("Huber", "h@x.example")),
                rows("\"Müller;m@x.example\n\"Meier\";n@x.example\nHuber;h@x.example", ';', 2).stream().map(Row::cells).toList());
        assertEquals(List.of(List.of("5\" panel", "a"), List.of("\"ACME\" Ltd", "b")), cells("5\" panel,a\n\"ACME\" Ltd,b"));
        assertEquals(3, cells("a,\"never closed\nb,c\nd,e").size());
    }

    @Test
    void aRecordAcrossTheBuffersEndIsWhole() throws IOException {
        var long1 = "x".repeat(70_000);
        assertEquals(List.of(List.of("a", long1), List.of("b", "\"" + "q")), cells("a," + long1 + "\nb,\"\"\"q\""));
    }

    @Test
    void theSeparatorIsNoticed() {
        assertEquals(';', Separators.noticed("Name;Mail\nMüller, Anna;a@x.example\nBerg, Bo;b@x.example\n"));
        assertEquals('\t', Separators.noticed("Name\tMail\nA, B\ta@x.example\n"));
        assertEquals('|', Separators.noticed("Name|Mail\nA; B|a@x.example\n"));
        assertEquals(',', Separators.noticed("a@x.example\nb@x.example\n"));
        assertEquals(',', Separators.noticed("name,note\na,1;2;3\nb,4;5\n"));
        assertEquals(';', Separators.noticed("sep=;\r\na,b;c\r\n"));
    }
}
