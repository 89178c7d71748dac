package app.caravel.content.design;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The brand in a designed mail: its logo, its colour behind blocks, words and links that stay readable on it. */
class LooksOfDesignTest {

    private static final Brand BLUE = Brand.PLAIN.withCompany("Lumitech").withColor("#0f5c8c").withWebsite("https://lumitech.example");

    private static String html(Brand brand, Block... blocks) {
        return DesignHtml.of(new Design(Design.Layout.DESIGNED, "en", "", List.of(blocks)), brand, DesignHtml.Pictures.AS_WRITTEN);
    }

    private static Block logo() {
        return Block.of(BlockType.PICTURE, Map.of("src", DesignHtml.LOGO));
    }

    @Test
    void theLogoStandsThereAndLeadsToTheWebsite() {
        var picture = Jsoup.parse(html(BLUE.withLogo("https://lumitech.example/logo.png"), logo())).expectFirst("img");
        assertEquals("https://lumitech.example/logo.png", picture.attr("src"));
        assertEquals("https://lumitech.example", picture.parents().select("a").attr("href"));
    }

    @Test
    void withoutALogoTheNameStandsThere() {
        assertTrue(Jsoup.parse(html(BLUE, logo())).text().contains("Lumitech"));
        assertTrue(Jsoup.parse(html(Brand.PLAIN, logo())).text().contains("[your company]"));
    }

    @Test
    void onADarkGroundWordsLinksAndButtonsAreLight() {
        var text = Block.of(BlockType.TEXT, Map.of("html", "<p>See <a href=\"https://x.example\">this</a></p>", "background", DesignHtml.BRAND_COLOR));
        var page = Jsoup.parse(html(BLUE, text, Block.of(BlockType.BUTTON, Map.of("label", "Go", "href", "https://x.example", "background", "#111111"))));
        assertTrue(page.select("a").stream().filter(each -> each.text().equals("this")).findFirst().orElseThrow().attr("style").contains("#fff"), page.html());
        assertTrue(page.select("div:has(> p)").attr("style").contains("color:#ffffff"), page.html());
        assertTrue(page.select("a").stream().filter(each -> each.text().equals("Go")).findFirst().orElseThrow().attr("style").contains("color:#1f2328"));
        assertTrue(page.html().contains("background-color:#0f5c8c") && !page.html().contains("background-color:brand"));
    }

    @Test
    void onAPaleBrandWordsStayDark() {
        var page = html(BLUE.withColor("#fde68a"), Block.of(BlockType.TEXT, Map.of("html", "<p>Hi</p>", "background", DesignHtml.BRAND_COLOR)));
        assertFalse(Jsoup.parse(page).select("div:has(> p)").attr("style").contains("#ffffff"));
    }

    @Test
    void linksCarryTheirColourWhereTheStyleSheetIsDropped() {
        var page = Jsoup.parse(html(BLUE, Block.of(BlockType.TEXT, Map.of("html", "<p><a href=\"https://x.example\">x</a></p>"))));
        assertTrue(page.expectFirst("a").attr("style").contains("#0f5c8c"));
        assertTrue(page.expectFirst("p").attr("style").contains("margin"));
    }
}
