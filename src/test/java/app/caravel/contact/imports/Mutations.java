package app.caravel.contact.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** What damage, chance and malice do to a file. */
final class Mutations {

    /** Longer than a row may be. */
    private static final int ENDLESS = 1_300_000;

    private Mutations() {}

    /** One change at one place; one in two hundred makes the file endlessly long there. */
    static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length < 2) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(13)) {
            case 0 -> with(bytes, at, (byte) random.nextInt(256));
            case 1 -> with(bytes, at, (byte) (bytes[at] ^ 1 << random.nextInt(8)));
            case 2 -> with(bytes, at, (byte) 0);
            case 3 -> inserted(bytes, at, new byte[1 + random.nextInt(random.nextInt(8) == 0 ? 4_096 : 20)]);
            case 4 -> with(bytes, at, (byte) "\",;\t\n\r'<>:=&".charAt(random.nextInt(12)));
            case 5 -> Arrays.copyOf(bytes, at);
            case 6 -> inserted(bytes, at, text("\"" + "x".repeat(random.nextInt(5_000))));
            case 7 -> inserted(bytes, at, text(",".repeat(random.nextInt(12_000))));
            case 8 -> inserted(Arrays.copyOf(bytes, at), at, Arrays.copyOfRange(bytes, Math.min(bytes.length, at + random.nextInt(40)), bytes.length));
            case 9 -> inserted(bytes, at, Arrays.copyOfRange(bytes, random.nextInt(at + 1), at));
            case 10 -> inserted(bytes, at, text("a@b,".repeat(random.nextInt(400))));
            case 11 -> random.nextInt(15) == 0 ? inserted(bytes, at, text(List.of("x", "@", "\"", "<a@", "(", " ", "1", "\uFF20", "ａ@b.c;").get(random.nextInt(9)).repeat(ENDLESS / 3))) : bytes;
            default -> {
                var noise = new byte[random.nextInt(60)];
                random.nextBytes(noise);
                yield inserted(bytes, at, noise);
            }
        };
    }

    /** What only a workbook can say of itself. */
    static void lie(Map<String, byte[]> parts, Random random) {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"haha\">");
        for (char c = 'b'; c < 'z'; c++) {
            laughs.append("<!ENTITY %c \"%s\">".formatted(c, ("&" + (char) (c - 1) + ";").repeat(10)));
        }
        switch (random.nextInt(13)) {
            case 0 -> declared(parts, random, laughs + "]>", "&y;");
            case 1 -> declared(parts, random, "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>", "&a;");
            case 2 -> declared(parts, random, "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">", "");
            case 3 -> replace(parts, GoodFiles.SHEET, "r=\"B", "r=\"" + "Z".repeat(1 + random.nextInt(8)));
            case 4 -> replace(parts, GoodFiles.SHEET, "<row r=\"3\"", "<row r=\"" + List.of("2147483647", "1048576", "99999999999999999999", "-4", "x").get(random.nextInt(5)) + "\"");
            case 5 -> replace(parts, GoodFiles.SHEET, "<v>7</v>", "<v>" + List.of("2000000000", "-1", "99999999999", "x", "").get(random.nextInt(5)) + "</v>");
            case 6 -> replace(parts, GoodFiles.SHEET, "<v>46001</v>", "<v>" + List.of("1E999999999", "1E-999999999", "9".repeat(40_000), "NaN", "1E308", "-1").get(random.nextInt(6)) + "</v>");
            case 7 -> replace(parts, GoodFiles.SHEET, "<c ", "<a>".repeat(20_000) + "<c ");
            case 8 -> replace(parts, GoodFiles.SHEET, "<c ", "<c x=\"" + "y".repeat(ENDLESS) + "\" ");
            case 9 -> replace(parts, GoodFiles.STRINGS, "<si><t>", "<si>" + "<rPh>".repeat(20_000) + "<t>");
            case 10 -> replace(parts, GoodFiles.SHEET, "<t>", "<t>" + "z ".repeat(ENDLESS));
            case 11 -> replace(parts, "xl/styles.xml", "yyyy-mm-dd", List.of("0".repeat(50_000) + "&quot;", "[".repeat(9_000), "y'm'd", "\\", "#,##0.00;[").get(random.nextInt(5)));
            default -> replace(parts, GoodFiles.SHEET, "</row>", columns(10_000) + "</row>");
        }
    }

    private static String columns(int count) {
        var cells = new StringBuilder();
        for (int i = 0; i < count; i++) {
            cells.append("<c><v>").append(i).append("</v></c>");
        }
        return cells.toString();
    }

    private static void declared(Map<String, byte[]> parts, Random random, String declaration, String use) {
        var part = List.of(GoodFiles.SHEET, GoodFiles.STRINGS, "xl/workbook.xml", "xl/styles.xml", "_rels/.rels").get(random.nextInt(5));
        var text = string(Objects.requireNonNull(parts.get(part))).replaceFirst("^<\\?xml[^>]*>", "");
        parts.put(part, text(declaration + text.replaceFirst("<t>", "<t>" + use)));
    }

    private static void replace(Map<String, byte[]> parts, String part, String from, String to) {
        var text = string(Objects.requireNonNull(parts.get(part)));
        int at = text.indexOf(from);
        if (at >= 0) {
            parts.put(part, text(text.substring(0, at) + to + text.substring(at + from.length())));
        }
    }

    /** The directory says that the first part is small. */
    static byte[] withFalseSizes(byte[] zip) {
        var bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i + 46 < zip.length; i++) {
            if (bytes.getInt(i) == 0x02014b50) {
                bytes.putInt(i + 24, 10);
            }
        }
        return bytes.array();
    }

    /** A workbook whose sheet is megabytes of one cell, packed to a thousandth. */
    static byte[] bomb(int megabytes, boolean told) throws IOException {
        var parts = GoodFiles.workbook(2, true);
        var sheet = new ByteArrayOutputStream();
        sheet.writeBytes(text(string(Objects.requireNonNull(parts.get(GoodFiles.SHEET))).replace("</sheetData></worksheet>", "<row><c t=\"inlineStr\"><is><t>")));
        var much = text("<r/>".repeat(1 << 18));
        for (int i = 0; i < megabytes; i++) {
            sheet.writeBytes(much);
        }
        sheet.writeBytes(text("</t></is></c></row></sheetData></worksheet>"));
        parts.put(GoodFiles.SHEET, sheet.toByteArray());
        var zip = GoodFiles.zip(parts, true);
        return told ? zip : withFalseSizes(zip);
    }

    /** Cards within cards, as agents or one begun within the other. */
    static byte[] nested(int depth, boolean agents) {
        var person = "BEGIN:VCARD\nVERSION:2.1\nFN:Deep\nEMAIL:mk0001@fair.example\n";
        return text((person + (agents ? "AGENT:\n" : "")).repeat(depth) + "END:VCARD\n".repeat(depth));
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        var changed = bytes.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] inserted(byte[] bytes, int at, byte[] more) {
        var out = new ByteArrayOutputStream(bytes.length + more.length);
        out.write(bytes, 0, at);
        out.writeBytes(more);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String string(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
