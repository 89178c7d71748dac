package app.caravel.report;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import app.caravel.sheet.ExcelCsv;
import app.caravel.sheet.ExcelSheet;

/**
 * A campaign's recipients as a file to take home: CSV that Excel opens in every language, or a workbook. The headings are
 * those of the JSON, times are RFC 3339 in UTC; a file is either whole or not there.
 */
public final class ReportFiles {

    private static final int PART = 5_000;
    private static final List<String> HEADS = List.of("address", "name", "company", "country", "state", "sent_at", "read_by", "first_opened", "first_viewed",
            "views", "clicks", "clicked_links", "unsubscribed", "answer", "clicked_products");

    private final Reports reports;
    private final ProductClicks products;

    public ReportFiles(Reports reports, ProductClicks products) {
        this.reports = reports;
        this.products = products;
    }

    /** Writes all recipients; a workbook where the file's name ends so, else CSV. */
    public void write(long campaignId, Path file) {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            xlsx(campaignId, file);
        } else {
            csv(campaignId, file);
        }
    }

    public void csv(long campaignId, Path file) {
        try (var csv = ExcelCsv.create(file)) {
            rows(campaignId, csv::row);
        }
    }

    public void xlsx(long campaignId, Path file) {
        try (var sheet = ExcelSheet.create(file, "Recipients")) {
            rows(campaignId, sheet::row);
        }
    }

    /** Takes one row of the file. */
    @FunctionalInterface
    private interface Row {
        void write(List<? extends @Nullable Object> cells);
    }

    private void rows(long campaignId, Row out) {
        out.write(HEADS);
        var hits = reports.hits(campaignId);
        var items = products.byMessage(campaignId);
        for (int offset = 0;; offset += PART) {
            var part = reports.recipients(campaignId, RecipientFilter.ALL, "", offset, PART);
            for (var row : part) {
                out.write(cells(row, hits.getOrDefault(row.messageId(), List.of()), items.getOrDefault(row.messageId(), List.of())));
            }
            if (part.size() < PART) {
                return;
            }
        }
    }

    private static List<@Nullable Object> cells(RecipientRow row, List<Reports.Hit> hits, List<String> items) {
        var links = hits.stream().filter(hit -> hit.kind().equals("click") && ("person".equals(hit.verdict()) || "likely".equals(hit.verdict())))
                .map(Reports.Hit::url).distinct().toList();
        return Arrays.asList(row.address(), row.name(), row.company(), row.country(), row.state().key(), written(row.sentAt()), row.readBy(),
                written(row.firstOpened()), written(row.firstViewed()), row.views(), row.clicks(), String.join("\n", links),
                row.unsubscribed() ? "yes" : "", row.reply(), String.join("\n", items));
    }

    private static @Nullable String written(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
