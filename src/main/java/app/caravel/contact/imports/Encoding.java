package app.caravel.contact.imports;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;

import app.caravel.reason.Problem;

/**
 * How a file's bytes are characters.
 *
 * @param name as people know it; the charset may be its superset (windows-31j for Shift_JIS)
 */
public record Encoding(String name, Charset charset) {

    public static final Encoding UTF_8 = new Encoding("UTF-8", StandardCharsets.UTF_8);
    public static final Encoding UTF_16LE = new Encoding("UTF-16LE", StandardCharsets.UTF_16LE);
    public static final Encoding UTF_16BE = new Encoding("UTF-16BE", StandardCharsets.UTF_16BE);
    public static final Encoding GB18030 = of("GB18030", "GB18030");
    public static final Encoding BIG5 = of("Big5", "Big5-HKSCS");
    public static final Encoding SHIFT_JIS = of("Shift_JIS", "windows-31j");
    public static final Encoding EUC_JP = of("EUC-JP", "EUC-JP");
    public static final Encoding EUC_KR = of("EUC-KR", "x-windows-949");
    public static final Encoding WINDOWS_1250 = of("windows-1250", "windows-1250");
    public static final Encoding WINDOWS_1251 = of("windows-1251", "windows-1251");
    public static final Encoding WINDOWS_1252 = of("windows-1252", "windows-1252");

    /** What a person chooses from, the likeliest first. */
    public static final List<Encoding> COMMON = List.of(
            UTF_8, GB18030, WINDOWS_1252, BIG5, SHIFT_JIS, EUC_KR, WINDOWS_1250, WINDOWS_1251, UTF_16LE, UTF_16BE,
            of("windows-1253", "windows-1253"), of("windows-1254", "windows-1254"), of("windows-1255", "windows-1255"), of("windows-1256", "windows-1256"),
            EUC_JP, of("ISO-8859-2", "ISO-8859-2"), of("KOI8-R", "KOI8-R"), of("ISO-8859-5", "ISO-8859-5"), of("ISO-8859-6", "ISO-8859-6"));

    /** An encoding by any of its names; older names of Chinese and Latin ones mean their supersets. */
    public static Encoding named(String name) {
        var known = switch (name.strip().toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "utf-8", "utf8", "utf-8-sig", "utf8-bom", "utf-8-bom", "ascii", "us-ascii" -> UTF_8;
            case "utf-16", "utf16", "unicode", "utf-16le" -> UTF_16LE;
            case "gbk", "gb2312", "gb18030", "cp936", "ansi-936" -> GB18030;
            case "big5", "big5-hkscs", "cp950" -> BIG5;
            case "shift-jis", "sjis", "cp932", "windows-31j", "ms932" -> SHIFT_JIS;
            case "euc-kr", "cp949", "uhc", "ks-c-5601-1987" -> EUC_KR;
            case "latin1", "latin-1", "iso-8859-1", "cp1252", "windows-1252" -> WINDOWS_1252;
            default -> null;
        };
        if (known != null) {
            return known;
        }
        try {
            var charset = Charset.forName(name.strip());
            return new Encoding(charset.name(), charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.of("contacts.no-such-encoding", "encoding", name);
        }
    }

    private static Encoding of(String name, String charset) {
        return new Encoding(name, Charset.forName(charset));
    }
}
