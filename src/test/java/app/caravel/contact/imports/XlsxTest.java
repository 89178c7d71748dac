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
    void cellsMergedOverSeveralRowsHoldForAllOfThem() throws Exception {
        var file = workbook(book -> {
            var sheet = book.newWorksheet("客户");
            row(sheet, 0, "公司名称", "国家", "联系人", "联系方式");
            sheet.value(1, 3, "邮箱");
            sheet.value(1, 4, "电话");
            row(sheet, 2, "Nordlicht GmbH", "德国", "Katrin Weber", "k.weber@nordlicht.example");
            sheet.value(3, 2, "Anna Berg");
            sheet.value(3, 3, "a.berg@nordlicht.example");
            row(sheet, 5, "Sol S.L.", "西班牙", "Ana Ruiz", "a.ruiz@sol.example");
            sheet.range(0, 0, 1, 0).merge();
            sheet.range(0, 1, 1, 1).merge();
            sheet.range(0, 2, 1, 2).merge();
            sheet.range(0, 3, 0, 4).merge();
            sheet.range(2, 0, 4, 0).merge();
            sheet.range(2, 1, 4, 1).merge();
        });
        var result = importer.run(file, ImportOptions.NOTICED, "L", Progress.NONE);
        assertEquals("3 of 3, 1 blank", result.added() + " of " + result.read() + ", " + result.blank() + " blank", String.valueOf(result.rejects()));
        assertEquals("Nordlicht GmbH", contact("a.berg@nordlicht.example").company());
        assertEquals("DE", contact("a.berg@nordlicht.example").country());
        assertEquals("Sol S.L.", contact("a.ruiz@sol.example").company());
    }

    @Test
    void theSheetOfPeopleIsTakenBeforeTheOneOfCompanies() throws Exception {
        var people = SixtyPeople.of("chinese");
        var file = workbook(book -> {
            var about = book.newWorksheet("描述信息");
            row(about, 0, "导入说明");
            row(about, 1, "一个联系人有多个邮箱用“;”分隔，如 a@x.example;b@x.example");
            var firms = book.newWorksheet("客户");
            row(firms, 0, "客户导入模板");
            row(firms, 1, "*客户名称", "*国家/地区", "客户来源", "公司邮箱", "公司电话", "网址");
            row(firms, 2, "示例：上海某某公司", "中国", "展会", "sample@firm.example", "021-5555", "www.firm.example");
            var contacts = book.newWorksheet("联系人");
            row(contacts, 0, "联系人导入模板");
            row(contacts, 1, "*客户名称", "*联系人名称", "性别", "职位", "邮箱", "电话", "备注");
            row(contacts, 2, "示例：上海某某公司", "李某", "男", "经理", "sample@firm.example;second@firm.example", "021-5555", "");
            int at = 3;
            for (var person : people) {
                row(firms, at, person.company(), person.country(), "展会", "office" + at + "@firm.example", person.phone(), "");
                row(contacts, at++, person.company(), person.name(), "女", "采购", person.address() + ";" + person.other(), person.phone(), "");
            }
            row(book.newWorksheet("银行资料"), 0, "客户名称", "银行名称", "账号");
        });
        var result = importer.run(file, ImportOptions.NOTICED, "L", Progress.NONE);
        assertEquals("60 of 61", result.added() + " of " + result.read(), String.valueOf(result.rejects()));
        assertEquals("contacts.reject-sample", result.rejects().getFirst().reason().key());
        for (var person : people) {
            assertEquals(person.name() + "|" + person.company(), contact(person.address()).name() + "|" + contact(person.address()).company());
            assertEquals(person.other(), contact(person.address()).otherAddresses().getFirst().written());
        }
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
