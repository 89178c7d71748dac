package app.caravel.content.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import com.twelvemonkeys.image.ResampleOp;

/** A picture as a mail needs it: no wider than twice its place on the paper, and packed as its kind packs best. */
record Shrinking(Format format, byte[] bytes, int width, int height) {

    /** Seen beside the original on a mail's paper, nobody tells them apart; 0.9 weighs half as much again. */
    private static final float PHOTO_QUALITY = 0.82f;
    /** Graphics of fewer colours are drawn, not taken: JPEG smears their edges. */
    private static final int FEW_COLOURS = 512;

    static Shrinking of(BufferedImage given, int widest) throws IOException {
        var image = scaled(given, widest);
        boolean transparent = isTransparent(image);
        var png = png(image);
        if (transparent || coloursAreFew(image)) {
            return new Shrinking(Format.PNG, png, image.getWidth(), image.getHeight());
        }
        var jpeg = jpeg(image);
        return jpeg.length < png.length
                ? new Shrinking(Format.JPEG, jpeg, image.getWidth(), image.getHeight())
                : new Shrinking(Format.PNG, png, image.getWidth(), image.getHeight());
    }

    private static BufferedImage scaled(BufferedImage image, int widest) {
        if (image.getWidth() <= widest) {
            return image;
        }
        int height = Math.max(1, Math.round((float) image.getHeight() * widest / image.getWidth()));
        // premultiplied, else what is transparent darkens the edges beside it
        var from = image.getColorModel().hasAlpha() ? copied(image, BufferedImage.TYPE_INT_ARGB_PRE) : image;
        return new ResampleOp(widest, height, ResampleOp.FILTER_LANCZOS).filter(from, null);
    }

    private static BufferedImage copied(BufferedImage image, int type) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), type);
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            copy.setRGB(0, y, row.length, 1, image.getRGB(0, y, row.length, 1, row, 0, row.length), 0, row.length);
        }
        return copy;
    }

    private static boolean isTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int pixel : image.getRGB(0, y, row.length, 1, row, 0, row.length)) {
                if (pixel >>> 24 != 0xff) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean coloursAreFew(BufferedImage image) {
        var colours = new HashSet<Integer>();
        var row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int pixel : image.getRGB(0, y, row.length, 1, row, 0, row.length)) {
                if (colours.add(pixel) && colours.size() > FEW_COLOURS) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        boolean alpha = isTransparent(image);
        if (!ImageIO.write(copied(image, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB), "png", out)) {
            throw new IOException("no writer of PNG");
        }
        return out.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(PHOTO_QUALITY);
            how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(copied(image, BufferedImage.TYPE_INT_RGB), null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
