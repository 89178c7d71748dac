package app.caravel.content.pictures;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.twelvemonkeys.imageio.metadata.jpeg.JPEG;
import com.twelvemonkeys.imageio.metadata.jpeg.JPEGSegmentUtil;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;

/** How a camera was held: the numbers 1 to 8 of EXIF. Mail programs do not heed them all. */
enum Orientation {
    UPRIGHT, MIRRORED, UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED, LEFT_MIRRORED, LEFT, RIGHT_MIRRORED, RIGHT;

    static Orientation of(byte[] jpeg) {
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            for (var segment : JPEGSegmentUtil.readSegments(in, JPEG.APP1, "Exif")) {
                try (var data = segment.data()) {
                    data.skipNBytes(1); // a pad behind the name
                    var entry = new TIFFReader().read(new MemoryCacheImageInputStream(data)).getEntryById(TIFF.TAG_ORIENTATION);
                    if (entry != null && entry.getValue() instanceof Number number && number.intValue() >= 1 && number.intValue() <= values().length) {
                        return values()[number.intValue() - 1];
                    }
                }
            }
            return UPRIGHT;
        } catch (IOException | RuntimeException e) {
            return UPRIGHT; // broken notes of a camera make no broken picture
        }
    }

    /** Whether width and height change places. */
    boolean swaps() {
        return ordinal() >= LEFT_MIRRORED.ordinal();
    }

    /** The picture as it was seen, in the plain layout that everything else works on. */
    BufferedImage upright(BufferedImage lying) {
        int width = lying.getWidth();
        int height = lying.getHeight();
        var row = new int[width];
        boolean opaque = !lying.getColorModel().hasAlpha();
        var upright = new BufferedImage(swaps() ? height : width, swaps() ? width : height, opaque ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            lying.getRGB(0, y, width, 1, row, 0, width);
            if (this == UPRIGHT) {
                upright.setRGB(0, y, width, 1, row, 0, width);
                continue;
            }
            for (int x = 0; x < width; x++) {
                int right = width - 1 - x;
                int below = height - 1 - y;
                switch (this) {
                    case UPRIGHT -> {}
                    case MIRRORED -> upright.setRGB(right, y, row[x]);
                    case UPSIDE_DOWN -> upright.setRGB(right, below, row[x]);
                    case UPSIDE_DOWN_MIRRORED -> upright.setRGB(x, below, row[x]);
                    case LEFT_MIRRORED -> upright.setRGB(y, x, row[x]);
                    case LEFT -> upright.setRGB(below, x, row[x]);
                    case RIGHT_MIRRORED -> upright.setRGB(below, right, row[x]);
                    case RIGHT -> upright.setRGB(y, right, row[x]);
                }
            }
        }
        return upright;
    }
}
