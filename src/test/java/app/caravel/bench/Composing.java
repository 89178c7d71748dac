package app.caravel.bench;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import app.caravel.content.CompiledContent;
import app.caravel.content.Compiler;
import app.caravel.content.ContentSource;
import app.caravel.content.Mjml;
import app.caravel.content.Tracking;
import app.caravel.protocol.Links;
import app.caravel.protocol.TokenKey;
import app.caravel.smtp.MimeWriter;
import app.caravel.smtp.OutgoingMail;

/**
 * How long a mail takes to be made: {@code Composing TEMPLATES.mjml...}. MJML of 20 kB made into HTML, and complete tracked mails
 * of several sizes a second of one core. The processor's time counts: others may use the computer too.
 */
public final class Composing {

    private static final TokenKey KEY = TokenKey.random(1);
    private static final String TRACKER = "https://t.lumitech.example";
    private static volatile int written;

    private Composing() {}

    public static void main(String[] arguments) throws Exception {
        for (var file : arguments) {
            compile(Path.of(file));
        }
        for (int round = 1; round <= 2; round++) {
            System.out.printf("%ncomplete mails, round %d%n%10s %8s %8s %14s %10s %12s%n", round, "MIME", "HTML", "links", "a second, core", "us a mail", "us a kB");
            for (int kilobytes : List.of(5, 10, 20, 40, 80, 160)) {
                mails(kilobytes, "LED panel ");
            }
            System.out.println("in German and with a name in Chinese (quoted-printable)");
            mails(20, "Für Küchen – LED-Panel ");
        }
    }

    private static void compile(Path file) throws Exception {
        var mjml = grown(Files.readString(file), 20 * 1024);
        long first = System.nanoTime();
        int size = Mjml.toHtml(mjml, "en").length();
        double cold = (System.nanoTime() - first) / 1e6;
        var elapsed = new double[60];
        var used = new double[elapsed.length];
        for (int i = 0; i < elapsed.length; i++) {
            long began = System.nanoTime();
            long processor = processor();
            size = Compiler.compile(new ContentSource("s", Mjml.toHtml(mjml, "en"), null)).source().html().length();
            used[i] = (processor() - processor) / 1e6;
            elapsed[i] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(elapsed);
        Arrays.sort(used);
        System.out.printf("%s: %,d bytes of MJML -> %,d of HTML; first %.0f ms, then median %.1f ms, p95 %.1f ms, processor %.1f ms%n", file.getFileName(), mjml.length(), size, cold,
                elapsed[30], elapsed[56], used[30]);
    }

    /** The same body again until it is that long. */
    static String grown(String mjml, int size) {
        int begin = mjml.indexOf('>', mjml.indexOf("<mj-body")) + 1;
        int end = mjml.indexOf("</mj-body>");
        var body = mjml.substring(begin, end);
        return mjml.substring(0, begin) + body.repeat(1 + Math.max(0, size - mjml.length() + body.length() - 1) / body.length()) + mjml.substring(end);
    }

    private static void mails(int kilobytes, String words) {
        var content = content(kilobytes * 1024, words);
        var values = new HashMap<String, Object>(Map.of("first_name", "Anna", "country", "DE", "city", "Hamburg", "name", "李 Anna"));
        int turns = 400_000 / kilobytes;
        for (int i = 0; i < turns; i++) {
            written += mail(content, values).length;
        }
        long began = processor();
        for (int i = 0; i < turns; i++) {
            written += mail(content, values).length;
        }
        double micros = (processor() - began) / 1e3 / turns;
        int size = mail(content, values).length;
        System.out.printf("%,10d %,8d %8d %,14.0f %10.1f %12.2f%n", size, content.source().html().getBytes(StandardCharsets.UTF_8).length, content.links().size(), 1e6 / micros, micros, micros * 1024 / size);
    }

    private static byte[] mail(CompiledContent content, Map<String, Object> values) {
        var id = new byte[10];
        RandomGenerator.getDefault().nextBytes(id);
        var mail = content.render(values, new Signed(id));
        var hex = HexFormat.of().formatHex(id);
        return MimeWriter.write(new OutgoingMail(new OutgoingMail.Mailbox("Anna Wang", "anna@lumitech.example"), new OutgoingMail.Mailbox("李 Anna", "anna@buyer.example"), mail.subject(), mail.html(), mail.text(),
                "<" + hex + "@lumitech.example>", hex, ZonedDateTime.now(ZoneOffset.UTC), Links.unsubscribe(TRACKER, KEY, 1, id), List.of(), List.of()));
    }

    /** A content whose mail is about that large, text and header included; a link for each kilobyte, as newsletters have them. */
    private static CompiledContent content(int size, String words) {
        var html = new StringBuilder("<html><body><p>Dear {{ first_name | default: 'you' }},</p>{% if country == 'DE' %}<p>Hamburg is near.</p>{% endif %}\n");
        for (int i = 0; html.length() < size * 3 / 4; i++) {
            html.append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\"><tr><td style=\"padding:8px 0;border-top:1px solid #e6e9ed;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1f2328\">").append(words).append(i)
                    .append(" for {{ city | default: 'your city' }}, USD 11.90 FOB Ningbo</td>\n<td style=\"padding:8px 0;border-top:1px solid #e6e9ed;font-family:Arial,Helvetica,sans-serif;font-size:15px;line-height:22px;color:#1f2328\">25 days, 36 W instead of 40, five years of guarantee</td>\n");
            html.append(i % 2 == 0 ? "<td style=\"padding:8px 0;border-top:1px solid #e6e9ed\"><a href=\"https://www.lumitech.example/panels/p-" + i + "?for={{ country }}\" style=\"color:#1d4ed8\">See the panel</a></td></tr></table>\n"
                    : "<td style=\"padding:8px 0;border-top:1px solid #e6e9ed;font-family:Arial,Helvetica,sans-serif;font-size:15px\">In cartons of ten</td></tr></table>\n");
        }
        return Compiler.compile(new ContentSource("Panels for {{ first_name | default: 'you' }}", html.append("<p><a href=\"{{ unsubscribe_url }}\">No more mails</a></p></body></html>").toString(), null));
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private record Signed(byte[] id) implements Tracking {
        @Override
        public String click(int link, String destination) {
            return Links.click(TRACKER, KEY, 1, id, link, destination);
        }

        @Override
        public String pixel() {
            return Links.pixel(TRACKER, KEY, 1, id);
        }

        @Override
        public String unsubscribe() {
            return Links.unsubscribe(TRACKER, KEY, 1, id);
        }
    }
}
