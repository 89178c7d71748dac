package app.caravel.content.incoming;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.caravel.content.Original;
import app.caravel.content.pictures.PictureStore;
import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mails made elsewhere are read as they are, with their pictures and nothing else of this computer. */
class MailFileTest {

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

    private Path file(String name, byte[] bytes) throws IOException {
        var file = folder.resolve("given").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, bytes);
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file("mail.zip", bytes.toByteArray());
    }

    private void hasPicture(String html) {
        var source = Jsoup.parse(html).expectFirst("img").attr("src");
        assertTrue(pictures.find(source).isPresent(), source);
    }

    @ParameterizedTest
    @CsvSource({"GB18030, gb2312", "windows-1252, iso-8859-1", "UTF-8, utf-8", "UTF-8, no-such-charset", "UTF-8, gbk", "windows-1251, windows-1251"})
    void htmlIsReadInItsCharacterSet(String written, String said) throws IOException {
        var words = written.equals("GB18030") ? "报价单镕" : written.equals("windows-1251") ? "Цена" : "“Größe” €5";
        var read = files.read(file("a.html", ("<meta charset='" + said + "'><p>" + words + "</p>").getBytes(Charset.forName(written))));
        assertTrue(read.html().contains("<p>" + words + "</p>"), read.html());
        assertFalse(read.unreadable());
    }

    @Test
    void brokenUtf8IsToldAndNeverStops() throws IOException {
        var read = files.read(file("a.htm", new byte[] {'<', 'p', '>', (byte) 0xc3, 'x', 0, '<'}));
        assertTrue(read.unreadable());
        assertFalse(read.html().contains("\0"));
    }

    @Test
    void htmlStaysAsItIsButForPicturesThatCameWithIt() throws IOException {
        file("a_files/logo 1.png", png);
        var html = "<title>Autumn &amp; more</title><!--[if mso]><v:x/><![endif]--><img src=\"a_files/logo%201.png\"><img src='https://x.example/b.png'><td background=none.gif>{% if a %}<script src='x.js'></script>";
        var read = files.read(file("a.html", html.getBytes(StandardCharsets.UTF_8)));
        hasPicture(read.html());
        assertEquals("Autumn & more", read.subject());
        assertEquals(List.of("none.gif"), read.missing());
        assertEquals(html.replace("\"a_files/logo%201.png\"", "\"" + Jsoup.parse(read.html()).expectFirst("img").attr("src") + "\""), read.html());
    }

    @Test
    void otherFilesOfThisComputerAreNeverTaken() throws IOException {
        Files.write(folder.resolve("secret.png"), png);
        Files.createSymbolicLink(Files.createDirectories(folder.resolve("given")).resolve("link.png"), folder.resolve("secret.png"));
        var html = "<img src='../secret.png'><img src='" + folder.resolve("secret.png") + "'><img src='link.png'><img src='file://" + folder.resolve("secret.png") + "'>";
        var read = files.read(file("a.html", html.getBytes(StandardCharsets.UTF_8)));
        assertEquals(html, read.html());
        assertEquals(3, read.missing().size());
    }

    @Test
    void aSavedMailGivesSubjectHtmlAndPictures() throws IOException {
        var mail = """
                Subject: =?UTF-8?B?%s?=
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: multipart/alternative; boundary=c

                --c
                Content-Type: text/plain; charset=utf-8

                Hello
                --c
                Content-Type: text/html; charset=gb2312
                Content-Transfer-Encoding: 8bit

                <p>Hi</p><img src="cid:a@b"><img src=3D>
                --c--
                --b
                Content-Type: image/png
                Content-ID: <a@b>
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(Base64.getEncoder().encodeToString("秋季报价".getBytes(StandardCharsets.UTF_8)), Base64.getEncoder().encodeToString(png)).replace("\n", "\r\n");
        var read = files.read(file("a.eml", mail.getBytes(StandardCharsets.UTF_8)));
        assertEquals("秋季报价", read.subject());
        assertEquals("Hello", String.valueOf(read.text()).strip());
        hasPicture(read.html());
        assertEquals("incoming.no-mail", assertThrows(Problem.class, () -> files.read(file("b.eml", "\0\1\2".getBytes(StandardCharsets.UTF_8)))).reason().key());
    }

    @Test
    void aZipGivesItsPageAndPictures() throws IOException {
        var read = files.read(zip(Map.of("mail/index.html", "<img src='../images/a.png'><img src='img/b.png'>".getBytes(StandardCharsets.UTF_8), "images/a.png", png,
                "__MACOSX/x.html", png, "mail/deep/other.html", png)));
        hasPicture(read.html());
        assertEquals(List.of("img/b.png"), read.missing());
    }

    @Test
    void aZipMadeToHarmIsRefusedOrHarmless() throws IOException {
        var slip = files.read(zip(Map.of("../../evil.html", "<img src='../../../secret.png'>".getBytes(StandardCharsets.UTF_8), "../../evil.png", png)));
        assertEquals(List.of("../../../secret.png"), slip.missing());
        assertFalse(Files.exists(folder.resolve("evil.html")));
        var many = new java.util.HashMap<String, byte[]>();
        for (int i = 0; i < 501; i++) {
            many.put(i + ".txt", new byte[0]);
        }
        assertEquals("incoming.zip-too-many", assertThrows(Problem.class, () -> files.read(zip(many))).reason().key());
        assertEquals("incoming.too-large", assertThrows(Problem.class, () -> files.read(zip(Map.of("a.html", new byte[100_000_001])))).reason().key());
        assertEquals("incoming.zip-without-page", assertThrows(Problem.class, () -> files.read(file("x.zip", "no zip".getBytes(StandardCharsets.UTF_8)))).reason().key());
    }

    @Test
    void mjmlStaysMjml() throws IOException {
        file("a.png", png);
        var read = files.read(file("a.mjml", "<mjml><mj-body><mj-section><mj-column><mj-image src=\"a.png\"/><mj-text>{{ name }}</mj-text></mj-column></mj-section></mj-body></mjml>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Original.Kind.MJML, read.original().kind());
        hasPicture(read.html());
        assertTrue(read.html().contains("{{ name }}"));
        assertThrows(Problem.class, () -> files.read(file("b.mjml", "<mjml>".getBytes(StandardCharsets.UTF_8))));
    }
}
