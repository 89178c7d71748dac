package app.caravel.contact.export;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.SuppressionReason;
import app.caravel.contact.Suppressions;
import app.caravel.sheet.ExcelCsv;
import app.caravel.sheet.ExcelSheet;

/** Who must not be written to, as a file: CSV for Excel or XLSX by its ending. It can be taken in again elsewhere. */
public final class SuppressionExport {

    private static final int PART = 5_000;
    private static final List<String> HEAD = List.of("address_or_domain", "reason", "since", "detail", "name", "company");

    private final Suppressions suppressions;

    public SuppressionExport(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /**
     * Writes what fits, the newest first.
     *
     * @return how many lines
     */
    public int write(String words, @Nullable SuppressionReason reason, Path file) {
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            try (var sheet = ExcelSheet.create(file, "Suppressed")) {
                return rows(words, reason, sheet::row);
            }
        }
        try (var csv = ExcelCsv.create(file)) {
            return rows(words, reason, csv::row);
        }
    }

    private int rows(String words, @Nullable SuppressionReason reason, Consumer<List<@Nullable Object>> row) {
        row.accept(List.copyOf(HEAD));
        int count = 0;
        for (var page = suppressions.page(words, reason, 0, PART); !page.isEmpty(); page = suppressions.page(words, reason, count, PART)) {
            for (var each : page) {
                var one = each.suppression();
                row.accept(Arrays.asList(one.target(), one.reason().key(), one.since().toString(), one.detail(), each.name(), each.company()));
            }
            count += page.size();
        }
        return count;
    }
}
