package app.caravel.content.pictures;

import java.io.ByteArrayOutputStream;

/** What a camera wrote beside the picture: where and when it was taken, with what, by whom. None of a customer's business. */
final class Notes {

    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;
    private static final int APP13 = 0xed;
    private static final int COMMENT = 0xfe;

    private Notes() {}

    /** A JPEG without EXIF, XMP, IPTC and comments, its pixels untouched; other formats as they are. */
    static byte[] without(Format format, byte[] bytes) {
        if (format != Format.JPEG) {
            return bytes;
        }
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 2);
        int at = 2;
        while (at + 4 <= bytes.length && (bytes[at] & 0xff) == 0xff) {
            int marker = bytes[at + 1] & 0xff;
            int length = 2 + ((bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff);
            if (marker == START_OF_SCAN || at + length > bytes.length) {
                break;
            }
            if (marker != APP1 && marker != APP13 && marker != COMMENT) {
                out.write(bytes, at, length);
            }
            at += length;
        }
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }
}
