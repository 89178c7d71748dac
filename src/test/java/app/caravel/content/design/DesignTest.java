package app.caravel.content.design;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Tracking;
import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A design is edited without ever changing, kept as a readable document, and becomes a mail. */
class DesignTest {

    private static final Brand BRAND = new Brand("Lumitech Ltd", "", "#1d4ed8", "#111111", "Arial, sans-serif", "9 Lamp Road, Ningbo", "https://lumitech.example",
            Map.of("LinkedIn", "https://linkedin.example/lumitech", "WeChat", ""));

    private final Block text = Block.of(BlockType.TEXT, Map.of("html", "<p>Dear {{ first_name | default: \"friend\" }},</p>"));
    private final Block button = Block.of(BlockType.BUTTON, Map.of("label", "See <prices>", "href", "https://x.example/p?c={{ company | default: \"none\" }}&a=1"));
    private final Block columns = Block.of(BlockType.COLUMNS_2).withColumns(List.of(List.of(Block.of(BlockType.TEXT, Map.of("html", "<p>One</p>"))), List.of(button)));
    private final Design design = new Design(Design.Layout.DESIGNED, "en", "New stock", List.of(text, columns, Block.of(BlockType.SOCIAL), Block.of(BlockType.FOOTER)));

    private static String rendered(Design design, Map<String, Object> values) {
        return Compiler.compile(new ContentSource("s", DesignHtml.of(design, BRAND, DesignHtml.Pictures.AS_WRITTEN), null)).render(values, Tracking.none()).html();
    }

    @Test
    void itIsTheSameAfterBeingKept() {
        assertEquals(design, DesignJson.read(DesignJson.write(design)));
    }

    @Test
    void aMailIsMadeOfIt() {
        var page = Jsoup.parse(rendered(design, Map.of("first_name", "Katrin & Co", "company", "A&B")));
        assertTrue(page.text().contains("Dear Katrin & Co,"), page.text());
        var link = page.select("a").stream().filter(each -> each.text().equals("See <prices>")).findFirst().orElseThrow();
        assertEquals("https://x.example/p?c=A%26B&a=1", link.attr("href"));
        assertTrue(page.text().contains("Lumitech Ltd, 9 Lamp Road, Ningbo"));
        assertEquals(List.of("LinkedIn"), page.select("a[href^=https://linkedin]").eachText());
        assertTrue(page.select("link[href]").isEmpty(), "nothing is loaded from elsewhere");
    }

    @Test
    void aBlockIsShownToThoseItIsMeantFor() {
        var shown = design.change(text.id(), block -> block.with("shown_to", "country == \"DE\""));
        assertTrue(rendered(shown, Map.of("country", "DE")).contains("Dear"));
        assertFalse(rendered(shown, Map.of("country", "FR")).contains("Dear"));
        assertTrue(DesignHtml.marked(shown, BRAND, DesignHtml.Pictures.AS_WRITTEN).contains("Dear"));
    }

    @ParameterizedTest
    @EnumSource(BlockType.class)
    void everyKindOfBlockCanBeFoundWhereItIsEdited(BlockType type) {
        var block = switch (type) {
            case RAW_MJML -> Block.of(type, Map.of("mjml", "<mj-section><mj-column><mj-text>Hi</mj-text></mj-column></mj-section>"));
            case PICTURE -> Block.of(type, Map.of("src", "https://x.example/a.png"));
            default -> Block.of(type);
        };
        for (var layout : Design.Layout.values()) {
            var page = Jsoup.parse(DesignHtml.marked(new Design(layout, "en", "", List.of(block)), BRAND, DesignHtml.Pictures.AS_WRITTEN));
            assertFalse(page.getElementsByClass("cv-" + block.id()).isEmpty() && type != BlockType.SPACER, layout + " " + type);
        }
    }

    @Test
    void aLetterLooksLikeWrittenByHand() {
        var html = rendered(new Design(Design.Layout.LETTER, "en", "", List.of(text, Block.of(BlockType.SIGNATURE, Map.of("html", "<p>Anna</p>")))), Map.of());
        var page = Jsoup.parse(html);
        assertEquals("Dear friend, Anna", page.body().text());
        assertTrue(page.select("table, img, style").isEmpty(), html);
    }

    @Test
    void blocksAreMovedCopiedAndTakenOut() {
        var moved = design.moved(text.id(), 1);
        assertEquals(List.of(columns.id(), text.id()), moved.blocks().stream().limit(2).map(Block::id).toList());
        assertEquals(design, moved.moved(text.id(), -1));
        assertTrue(design.without(button.id()).find(button.id()).isEmpty());
        var copy = columns.copy();
        assertNotEquals(columns.id(), copy.id());
        assertEquals(5, design.after(columns.id(), copy).blocks().size());
        assertEquals(2, design.into(columns.id(), 1, Block.of(BlockType.TEXT)).find(columns.id()).orElseThrow().columns().get(1).size());
    }

    @Test
    void blocksGoOverTheClipboardUnderIdsOfTheirOwn() {
        var pasted = DesignJson.readBlocks(DesignJson.writeBlocks(List.of(columns)));
        assertEquals(1, pasted.size());
        assertNotEquals(columns.id(), pasted.getFirst().id());
        assertEquals("See <prices>", pasted.getFirst().columns().get(1).getFirst().get("label"));
        assertEquals(List.of(), DesignJson.readBlocks("some text"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"version": 2, "blocks": []} | content.design-newer
            {"version": 1} | content.design-unreadable
            {"version": 1, "blocks": [{"type": "rocket"}]} | content.design-unreadable
            nonsense | content.design-unreadable
            """)
    void whatIsNoDesignIsSaid(String json, String key) {
        assertEquals(key, assertThrows(Problem.class, () -> DesignJson.read(json)).reason().key());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            <p class="MsoNormal" style="mso-x:1">Hello <o:p></o:p><script>alert(1)</script><b onclick="x()">you</b></p> ¦ <p>Hello <b>you</b></p>
            <a href="javascript:x()">a</a> <a href="{{ website }}">b</a> <a href="https://x.example/?q={{ a | default: "z" }}">c</a> ¦ <a>a</a> <a href="{{ website }}">b</a> <a href="https://x.example/?q={{ a | default: "z" }}">c</a>
            {% if stock > 3 %}many{% endif %} ¦ {% if stock > 3 %}many{% endif %}
            <h1>Title</h1><div>Text</div> ¦ <p><strong>Title</strong></p><p>Text</p>
            <table><tr><td>LED</td><td>4.58</td></tr></table> ¦ <p>LED 4.58</p>
            <iframe src="https://x.example"></iframe><form><input></form>safe ¦ safe
            <span style="color: red; position: fixed">x</span> ¦ <span style="color: red">x</span>
            """)
    void whatIsPastedBecomesSaneHtml(String pasted, String clean) {
        assertEquals(clean, CleanHtml.paragraphs(pasted));
    }

    @Test
    void arabicIsWrittenFromTheRight() {
        var page = Jsoup.parse(rendered(design.withLanguage("ar"), Map.of()));
        assertEquals("rtl", page.expectFirst("html").attr("dir"));
        assertFalse(page.select("div[class*=mj-column]").attr("style").contains("direction:ltr"), "a sentence ends at its left");
        assertTrue(page.text().contains("إلغاء الاشتراك"));
    }
}
