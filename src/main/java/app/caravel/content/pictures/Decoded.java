package app.caravel.content.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * A picture as it was read.
 *
 * @param pixels upright; null where it moves: it is kept as it is
 * @param turned whether the file itself lies on its side
 * @param width of the whole picture, upright; the pixels may be fewer
 */
record Decoded(Format format, @org.jspecify.annotations.Nullable BufferedImage pixels, boolean turned, int width, int height) {

    /** A few hundred kilobytes can claim a picture of gigabytes: what it claims is looked at before it is unpacked. */
    private static final long MOST_PIXELS = 120_000_000;
    /** Formats that can only be unpacked as a whole. */
    private static final long MOST_PIXELS_WHOLE = 40_000_000;
    private static final int LONGEST_SIDE = 30_000;
    /** Twice what a mail needs: large photos are thinned out while they are read. */
    private static final int ENOUGH = 2 * PictureStore.WIDEST;

    static Decoded of(byte[] bytes, String name) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw Problem.of("pictures.none", "name", name);
            }
            var reader = readers.next();
            try {
                reader.setInput(in);
                return read(reader, bytes, name);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            // the readers throw what they like on broken files
            throw new Problem(Reason.of("pictures.broken", "name", name), e);
        }
    }

    private static Decoded read(ImageReader reader, byte[] bytes, String name) throws IOException {
        var format = Format.named(reader.getFormatName()).orElseThrow(() -> Problem.of("pictures.none", "name", name));
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        boolean whole = format != Format.JPEG && format != Format.PNG;
        if ((long) width * height > (whole ? MOST_PIXELS_WHOLE : MOST_PIXELS) || Math.max(width, height) > LONGEST_SIDE) {
            throw Problem.of("pictures.too-many-pixels", "name", name, "width", width, "height", height);
        }
        if (format == Format.GIF && reader.getNumImages(true) > 1) {
            return new Decoded(format, null, false, width, height);
        }
        var orientation = format == Format.JPEG ? Orientation.of(bytes) : Orientation.UPRIGHT;
        var how = reader.getDefaultReadParam();
        int shown = orientation.swaps() ? height : width;
        if (shown / ENOUGH > 1) {
            how.setSourceSubsampling(shown / ENOUGH, shown / ENOUGH, 0, 0);
        }
        var pixels = orientation.upright(reader.read(0, how));
        return new Decoded(format, pixels, orientation != Orientation.UPRIGHT, orientation.swaps() ? height : width, orientation.swaps() ? width : height);
    }
}
