package app.caravel.content.incoming;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/**
 * The text of HTML: by its byte order mark, else by its meta element, else as UTF-8, as the HTML standard finds it (13.2.3.2).
 *
 * @param broken whether some bytes were no text in it
 */
record HtmlBytes(String text, boolean broken) {

    /** The standard looks that far for a meta element. */
    private static final int HEAD = 1_024;
    private static final Pattern META = Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})");

    static HtmlBytes of(byte[] bytes) {
        if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
            return in(StandardCharsets.UTF_8, bytes, 3);
        }
        if (startsWith(bytes, 0xff, 0xfe)) {
            return in(StandardCharsets.UTF_16LE, bytes, 2);
        }
        if (startsWith(bytes, 0xfe, 0xff)) {
            return in(StandardCharsets.UTF_16BE, bytes, 2);
        }
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var meta = META.matcher(head);
        var named = meta.find() ? named(meta.group(1)) : StandardCharsets.UTF_8;
        var read = in(named, bytes, 0);
        if (read.broken && !named.equals(StandardCharsets.UTF_8)) {
            var utf8 = in(StandardCharsets.UTF_8, bytes, 0);
            return utf8.broken ? read : utf8; // saved anew by an editor that did not look at the meta element
        }
        return read;
    }

    private static Charset named(String name) {
        try {
            var charset = Charset.forName(name);
            if (charset.name().startsWith("UTF-16")) {
                return StandardCharsets.UTF_8; // a meta element that could be read is no UTF-16
            }
            return switch (charset.name()) {
                case "GB2312", "GBK" -> Charset.forName("GB18030");
                case "ISO-8859-1", "US-ASCII" -> Charset.forName("windows-1252");
                default -> charset;
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static HtmlBytes in(Charset charset, byte[] bytes, int from) {
        var text = new String(bytes, from, bytes.length - from, charset);
        return new HtmlBytes(text.replace("\0", ""), text.indexOf('\ufffd') >= 0);
    }

    private static boolean startsWith(byte[] bytes, int... marks) {
        if (bytes.length < marks.length) {
            return false;
        }
        for (int i = 0; i < marks.length; i++) {
            if ((bytes[i] & 0xff) != marks[i]) {
                return false;
            }
        }
        return true;
    }
}
