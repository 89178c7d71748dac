package app.caravel.desktop.contacts;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import app.caravel.sheet.ExcelSheet;

/** Files as sales offices bring them. */
final class ImportData {

    private static final List<String> NAMES = List.of("王敏", "李建国", "陈晓东", "刘洋", "赵文静", "黄志强", "周丽华", "吴海峰");

    private ImportData() {}

    /** GB18030, semicolons, Chinese column names; some rows have no usable address, one stands twice. */
    static Path chinese(Path folder, int people) throws IOException {
        var text = new StringBuilder("公司名称;联系人;E-Mail;国家;电话;客户等级;上次下单;业务员;备注2\r\n");
        text.append("Nordlicht Elektrogroßhandel;Katrin Weber;k.weber@nordlicht.example;德国;0049 40 5550 1870;A;2026.3.18;王敏;\r\n".replace("ß", "ss"));
        for (int i = 0; i < people; i++) {
            text.append("上海光电材料有限公司").append(i / 4).append(';').append(NAMES.get(i % NAMES.size())).append(";buyer").append(i).append("@guangdian").append(i / 4)
                    .append(".example;").append(i % 2 == 0 ? "中国" : "日本").append(";;").append("ABC".charAt(i % 3)).append(";2026.5.").append(1 + i % 28).append(";李雷;\r\n");
        }
        text.append("海湾照明;Rashid;info@@gulf;阿联酋;;B;;王敏;\r\n").append("无名公司;无名;k.a.;德国;;C;;王敏;\r\n").append("没有邮箱;张三;;中国;;C;;王敏;\r\n");
        text.append("上海光电材料有限公司0;王敏;buyer0@guangdian0.example;中国;;A;;李雷;\r\n").append("展会;前台;info@fair.example;台北;;A;;李雷;\r\n\r\n");
        return Files.write(folder.resolve("buyers_autumn_2026.csv"), text.toString().getBytes(Charset.forName("GB18030")));
    }

    /** The same people half a year later: some have another job, some a phone number. */
    static Path later(Path folder, int people) throws IOException {
        var text = new StringBuilder("公司名称;联系人;E-Mail;职位;城市;客户等级\r\n");
        text.append("Nordlicht Elektrogrosshandel;Katrin Weber;k.weber@nordlicht.example;Head of Purchasing;Hamburg;A\r\n");
        for (int i = 0; i < people; i++) {
            text.append("上海光电材料有限公司").append(i / 4).append(';').append(NAMES.get(i % NAMES.size())).append(";buyer").append(i).append("@guangdian").append(i / 4)
                    .append(".example;").append(i % 3 == 0 ? "采购经理" : "").append(";").append(i % 5 == 0 ? "上海" : "").append(";").append("ABC".charAt((i + i / 10) % 3)).append("\r\n");
        }
        text.append("海湾照明;Rashid;info@@gulf;;;B\r\n").append("新客户;李雷;lilei@xinkehu.example;;;B\r\n");
        return Files.write(folder.resolve("buyers_spring_2027.csv"), text.toString().getBytes(Charset.forName("GB18030")));
    }

    /** A workbook whose first sheet is a cover and whose two others are people. */
    static Path workbook(Path folder) throws IOException {
        var file = folder.resolve("fair.xlsx");
        try (var book = new org.dhatim.fastexcel.Workbook(Files.newOutputStream(file), "Test", "1.0")) {
            book.newWorksheet("Cover").value(0, 0, "Canton Fair 2026");
            for (var name : List.of("Hall 11", "Hall 12")) {
                var sheet = book.newWorksheet(name);
                sheet.value(0, 0, "Name");
                sheet.value(0, 1, "E-mail");
                for (int i = 1; i <= (name.endsWith("1") ? 3 : 5); i++) {
                    sheet.value(i, 0, "Visitor " + i);
                    sheet.value(i, 1, "v" + i + "@" + name.replace(" ", "").toLowerCase(java.util.Locale.ROOT) + ".example");
                }
            }
        }
        return file;
    }

    static Path text(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A workbook that another program wrote, of one sheet without addresses. */
    static Path withoutAddresses(Path folder) {
        var file = folder.resolve("prices.xlsx");
        try (var sheet = ExcelSheet.create(file, "Prices")) {
            sheet.row(List.of("Item", "Price")).row(List.of("LED panel", "4.58"));
        }
        return file;
    }
}
