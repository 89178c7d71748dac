package app.caravel.contact.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.EmailAddress;
import app.caravel.contact.Lists;
import app.caravel.reason.Problem;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class XlsxTest {

    private interface Content {
        void write(Workbook workbook);
    }

    @TempDir
    Path folder;

    Database database;
    Importer importer;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("caravel.db"));
        importer = new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Path workbook(Content content) throws Exception {
        var file = folder.resolve("buyers.xlsx");
        try (var out = Files.newOutputStream(file); var workbook = new Workbook(out, "Test", "1.0")) {
            content.write(workbook);
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case Number number -> sheet.value(row, i, number);
                case Boolean truth -> sheet.value(row, i, truth);
                default -> sheet.value(row, i, cells[i].toString());
            }
        }
    }

    private Contact contact(String address) {
        return new Contacts(database).find(new EmailAddress(address)).orElseThrow();
    }

    @Test
    void cellsComeAsTheSheetShowsThem() throws Exception {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("客户");
            row(sheet, 0, "邮箱", "手机", "国家", "上次下单", "折扣", "金额", "单价", "编号", "公式", "时间", "活跃");
            row(sheet, 1, "a@x.example", 13800138000L, "中国");
            sheet.value(1, 3, LocalDate.of(2026, 3, 18));
            sheet.style(1, 3).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(1, 4, 0.125);
            sheet.style(1, 4).format("0.0%").set();
            sheet.value(1, 5, 1234.5);
            sheet.style(1, 5).format("#,##0.00").set();
            sheet.value(1, 6, 0.1 + 0.2);
            sheet.value(1, 7, 42);
            sheet.style(1, 7).format("000000").set();
            sheet.formula(1, 8, "1+1");
            sheet.value(1, 9, LocalDateTime.of(2026, 3, 18, 9, 5));
            sheet.style(1, 9).format("d/m/yyyy hh:mm").set();
            sheet.value(1, 10, true);
        });
        var result = importer.run(file, ImportOptions.NOTICED, "L", Progress.NONE);
        assertEquals(1, result.added());
        assertEquals(null, result.encoding());
        var contact = contact("a@x.example");
        assertEquals("+8613800138000", contact.phone());
        assertEquals("2026年3月18日", contact.attributes().get("上次下单"));
        assertEquals("12.5%", contact.attributes().get("折扣"));
        assertEquals("1,234.50", contact.attributes().get("金额"));
        assertEquals("0.3", contact.attributes().get("单价"));
        assertEquals("000042", contact.attributes().get("编号"));
        assertEquals("18/3/2026 09:05", contact.attributes().get("时间"));
        assertEquals("TRUE", contact.attributes().get("活跃"));
    }

    @Test
    void rowsThatTheSheetPassesOverAreBlankOnes() throws Exception {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("Sheet1");
            row(sheet, 0, "Name", "E-mail");
            row(sheet, 1, "Anna", "a@x.example");
            row(sheet, 4, "Bo", "b@x.example");
            row(sheet, 5, "Cy", "no address");
        });
        var result = importer.run(file, ImportOptions.NOTICED, "L", Progress.NONE);
        assertEquals(3, result.read());
        assertEquals(2, result.blank());
        assertEquals(6, result.rejects().getFirst().line());
        assertEquals("Cy\tno address", result.rejects().getFirst().text());
        var rejects = folder.resolve("rejects.xlsx");
        importer.saveRejects(file, ImportOptions.NOTICED, result.rejects(), rejects);
        var again = importer.preview(rejects, ImportOptions.NOTICED);
        assertEquals("Cy", again.rows().getFirst().getFirst());
    }

    @Test
    void theFirstSheetWithAddressesIsTakenUnlessOneIsNamed() throws Exception {
        var file = workbook(book -> {
            row(book.newWorksheet("描述信息"), 0, "请按模板填写");
            var people = book.newWorksheet("联系人");
            row(people, 0, "姓名", "邮箱");
            row(people, 1, "李娜", "li@x.example");
            var more = book.newWorksheet("More");
            row(more, 0, "Name", "Mail");
            row(more, 1, "Bo", "b@x.example");
        });
        assertEquals("联系人", importer.preview(file, ImportOptions.NOTICED).sheet());
        assertEquals("More", importer.preview(file, ImportOptions.NOTICED.withSheet("3")).sheet());
        assertEquals("More", importer.preview(file, ImportOptions.NOTICED.withSheet("more")).sheet());
        var problem = assertThrows(Problem.class, () -> importer.preview(file, ImportOptions.NOTICED.withSheet("Nope")));
        assertEquals("描述信息, 联系人, More", problem.reason().arguments().get("sheets"));
        assertEquals("contacts.import-no-address-column", assertThrows(Problem.class, () -> importer.run(file, ImportOptions.NOTICED.withSheet("1"), "L", Progress.NONE)).reason().key());
    }

    @Test
    void aZipThatIsNoWorkbookAndABombAreRefused() throws Exception {
        var zip = folder.resolve("files.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("hello, this is no workbook".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals("contacts.import-no-table", assertThrows(Problem.class, () -> importer.preview(zip, ImportOptions.NOTICED)).reason().key());
        var bomb = folder.resolve("bomb.xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("xl/workbook.xml"));
            out.closeEntry();
            out.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(zeros);
            }
        }
        assertEquals("contacts.import-bomb", assertThrows(Problem.class, () -> importer.preview(bomb, ImportOptions.NOTICED)).reason().key());
    }

    @Test
    void aDamagedWorkbookIsAProblemAndNothingOfItStays() throws Exception {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("Sheet1");
            row(sheet, 0, "Name", "E-mail");
            for (int i = 1; i < 20_000; i++) {
                row(sheet, i, "P" + i, "p" + i + "@x.example");
            }
        });
        var cut = folder.resolve("cut.xlsx");
        var bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 3; i < bytes.length / 2; i++) {
            bytes[i] = 0;
        }
        Files.write(cut, bytes);
        var problem = assertThrows(Problem.class, () -> importer.run(cut, ImportOptions.NOTICED, "Cut", Progress.NONE));
        assertEquals("contacts.import-damaged-excel", problem.reason().key());
        assertEquals(0, new Contacts(database).count(app.caravel.contact.Filter.EVERYONE));
    }
}
