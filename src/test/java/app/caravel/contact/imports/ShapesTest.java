package app.caravel.contact.imports;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.contact.Lists;
import app.caravel.store.Database;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Tables in the shapes that programs and people give them: each is counted row by row, its people come in with name and company. */
class ShapesTest {

    @TempDir
    Path folder;

    private String taken(String name, byte[] bytes) throws Exception {
        var file = Files.write(folder.resolve(name), bytes);
        try (var database = Database.open(folder.resolve(name + ".db"))) {
            var result = new Importer(database, new Lists(database, Clock.systemUTC()), Clock.systemUTC()).run(file, ImportOptions.NOTICED, "L", Progress.NONE);
            assertEquals(result.read(), result.added() + result.merged() + result.rejected());
            var people = new ArrayList<String>();
            new Contacts(database).forEach(Filter.EVERYONE, one -> people.add(one.address().written() + "|" + (one.name() == null ? "" : one.name()) + "|" + (one.company() == null ? "" : one.company())));
            return "%d+%d-%d ".formatted(result.read(), result.blank(), result.rejected()) + people.stream().sorted().collect(Collectors.joining(" "));
        }
    }

    private String taken(String text) throws Exception {
        return taken("list.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code \n}, {@code \r}, {@code \t} and {@code \uFEFF} are written as such; read + blank - rejected stand before the people. */
    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '\0', value = {
        "Name,Company,E-mail\\nA B,Co,a@x.example\\rC D,Co,c@x.example\\r\\n\\r\\nE F,Co,e@x.example => 3+1-0 a@x.example|A B|Co c@x.example|C D|Co e@x.example|E F|Co",
        "sep=;\\r\\nName;Company;E-mail\\r\\nA B;C, D;a@x.example\\r\\n => 1+0-0 a@x.example|A B|C, D",
        "\\uFEFFsep=|\\r\\nName|Company|E-mail\\r\\nA B|Co|a@x.example\\r\\n => 1+0-0 a@x.example|A B|Co",
        "Name\\tCompany\\tE-mail\\nA B\\tCo \"x\"\\ta@x.example\\n => 1+0-0 a@x.example|A B|Co \"x\"",
        "Name|Company|E-mail\\nA B|Co, Ltd; x|a@x.example\\n => 1+0-0 a@x.example|A B|Co, Ltd; x",
        "Name~Company~E-mail\\nA B~Co, Ltd~a@x.example\\n => 1+0-0 a@x.example|A B|Co, Ltd",
        "Name^Company^E-mail\\nA B^Co^a@x.example\\n => 1+0-0 a@x.example|A B|Co",
        "姓名，公司，邮箱\\n王小明，宁波公司，w@x.example\\n => 1+0-0 w@x.example|王小明|宁波公司",
        "姓名；公司；邮箱\\n王小明；宁波公司；w@x.example\\n => 1+0-0 w@x.example|王小明|宁波公司",
        "List of 2026\\nby Olga (olga@own.example) on 18 March\\n\\nName,Company,E-mail\\nA B,Co,a@x.example\\nTotal,1,\\n => 2+0-1 a@x.example|A B|Co",
        "Name,Company,E-mail\\nA B,Co,a@x.example\\n\\uFEFFName,Company,E-mail\\nC D,Co,c@x.example\\n => 3+0-1 a@x.example|A B|Co c@x.example|C D|Co",
        "Name,Company,E-mail\\nA B,\"Unclosed Co,a@x.example\\nC D,Co,c@x.example\\n => 2+0-0 a@x.example|A B|\"Unclosed Co c@x.example|C D|Co",
        "Name,Company,E-mail\\n\"A \\\\\"Bob\\\\\" B\",\"C:\\\\\",a@x.example\\n => 1+0-0 a@x.example|A \"Bob\" B|C:\\",
        "Name,Company,E-mail\\n\"A B\",\"Two\\nlines\",\"a@x.example\"\\n => 1+0-0 a@x.example|A B|Two lines",
        "Name,Company,E-mail\\nA B,Co\\nC D,Co,c@x.example,more,cells\\n,,\\n => 2+1-1 c@x.example|C D|Co",
        "Katrin Weber;Nordlicht GmbH;k@x.example\\nAnna Berg;Sol S.L.;a@x.example\\n => 2+0-0 a@x.example|Anna Berg|Sol S.L. k@x.example|Katrin Weber|Nordlicht GmbH",
        "k@x.example\\na@x.example\\n => 2+0-0 a@x.example|| k@x.example||",
        "Name,E-mail,E-mail\\nA B,c@x.example; Bob <b@x.example>,a@x.example\\n => 1+0-0 c@x.example|A B|",
        "a,b,c\\n1,\"\",\"\"\\n2,3,4\\n => 2+0-2"})
    void aTableInAnyShapeIsRead(String text, String expected) throws Exception {
        assertEquals(expected.strip(), taken(text.replace("\\\\", "\u0001").replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t").replace("\\uFEFF", "\uFEFF").replace('\u0001', '\\')).strip());
    }

    @Test
    void aPageThatIsCalledAnExcelFileIsATable() throws Exception {
        var page = "<html><meta charset=gbk><body><table><tr><td>客户导出</td></tr></table><table><tr><th>公司名称</th><th>联系人</th><th>邮箱</th></tr>"
                + "<tr><td rowspan=2>宁波灯具<br>有限公司</td><td>王小明</td><td><a href='mailto:w@x.example'>w@x.example</a></td></tr><tr><td>李娜 &amp; 张伟</td><td>l@x.example</td></tr></table></body></html>";
        assertEquals("2+0-0 l@x.example|李娜 & 张伟|宁波灯具 有限公司 w@x.example|王小明|宁波灯具 有限公司", taken("list.xls", page.getBytes("GBK")));
    }

    @Test
    void aWorkbookInTheXmlOfExcel2003IsATable() throws Exception {
        var cells = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                + "<Worksheet ss:Name=\"S\"><Table>" + row("Name", "Company", "E-mail") + row("A B", "Co &amp; Sons", "a@x.example")
                + "<Row ss:Index=\"4\"><Cell ss:Index=\"3\"><Data ss:Type=\"String\">c@y.example</Data></Cell></Row></Table></Worksheet></Workbook>";
        assertEquals("2+1-0 a@x.example|A B|Co & Sons c@y.example||", taken("list.xls", cells.getBytes(StandardCharsets.UTF_8)));
    }

    private static String row(String... cells) {
        return java.util.Arrays.stream(cells).map(cell -> "<Cell><Data ss:Type=\"String\">" + cell + "</Data></Cell>").collect(Collectors.joining("", "<Row>", "</Row>"));
    }
}
