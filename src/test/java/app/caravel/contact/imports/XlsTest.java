package app.caravel.contact.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;

import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class XlsTest {

    @TempDir
    Path folder;

    private Database database;
    private Importer importer;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        importer = new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path workbook(Consumer<HSSFWorkbook> fill) throws IOException {
        var file = folder.resolve("list.xls");
        try (var workbook = new HSSFWorkbook(); var out = Files.newOutputStream(file)) {
            fill.accept(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static void row(org.apache.poi.ss.usermodel.Sheet sheet, int at, Object... values) {
        var row = sheet.createRow(at);
        for (int i = 0; i < values.length; i++) {
            var cell = row.createCell(i);
            switch (values[i]) {
                case Double number -> cell.setCellValue(number);
                case LocalDate date -> {
                    var style = sheet.getWorkbook().createCellStyle();
                    style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
                    cell.setCellStyle(style);
                    cell.setCellValue(date);
                }
                default -> cell.setCellValue(values[i].toString());
            }
        }
    }

    @Test
    void anOldWorkbookComesInAsItIsShown() throws Exception {
        var file = workbook(workbook -> {
            row(workbook.createSheet("说明"), 0, "请填写第二页");
            var sheet = workbook.createSheet("客户");
            row(sheet, 0, "公司名称", "联系人", "邮箱", "电话", "国家", "成交日期");
            row(sheet, 1, "光電機 K.K.", "佐藤 健", "sato@hikari.example", 13800138000d, "日本", LocalDate.of(2026, 3, 5));
            row(sheet, 3, "Nordlicht GmbH", "Katrin Weber", "k.weber@nordlicht.example", "+49 40 5550 1870", "德国", LocalDate.of(2025, 12, 31));
            row(sheet, 4, "", "Anna Berg", "a.berg@nordlicht.example");
            sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(3, 4, 0, 0));
        });
        var result = importer.run(file, ImportOptions.NOTICED, "L", Progress.NONE);
        assertEquals(3, result.added(), String.valueOf(result.rejects()));
        assertEquals("Nordlicht GmbH", new Contacts(database).find(new EmailAddress("a.berg@nordlicht.example")).orElseThrow().company());
        assertEquals(1, result.blank());
        var sato = new Contacts(database).find(new EmailAddress("sato@hikari.example")).orElseThrow();
        assertEquals("光電機 K.K.", sato.company());
        assertEquals("JP", sato.country());
        assertEquals("2026-03-05", sato.attributes().get("成交日期"));
        assertEquals("13800138000", sato.attributes().getOrDefault("电话", String.valueOf(sato.phone())).replaceAll("^\\+81", ""));
    }

    @Test
    void aPasswordAndDamageAreSaidSo() throws Exception {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        Path locked;
        try {
            locked = workbook(workbook -> row(workbook.createSheet("A"), 0, "E-mail", "Name"));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertEquals("contacts.import-password", assertThrows(Problem.class, () -> importer.preview(locked, ImportOptions.NOTICED)).reason().key());
        var whole = Files.readAllBytes(workbook(workbook -> row(workbook.createSheet("A"), 0, "E-mail", "Name")));
        var cut = Files.write(folder.resolve("cut.xls"), java.util.Arrays.copyOf(whole, 600));
        assertEquals("contacts.import-damaged-excel", assertThrows(Problem.class, () -> importer.preview(cut, ImportOptions.NOTICED)).reason().key());
    }
}
