package app.caravel.contact.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import tools.jackson.databind.json.JsonMapper;

/** Lists of people of every kind that can be imported. Each row has an address by which it is found again: {@code mk0007@fair.example}. */
final class GoodFiles {

    static final List<String> ENCODINGS = List.of("UTF-8", "UTF-8 with mark", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", "windows-31j", "x-windows-949",
            "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256", "ISO-8859-1", "ISO-8859-2", "ISO-8859-5");

    private static final List<String> HEADER = List.of("Company", "Contact Person", "E-mail", "Country", "Phone", "Note");
    private static final List<List<String>> PEOPLE = List.of(
            List.of("Nordlicht; GmbH", "Katrin Weber", "Germany", "+49 40 5550 1870", "likes \"LED\" panels, a lot"),
            List.of("宁波明辉", "王小明", "中国", "138 0013 8000", "two\nlines"),
            List.of("Gulf Bright", "Rashid Al Mansoori", "UAE", "", ""),
            List.of("Hikari 光", "佐藤 健", "Japan", "", "x"),
            List.of("Свет", "Иван Петров", "Россия", "+7 495 555 01 87", "почта"),
            List.of("Łódź Światło", "Paweł Żak", "Polska", "", "é ü ñ"));

    private GoodFiles() {}

    private static List<String> row(int number) {
        var person = PEOPLE.get(number % PEOPLE.size());
        return List.of(person.get(0), person.get(1), "mk%04d@fair.example".formatted(number), person.get(2), person.get(3), person.get(4));
    }

    static byte[] csv(Random random, int rows) {
        var separator = List.of(",", ";", "\t", "|").get(random.nextInt(4));
        var end = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        var text = new StringBuilder(String.join(separator, HEADER)).append(end);
        for (int i = 0; i < rows; i++) {
            text.append(String.join(separator, row(i).stream().map(cell -> cell.matches("[^\"\n,;\t|]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"').toList())).append(end);
            if (random.nextInt(8) == 0) {
                text.append(random.nextBoolean() ? separator.repeat(5) : "").append(end);
            }
        }
        var encoding = ENCODINGS.get(random.nextInt(ENCODINGS.size()));
        var mark = encoding.endsWith("mark") || encoding.startsWith("UTF-16") ? "\uFEFF" : "";
        return (mark + text).getBytes(encoding.endsWith("mark") ? StandardCharsets.UTF_8 : Charset.forName(encoding));
    }

    static byte[] json(int rows) {
        var objects = java.util.stream.IntStream.range(0, rows).mapToObj(number -> {
            var object = new LinkedHashMap<String, Object>();
            for (int i = 0; i < HEADER.size(); i++) {
                object.put(HEADER.get(i), row(number).get(i));
            }
            object.put("attributes", Map.of("Tags", List.of("a", "b"), "Since", 2026));
            return object;
        }).toList();
        return JsonMapper.builder().build().writeValueAsBytes(objects);
    }

    static byte[] cards(Random random, int rows) {
        var cards = new StringWriter();
        for (int i = 0; i < rows; i++) {
            var row = row(i);
            var version = List.of("2.1", "3.0", "4.0").get(random.nextInt(3));
            var name = version.equals("2.1") ? "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + quoted(row.get(1)) : "FN:" + row.get(1);
            var note = row.get(5).replace("\n", "\\n").replace(",", "\\,");
            cards.write("BEGIN:VCARD\r\nVERSION:%s\r\nN:;%s;;;\r\n%s\r\nORG:%s\r\n".formatted(version, row.get(1), name, row.get(0).replace(";", "\\;")));
            cards.write("EMAIL;TYPE=%s:%s\r\nitem1.TEL:%s\r\nADR:;;;;;;%s\r\nNOTE:%s\r\n %s\r\n".formatted("work", row.get(2), row.get(4), row.get(3), note, "folded"));
            cards.write(random.nextInt(6) == 0 ? "AGENT:\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nFN:Assistant\r\nEND:VCARD\r\n" : "");
            cards.write("END:VCARD\r\n" + (random.nextInt(5) == 0 ? "\r\n" : ""));
        }
        return cards.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            quoted.append("=%02X".formatted(b));
        }
        return quoted.toString();
    }

    static byte[] xls(int rows) throws IOException {
        try (var workbook = new HSSFWorkbook(); var out = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("People");
            for (int i = -1; i < rows; i++) {
                var cells = i < 0 ? HEADER : row(i);
                var row = sheet.createRow(i + 1);
                for (int c = 0; c < cells.size(); c++) {
                    row.createCell(c).setCellValue(cells.get(c));
                }
                row.createCell(7).setCellValue(i * 1.5);
                row.createCell(8).setCellFormula("1+" + (i + 1));
            }
            workbook.write(out);
            return out.toByteArray();
        }
    }

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";

    /**
     * A workbook's parts, by their names.
     *
     * @param inline whether each cell has its text in itself
     */
    static Map<String, byte[]> workbook(int rows, boolean inline) {
        var sheet = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        var strings = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">");
        int shared = 0;
        for (int i = -1; i < rows; i++) {
            var cells = i < 0 ? HEADER : row(i);
            sheet.append("<row r=\"%d\">".formatted(i + 2));
            for (int c = 0; c < cells.size(); c++) {
                var text = cells.get(c).replace("&", "&amp;").replace("<", "&lt;");
                var place = "r=\"%c%d\" s=\"1\"".formatted('A' + c, i + 2);
                if (inline) {
                    sheet.append("<c %s t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, text));
                } else {
                    sheet.append("<c %s t=\"s\"><v>%d</v></c>".formatted(place, shared++));
                    strings.append("<si><t>%s</t></si>".formatted(text));
                }
            }
            sheet.append("<c r=\"H%d\" s=\"1\"><v>%d</v></c><c r=\"I%d\" t=\"str\"><f>A1</f><v>x</v></c></row>".formatted(i + 2, 46000 + i, i + 2));
        }
        var parts = new LinkedHashMap<String, String>();
        var relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        parts.put("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        parts.put("_rels/.rels", relations + "<Relationship Id=\"r1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".formatted(relation));
        parts.put("xl/_rels/workbook.xml.rels", relations + "<Relationship Id=\"r1\" Type=\"%1$s/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"%1$s/styles\" Target=\"styles.xml\"/><Relationship Id=\"r3\" Type=\"%1$s/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>".formatted(relation));
        parts.put("xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"%s\"><sheets><sheet name=\"People\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>".formatted(relation));
        parts.put("xl/styles.xml", "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>");
        parts.put(SHEET, sheet.append("</sheetData></worksheet>").toString());
        parts.put(STRINGS, strings.append("</sst>").toString());
        var bytes = new LinkedHashMap<String, byte[]>();
        parts.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    static byte[] zip(Map<String, byte[]> parts, boolean packed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                if (!packed) {
                    var sum = new CRC32();
                    sum.update(part.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(part.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }
}
