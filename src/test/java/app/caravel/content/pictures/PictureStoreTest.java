package app.caravel.content.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import app.caravel.reason.Problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PictureStoreTest {

    @TempDir
    Path home;

    private PictureStore store() {
        return new PictureStore(home.resolve("pictures"));
    }

    @Test
    void aLargePhotoIsMadeAsWideAsAMailNeedsIt() throws Exception {
        var photo = encoded(photo(3_000, 2_000), "png");
        var kept = store().keep(photo, "panel.png");
        assertEquals(1_200, kept.width());
        assertEquals(800, kept.height());
        assertTrue(kept.source().matches("file:[0-9a-f]{64}\\.jpg"), kept.source());
        assertTrue(kept.bytes() < 400_000, kept.bytes() + " bytes");
        assertEquals(photo.length, kept.before());
        assertEquals(kept.bytes(), Files.size(store().path(kept.source())));
        var seen = ImageIO.read(store().path(kept.source()).toFile());
        assertEquals(1_200, seen.getWidth());
        assertTrue(near(photo(3_000, 2_000).getRGB(1_500, 1_000), seen.getRGB(600, 400), 24), "the middle has its colour");
    }

    @Test
    void drawnGraphicsStaySharpAsPng() throws Exception {
        var logo = new BufferedImage(1_600, 400, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1_600; x++) {
            for (int y = 0; y < 400; y++) {
                logo.setRGB(x, y, x / 100 % 2 == 0 ? 0x2b5cd0 : 0xffffff);
            }
        }
        var kept = store().keep(encoded(logo, "bmp"), "logo.bmp");
        assertTrue(kept.source().endsWith(".png"));
        assertEquals(1_200, kept.width());
    }

    @Test
    void whatIsTransparentStaysTransparent() throws Exception {
        var cut = new BufferedImage(1_500, 1_500, BufferedImage.TYPE_INT_ARGB);
        var photo = photo(1_500, 1_500);
        for (int x = 300; x < 1_200; x++) {
            for (int y = 300; y < 1_200; y++) {
                cut.setRGB(x, y, 0xff000000 | photo.getRGB(x, y));
            }
        }
        var kept = store().keep(encoded(cut, "png"), "lamp.png");
        var seen = ImageIO.read(store().path(kept.source()).toFile());
        assertEquals(0, seen.getRGB(10, 10) >>> 24);
        assertEquals(0xff, seen.getRGB(600, 600) >>> 24);
    }

    @Test
    void aSmallPictureIsNeverMadeLarger() throws Exception {
        var small = encoded(photo(200, 150), "jpeg");
        var kept = store().keep(small, "small.jpg");
        assertTrue(kept.bytes() <= small.length);
        assertEquals(kept, new Kept(kept.source(), 200, 150, kept.bytes(), small.length));
        assertEquals(kept.source(), store().keep(small, "again.jpg").source());
        assertEquals(kept.bytes(), store().find(kept.source()).orElseThrow().bytes());
    }

    @Test
    void aPhotoTakenOnItsSideStandsUpright() throws Exception {
        var lying = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 40; x++) {
                lying.setRGB(x, y, x < 20 ? 0xff0000 : 0x0000ff);
            }
        }
        // 6: the camera was turned to the right; what is left in the file is above in life
        var kept = store().keep(withExif(encoded(lying, "jpeg"), 6), "phone.jpg");
        assertEquals(20, kept.width());
        assertEquals(40, kept.height());
        var seen = ImageIO.read(store().path(kept.source()).toFile());
        assertTrue(near(0xff0000, seen.getRGB(10, 5), 60), "red above");
        assertTrue(near(0x0000ff, seen.getRGB(10, 35), 60), "blue below");
    }

    @Test
    void whereAPhotoWasTakenDoesNotLeave() throws Exception {
        var kept = store().keep(withExif(encoded(photo(100, 80), "jpeg"), 1), "factory.jpg");
        assertFalse(new String(Files.readAllBytes(store().path(kept.source())), StandardCharsets.ISO_8859_1).contains("Exif"));
        assertEquals(100, ImageIO.read(store().path(kept.source()).toFile()).getWidth());
    }

    @Test
    void aPictureThatMovesIsLeftAsItIs() throws Exception {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(new IIOImage(new BufferedImage(1_400, 20, BufferedImage.TYPE_BYTE_INDEXED), null, null), null);
            }
            writer.endWriteSequence();
        }
        var kept = store().keep(out.toByteArray(), "moves.gif");
        assertTrue(kept.source().endsWith(".gif"));
        assertEquals(1_400, kept.width());
        assertArrayEquals(out.toByteArray(), Files.readAllBytes(store().path(kept.source())));
    }

    @Test
    void webPBecomesWhatOutlookShows() throws Exception {
        var kept = store().keep(java.util.Base64.getDecoder().decode(WEBP), "new.webp");
        assertEquals(24, kept.width());
        assertTrue(kept.source().matches(".*\\.(png|jpg)"), kept.source());
        assertTrue(near(0xc81e1e, ImageIO.read(store().path(kept.source()).toFile()).getRGB(12, 8), 16));
    }

    @Test
    void whatIsNoPictureIsRefusedWithASentence() throws Exception {
        assertEquals("pictures.none", refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)));
        assertEquals("pictures.none", refused(new byte[0]));
        assertEquals("pictures.none", refused("%PDF-1.7".getBytes(StandardCharsets.UTF_8)));
        var cut = encoded(photo(300, 300), "png");
        assertEquals("pictures.broken", refused(Arrays.copyOf(cut, 40)));
        try (var files = Files.list(Files.createDirectories(home.resolve("pictures")))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aPictureThatClaimsToBeHugeIsRefusedBeforeItIsUnpacked() throws Exception {
        assertEquals("pictures.too-many-pixels", refused(pngHeader(50_000, 50_000)));
        assertEquals("pictures.too-many-pixels", refused(pngHeader(1, 2_000_000)));
        var gif = new byte[] {'G', 'I', 'F', '8', '9', 'a', (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 0, 0, ',', 0, 0, 0, 0, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0, 2, 0, ';'};
        assertTrue(refused(gif).startsWith("pictures."), "nothing is unpacked");
    }

    @Test
    void whateverABrokenFileHoldsItIsReadOrRefused() throws Exception {
        var random = new Random(7);
        for (var whole : List.of(encoded(photo(60, 40), "png"), encoded(photo(60, 40), "jpeg"), encoded(photo(60, 40), "gif"), encoded(photo(60, 40), "bmp"), java.util.Base64.getDecoder().decode(WEBP))) {
            for (int i = 0; i < 120; i++) {
                var mutated = whole.clone();
                for (int change = 0; change < 4; change++) {
                    mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
                }
                try {
                    assertTrue(Files.exists(store().path(store().keep(mutated, "x").source())));
                } catch (Problem refused) {
                    assertTrue(refused.reason().key().startsWith("pictures."));
                }
            }
        }
    }

    @Test
    void onlyKeptPicturesOfAMailAreReplaced() {
        var kept = "file:" + "a".repeat(64) + ".png";
        var html = "<img src=\"" + kept + "\"><img src='https://x.example/a.png'><td background=\"" + kept + "\"><a href=\"file:///etc/passwd\">";
        assertEquals(List.of(kept), PictureStore.in(html));
        assertEquals(html.replace(kept, "cid:1"), PictureStore.replaced(html, _ -> "cid:1"));
        assertFalse(PictureStore.isKept("file:../../../etc/passwd"));
        assertThrows(IllegalArgumentException.class, () -> store().path("file:../" + "a".repeat(61) + ".png"));
    }

    @Test
    void picturesWrittenIntoTheHtmlAreToldAndCanBeEmbedded() throws Exception {
        var png = java.util.Base64.getMimeEncoder().encodeToString(encoded(photo(200, 100), "png"));
        var html = "<img src=\"data:image/png;base64," + png + "\"><img src='data:image/png;base64,AAAA'><a href=\"https://x.example\">data:image/</a>";
        assertEquals(2, DataPictures.in(html).count());
        assertTrue(DataPictures.in(html).bytes() > png.length());
        var moved = DataPictures.moved(html, store());
        assertEquals(1, PictureStore.in(moved).size());
        assertTrue(moved.contains("base64,AAAA"), "what cannot be read stays");
        assertEquals(200, store().find(PictureStore.in(moved).getFirst()).orElseThrow().width());
    }

    @Test
    void fiveMegabytesWithinTheHtmlAreLookedAtAtOnce() {
        var html = "<img src=\"data:image/png;base64," + "iVBORw0KGgo".repeat(500_000) + "\">";
        assertTimeoutPreemptively(java.time.Duration.ofSeconds(5), () -> assertEquals(1, DataPictures.in(html).count()));
        assertTimeoutPreemptively(java.time.Duration.ofSeconds(10), () -> assertEquals(html, DataPictures.moved(html, store())));
    }

    private String refused(byte[] bytes) {
        return assertThrows(Problem.class, () -> store().keep(bytes, "file")).reason().key();
    }

    /** Soft shapes and grain, as a camera sees them. */
    private static BufferedImage photo(int width, int height) {
        var random = new Random(3);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int light = (int) (100 + 80 * Math.sin(x * 6.0 / width) * Math.cos(y * 5.0 / height)) + random.nextInt(9);
                image.setRGB(x, y, light << 16 | light * 3 / 4 << 8 | 200 - light);
            }
        }
        return image;
    }

    private static boolean near(int one, int other, int most) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > most) {
                return false;
            }
        }
        return true;
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, out));
        return out.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation) throws IOException {
        var exif = new ByteArrayOutputStream();
        var data = new DataOutputStream(exif);
        data.write(new byte[] {(byte) 0xff, (byte) 0xe1});
        data.writeShort(2 + 6 + 8 + 2 + 12 + 4);
        data.writeBytes("Exif\0\0MM");
        data.writeShort(42);
        data.writeInt(8);
        data.writeShort(1);
        data.writeShort(0x112);
        data.writeShort(3);
        data.writeInt(1);
        data.writeShort(orientation);
        data.writeShort(0);
        data.writeInt(0);
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(exif.toByteArray());
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    private static byte[] pngHeader(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        var data = new DataOutputStream(out);
        data.writeLong(0x89504e470d0a1a0aL);
        data.writeInt(13);
        data.writeBytes("IHDR");
        data.writeInt(width);
        data.writeInt(height);
        data.write(new byte[] {8, 2, 0, 0, 0});
        data.writeInt(0);
        data.writeInt(0);
        data.writeBytes("IDAT");
        data.writeInt(0);
        return out.toByteArray();
    }

    /** 24 x 16, red. */
    private static final String WEBP = "UklGRkYAAABXRUJQVlA4IDoAAAAQAwCdASoYABAAPpE4l0eloyIhMAgAsBIJQBdl0AARYwAA/u5DH832PZ4P/0mz/gk/+CT+CASQAAAA";
}
