package app.caravel.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import app.caravel.report.CampaignReport;
import app.caravel.report.ProductClicks;
import app.caravel.report.RecipientRow;

/** A campaign's report as lines that a person likes to read. */
final class ReportTable {

    private static final int PEOPLE = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private ReportTable() {}

    static void print(PrintWriter out, CampaignReport report, List<ProductClicks.Clicked> products, List<RecipientRow> rows) {
        out.println();
        out.println(report.campaign());
        out.println("-".repeat(Math.max(20, width(report.campaign()))));
        line(out, "sent", report.sent(), "");
        line(out, "opened by", report.openedBy(), report.openedSure() + " sure, " + report.openedLikely() + " likely");
        line(out, "clicked by", report.clickedBy(), report.clickedSure() + " sure, " + report.clickedLikely() + " likely");
        line(out, "unsubscribed", report.unsubscribed(), "");
        line(out, "bounced", report.bounced(), "");
        line(out, "left out", report.machineOpens() + report.proxyOpens(),
                "openings by " + report.machineOpens() + " machines and " + report.proxyOpens() + " proxies: nobody read them");
        if (report.links().stream().anyMatch(link -> link.clicks() > 0)) {
            out.println();
            out.println("What they clicked                                            people   hits");
            report.links().stream().filter(link -> link.clicks() > 0)
                    .forEach(link -> out.printf("  %s %6d %6d%n", fit(link.text().isBlank() ? link.url() : link.text(), 58), link.clickedBy(), link.clicks()));
        }
        if (products.stream().anyMatch(product -> product.clicks() > 0)) {
            out.println();
            out.println("Which products                                               people   hits");
            products.stream().filter(product -> product.clicks() > 0)
                    .forEach(product -> out.printf("  %s %6d %6d%n", fit((product.item() + "  " + product.name()).strip(), 58), product.clickedBy(), product.clicks()));
        }
        var readers = rows.stream().filter(row -> row.firstOpened() != null || "person".equals(row.readBy()) || "likely".equals(row.readBy())).limit(PEOPLE).toList();
        if (!readers.isEmpty()) {
            out.println();
            out.println("Who read it              company                      read by  first opened  views  clicks");
            readers.forEach(row -> out.printf("  %s %s %s %s %5d %7d%n", fit(row.shownName(), 22), fit(row.company() == null ? "" : row.company(), 28),
                    fit(row.readBy() == null ? "" : row.readBy(), 8), fit(row.firstOpened() == null ? "" : TIME.format(row.firstOpened().atZone(ZoneId.systemDefault())), 13),
                    row.views(), row.clicks()));
        }
        out.println();
    }

    private static void line(PrintWriter out, String what, int number, String note) {
        out.println(String.format(Locale.ENGLISH, "  %-13s %,7d  %s", what, number, note).stripTrailing());
    }

    /** Cut or filled to a width; Chinese, Japanese and Korean characters take two columns. */
    static String fit(String text, int width) {
        var fitted = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            int w = wide(c) ? 2 : 1;
            if (used + w > width - 1 && used + w < width(text)) {
                fitted.append('…');
                used++;
                break;
            }
            fitted.appendCodePoint(c);
            used += w;
        }
        return fitted + " ".repeat(Math.max(0, width - used));
    }

    private static int width(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int c) {
        return c >= 0x1100 && (c <= 0x115f || c >= 0x2e80 && c <= 0xa4cf || c >= 0xac00 && c <= 0xd7a3 || c >= 0xf900 && c <= 0xfaff || c >= 0xff00 && c <= 0xff60);
    }
}
