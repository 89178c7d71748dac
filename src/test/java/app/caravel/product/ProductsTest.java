package app.caravel.product;

import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.content.design.BlockType;
import app.caravel.reason.Problem;
import app.caravel.workspace.Home;
import app.caravel.workspace.Workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Price lists as exporters write them, read into a real workspace. */
class ProductsTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Instant now = Instant.parse("2026-11-24T08:12:00Z");

    @BeforeEach
    void open() {
        workspace = Workspace.open(new Home(folder.resolve("home")), new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Products products() {
        return workspace.products();
    }

    private Products.Imported take(String name, String rows) throws Exception {
        now = now.plusSeconds(60);
        return products().take(Files.writeString(folder.resolve(name), rows));
    }

    private Product product(String item) {
        return products().named(item).orElseThrow();
    }

    @Test
    void anEnglishPriceListWithStepsIsRead() throws Exception {
        var imported = take("list.csv", """
                Lumitech Lighting - Price List 2026,,,,,,,,,,
                ,,,,,,,,,,
                Item No.,Product Name,Specification,FOB Zhongshan USD 500+,1000 pcs,"5,000+",MOQ,Lead Time,Packing,Valid until,Category
                LP-6060,LED panel 60x60,"36 W, 4000 K",4.98,4.58,$4.2,500 pcs,25 days,5 pcs/ctn,2026-12-31,Panels
                LP-1230,LED panel 120x30,40 W,US$ 5.10,4.80,,500,25,,31.12.2026,Panels
                DL-90,Downlight,,"1,234.50",-,,,30-35 days,,,Downlights
                """);
        assertEquals(List.of(), imported.rejected());
        assertEquals(3, imported.read());
        assertEquals(3, imported.added());
        var panel = product("lp-6060");
        assertEquals(Map.of("en", "LED panel 60x60"), panel.names());
        assertEquals(List.of(new PriceStep(500, new BigDecimal("4.98")), new PriceStep(1000, new BigDecimal("4.58")), new PriceStep(5000, new BigDecimal("4.2"))), panel.prices());
        assertEquals("USD FOB Zhongshan", panel.currency() + " " + panel.incoterm() + " " + panel.port());
        assertEquals(500, panel.moq());
        assertEquals(LocalDate.of(2026, 12, 31), product("LP-1230").validUntil());
        assertEquals(new BigDecimal("1234.50"), product("DL-90").prices().getFirst().price());
        assertEquals(Map.of("Panels", 2, "Downlights", 1), products().categories());
    }

    @Test
    void aChineseWorkbookWithGroupsBetweenItsRowsIsRead() throws Exception {
        var file = folder.resolve("报价单.xlsx");
        try (var out = Files.newOutputStream(file)) {
            var book = new Workbook(out, "test", "1.0");
            var sheet = book.newWorksheet("报价");
            var rows = List.of(List.of("中山市灯饰厂报价单"), List.of("货号", "中文品名", "英文品名", "规格", "单价（元）", "起订量", "交期", "贸易术语", "有效期至"),
                    List.of("面板灯"), List.of("LP-6060", "面板灯 60x60", "LED panel", "36W", "¥32.5", "500", "25天", "FOB 中山", "2026年12月31日"),
                    List.of("LP-1230", "面板灯 120x30", "", "40W", "价格另问", "500", "25天", "FOB 中山", ""), List.of("", "没有货号", "", "", "12", "", "", "", ""));
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++) {
                    sheet.value(r, c, rows.get(r).get(c));
                }
            }
            book.finish();
        }
        var imported = products().take(file);
        assertEquals(imported.read(), imported.added() + imported.changed() + imported.same() + imported.rejected().size());
        assertEquals(List.of("products.row-price", "products.row-no-item"), imported.rejected().stream().map(rejected -> rejected.reason().key()).toList());
        var panel = product("LP-6060");
        assertEquals(Map.of("en", "LED panel", "zh", "面板灯 60x60"), panel.names());
        assertEquals("面板灯", panel.category());
        assertEquals("CNY", panel.currency());
        assertEquals("FOB 中山", panel.incoterm() + " " + panel.port());
        assertEquals(List.of(new PriceStep(500, new BigDecimal("32.5"))), panel.prices());
        assertEquals(LocalDate.of(2026, 12, 31), panel.validUntil());
    }

    @Test
    void everyRowIsAccountedForAndASecondListUpdatesByNumber() throws Exception {
        take("first.csv", "Model,Name,Price USD,Spec\nA-1,One,1.5,red\nA-2,Two,2,blue\n");
        var second = take("second.csv", "Model,Name,Price USD\nA-1,One,1.8\nA-2,Two,2\nA-3,Three,3\nA-3,Again,4\n,,5\nA-4,Four,soon\n");
        assertEquals(6, second.read());
        assertEquals(List.of(1, 1, 1, 3), List.of(second.added(), second.changed(), second.same(), second.rejected().size()));
        assertEquals(5, second.rejected().getFirst().line());
        assertEquals(new BigDecimal("1.8"), product("A-1").prices().getFirst().price());
        assertEquals("red", product("A-1").specification(), "what a list does not say stays");
        now = now.plusSeconds(5);
        products().save(product("A-3").withNames(Map.of("en", "Mine")));
        assertEquals(1, products().undo(second.id()));
        assertEquals(new BigDecimal("1.5"), product("A-1").prices().getFirst().price());
        assertEquals("Mine", product("A-3").name("en"), "what was changed by hand since stays");
        assertThrows(Problem.class, () -> products().undo(second.id()));
    }

    @Test
    void whatWasDeletedComesBackByUndoAndByTheNextList() throws Exception {
        take("first.csv", "Model,Price USD\nA-1,1.5\n");
        long id = product("A-1").id();
        products().delete(List.of(id));
        assertTrue(products().named("A-1").isEmpty());
        products().restore(List.of(id));
        assertEquals(id, product("A-1").id());
        products().delete(List.of(id));
        var again = take("again.csv", "Model,Price USD\nA-1,1.7\n");
        assertEquals(1, again.added());
        assertEquals(1, products().undo(again.id()));
        assertTrue(products().named("A-1").isEmpty());
    }

    @Test
    void aFileWithoutItemNumbersIsRefusedWithASentence() {
        assertEquals("products.no-item-column", assertThrows(Problem.class, () -> take("x.csv", "Name,Price\nA,1\n")).reason().key());
    }

    @Test
    void picturesNamedByItemNumbersFindTheirProducts() throws Exception {
        take("first.csv", "Model,Price USD\nLP-6060,1.5\nA/2,2\nB,3\n");
        var pictures = Files.createDirectories(folder.resolve("pictures"));
        for (var name : List.of("lp-6060_2.png", "LP-6060.jpg", "A_2 (3).png", "A-2 (2).png", "other.png")) {
            var image = new BufferedImage(20, 20, name.endsWith("jpg") || name.contains("(2)") ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
            assertTrue(ImageIO.write(image, name.endsWith("jpg") ? "jpg" : "png", pictures.resolve(name).toFile()));
        }
        Files.writeString(pictures.resolve("B.png"), "no picture");
        Files.writeString(pictures.resolve("notes.txt"), "x");
        var taken = products().takePictures(pictures);
        assertEquals(2, taken.taken());
        assertEquals(List.of("other.png"), taken.unmatched());
        assertEquals(List.of("B.png"), taken.unreadable());
        assertTrue(workspace.pictures().find(product("A/2").picture()).isPresent());
        assertFalse(product("LP-6060").picture().isEmpty());
    }

    @Test
    void aBlockSpeaksTheMailsLanguageAndCarriesTheItem() throws Exception {
        take("list.csv", "Item No.,English name,中文品名,USD 500+,1000 pcs,Incoterm,Port,MOQ,Lead time,Link\nLP-6060,LED panel,面板灯,4.98,4.58,FOB,Zhongshan,500,25,https://lumitech.example/lp\n");
        var block = ProductBlocks.block(product("LP-6060"), "en");
        assertEquals("from USD 4.58 FOB Zhongshan, MOQ 500, 25 days", block.get("price"));
        assertEquals("LP-6060 LED panel https://lumitech.example/lp", block.get("item") + " " + block.get("name") + " " + block.get("href"));
        assertEquals("FOB Zhongshan USD 4.58 起，起订量 500，交期 25 天", ProductBlocks.block(product("LP-6060"), "zh-CN").get("price"));
        assertEquals("面板灯", ProductBlocks.block(product("LP-6060"), "zh").get("name"));
        assertEquals("LED panel", ProductBlocks.block(product("LP-6060"), "fi").get("name"));
        var grid = ProductBlocks.blocks(List.of(product("LP-6060"), product("LP-6060"), product("LP-6060"), product("LP-6060")), "de", 3);
        assertEquals(List.of(3, 1), grid.stream().map(each -> each.columns().size()).toList());
        assertEquals(BlockType.PRODUCT_GRID, grid.getFirst().type());
    }

    @Test
    void theCheckNamesPricesThatAreOverOrSayNoPortOrAreNotForTheirReader() throws Exception {
        take("list.csv", "Item No.,Name,USD,Incoterm,Port,Valid until,Link\nOLD-1,Old,4,FOB,Ningbo,2026-01-31,https://x.example/old\nNP-1,No port,3,,,,https://x.example/np\nOK-1,Fine,2,FOB,Ningbo,2027-01-31,https://x.example/ok\n");
        var list = workspace.lists().create("Buyers");
        workspace.database().jdbi().useHandle(h -> {
            for (var row : List.of("a@x.example;{}", "b@x.example;{\"No prices\":\"yes\"}", "c@x.example;{}")) {
                h.execute("INSERT INTO contact (address, written_address, attributes, created_at, changed_at) VALUES (?, ?, ?, 0, 0)", row.split(";")[0], row.split(";")[0], row.split(";")[1]);
                h.execute("INSERT INTO list_member (list_id, contact_id, added_at) VALUES (?, last_insert_rowid(), 0)", list.id());
            }
        });
        workspace.tags().add(workspace.tags().create("不报价").id(), List.of(workspace.contacts().find(new app.caravel.contact.EmailAddress("c@x.example")).orElseThrow().id()));
        var blocks = ProductBlocks.blocks(List.of(product("OLD-1"), product("NP-1"), product("OK-1")), "en", 3);
        var design = new app.caravel.content.design.Design(app.caravel.content.design.Design.Layout.DESIGNED, "en", "", blocks);
        var html = app.caravel.content.design.DesignHtml.of(design, app.caravel.content.design.Brand.PLAIN, app.caravel.content.design.DesignHtml.Pictures.AS_WRITTEN);
        var campaign = workspace.campaigns().create("Products", app.caravel.campaign.Audience.of(list), null, "s", html, null, app.caravel.content.Original.design(app.caravel.content.design.DesignJson.write(design)));
        var found = workspace.check().run(campaign, _ -> {}, () -> false).findings().stream()
                .collect(java.util.stream.Collectors.toMap(app.caravel.content.CheckFinding::kind, finding -> finding, (one, _) -> one));
        assertEquals("OLD-1", java.util.Objects.requireNonNull(found.get("product-expired")).text().arguments().get("items"));
        assertEquals("NP-1", java.util.Objects.requireNonNull(found.get("product-no-port")).text().arguments().get("items"));
        assertEquals(List.of("b@x.example", "c@x.example"), java.util.Objects.requireNonNull(found.get("price-not-for-them")).recipients());
        var items = app.caravel.content.design.ProductItems.of(campaign.original());
        assertEquals("NP-1", items.of("https://x.example/np", "").orElseThrow());
        assertTrue(items.of("https://x.example/", "Fine").isEmpty());
    }

    @Test
    void pricesAreReadHoweverTheyAreWritten() {
        assertEquals(List.of("4.58", "4.58", "1234.50", "1234.50", "1234567", "32"), java.util.stream.Stream.of("4.58", "4,58 €", "1,234.50", "1.234,50", "1,234,567", "RMB 32")
                .map(cell -> Money.number(cell).orElseThrow().toPlainString()).toList());
        assertTrue(Money.number("4.5-5.0").isEmpty());
        assertTrue(Money.number("-4").isEmpty());
        assertTrue(Money.saysNone("On request"));
        assertEquals(List.of("USD", "EUR", "CNY", "HKD", "", "USD"), java.util.stream.Stream.of("US$ 4", "4 €", "单价（元）", "HK$5", "4.58", "$3").map(Money::currency).toList());
    }
}
