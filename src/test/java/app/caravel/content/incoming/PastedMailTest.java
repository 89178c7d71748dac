package app.caravel.content.incoming;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import app.caravel.content.Original;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What office programs and browsers put on the clipboard becomes a mail's HTML. */
class PastedMailTest {

    @TempDir
    Path folder;

    private PictureStore pictures;
    private MailFile files;
    private byte[] png;

    @BeforeEach
    void open() throws IOException {
        pictures = new PictureStore(folder.resolve("kept"));
        files = new MailFile(pictures);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
        png = bytes.toByteArray();
    }

    private Element body(String html) {
        return Jsoup.parse(files.pasted(html, "").html()).body();
    }

    @Test
    void aPageOfWordKeepsItsWordsListsAndTable() {
        var html = files.pasted("""
                <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><title>Offer</title>
                <!--[if gte mso 9]><xml><o:Author>Anna</o:Author></xml><![endif]-->
                <style><!-- p.MsoNormal {margin:0cm; font-size:10.5pt; font-family:"Calibri",sans-serif;} .Red {color:#c00000; mso-style-priority:1} --></style></head>
                <body lang=EN-US style='tab-interval:36.0pt'><!--StartFragment-->
                <h1>LED panel <o:p></o:p></h1>
                <p class=MsoNormal><span class=Red style='mso-bidi-font-size:1pt'>Dear {{ first_name | default: "friend" }},</span><o:p>&nbsp;</o:p></p>
                <p class=MsoNormal><o:p>&nbsp;</o:p></p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>bright</p>
                <p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o&nbsp;&nbsp;</span>very bright</p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;&nbsp;</span>flat</p>
                <p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.&nbsp;&nbsp;</span>order</p>
                <table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-table-layout-alt:fixed'>
                <tr><td width=312 valign=top style='width:233.75pt;border:solid windowtext 1.0pt;mso-border-alt:solid;padding:0cm 5.4pt 0cm 5.4pt'><p class=MsoNormal>P-60</p></td></tr></table>
                <p class=MsoNormal><a href="https://x.example/p-60"><b>See it</b></a><a name="_Toc1"></a></p><!--EndFragment--></body></html>
                """, "LED panel").html();
        var body = Jsoup.parse(html).body();
        assertEquals("LED panel", body.expectFirst("h1").text());
        assertTrue(body.html().contains("Dear {{ first_name | default: \"friend\" }},"), html);
        assertTrue(body.expectFirst("p span").attr("style").contains("color:#c00000"), html);
        assertEquals("bright very bright", body.expectFirst("ul > li").text());
        assertEquals("very bright", body.expectFirst("ul ul > li").text());
        assertEquals("order", body.expectFirst("ol > li").text());
        assertEquals("border-collapse:collapse", body.expectFirst("table").attr("style"));
        assertTrue(body.expectFirst("td").attr("style").contains("border:solid #000000 1.0pt"), html);
        assertEquals("https://x.example/p-60", body.expectFirst("a").attr("href"));
        assertFalse(html.contains("mso-") || html.contains("Mso") || html.contains("o:p") || html.contains("Author") || html.contains("<!--") || html.contains("Calibri"), html);
    }

    @Test
    void cellsOfExcelStayATableWithTheirColoursAndGetRoom() {
        var body = body("""
                <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--table {mso-displayed-decimal-separator:"\\.";} td {padding-top:1px; white-space:nowrap; text-align:general; vertical-align:bottom}
                .xl65 {background:#DDEBF7; font-weight:700; mso-number-format:"\\@";} .xl66 {text-align:right}--></style></head><body>
                <table border=0 cellpadding=0 cellspacing=0 width=200 style='border-collapse:collapse;width:150pt'><col width=64 span=2>
                <tr height=20><td height=20 class=xl65>Item</td><td class=xl65>USD</td></tr><tr style='display:none'><td>cost</td><td>1.10</td></tr>
                <tr><td>P-60</td><td class=xl66 x:num="4.58">4.58</td></tr></table></body></html>
                """);
        assertEquals("Item USD P-60 4.58", body.text(), "a hidden row stays hidden");
        assertEquals("5", body.expectFirst("table").attr("cellpadding"));
        assertTrue(body.expectFirst("td").attr("style").contains("background-color:#DDEBF7") && body.expectFirst("td").attr("style").contains("font-weight:700"), body.html());
        assertTrue(body.select("td").last() instanceof Element last && last.attr("style").contains("text-align:right") && !last.attr("style").contains("nowrap"), body.html());
    }

    @Test
    void aWebPageLeavesBehindWhatRunsAndWhatIsHidden() {
        var body = body("""
                <meta charset='utf-8'><div style="color: rgb(0, 0, 0); font-family: X; text-align: start; background-color: rgb(255, 255, 255)" onclick="steal()"><script>alert(1)</script>
                <h2 style="font-weight:400">News</h2><p style="display:none">hidden</p><form action="/x"><input name=a><button>Go</button>Still here</form>
                <a href="javascript:alert(1)">bad</a> <a href="mailto:a@x.example" style="text-decoration:none">good</a><iframe src="https://x.example"></iframe>
                <img src="https://x.example/a.png" alt="Panel" onerror="x()" style="width:120px"></div>
                """);
        assertEquals("News Still here bad good", body.text());
        assertEquals(1, body.select("a").size());
        assertFalse(body.html().contains("onclick") || body.html().contains("onerror") || body.html().contains("font-family: X") || body.html().contains("rgb("), body.html());
        assertEquals("max-width:100%;width:120px", body.expectFirst("img").attr("style"));
        assertEquals("font-weight:400", body.expectFirst("h2").attr("style"));
    }

    @Test
    void picturesThatAreThereAreKeptAndNothingElseOfThisComputer() throws IOException {
        var office = Files.createDirectories(folder.resolve("msohtmlclip1/01"));
        Files.write(office.resolve("clip_image001.png"), png);
        var secret = Files.write(folder.resolve("secret.png"), png);
        var read = files.pasted("<p>Look</p><img src='data:image/png;base64," + Base64.getEncoder().encodeToString(png) + "'><img src='" + office.resolve("clip_image001.png").toUri()
                + "'><img src='" + secret.toUri() + "'><img src='cid:x'>", "Look");
        var shown = Jsoup.parse(read.html()).select("img");
        assertEquals(2, shown.size());
        shown.forEach(img -> assertTrue(pictures.find(img.attr("src")).isPresent(), img.attr("src")));
        assertEquals(List.of(secret.toUri().toString(), "cid:x"), read.missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><html><body onload='x()'><p>Hi</p></body></html>", "  <table><tr><td>{% if a %}x{% endif %}</td></tr></table>", "<!-- made by hand --><div>x</div>"})
    void htmlThatIsPastedAsTextIsTakenAsItIs(String source) {
        var read = files.pasted("<span style='color:red'>&lt;coloured by an editor&gt;</span>", source);
        assertEquals(source.strip(), read.html());
        assertEquals(Original.HTML, read.original());
    }

    @Test
    void mjmlIsCompiledAndPlainTextGetsItsParagraphs() {
        assertEquals(Original.Kind.MJML, files.pasted(null, "<mjml><mj-body><mj-text>Hi</mj-text></mj-body></mjml>").original().kind());
        var body = Jsoup.parse(files.pasted(null, "Dear {{ name }},\n\n3 < 5\nand more").html()).body();
        assertEquals(List.of("Dear {{ name }},", "3 < 5 and more"), body.select("p").eachText());
    }

    @Test
    void anEmptyClipboardIsSaid() {
        assertEquals("incoming.nothing-pasted", assertThrows(Problem.class, () -> files.pasted("<p>&nbsp;</p><script>x</script>", " ")).reason().key());
    }
}
