package app.caravel.product;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import app.caravel.contact.imports.FileRows;
import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/** A price list as it was read: its products, and each row that is none, with the reason. Nothing is kept yet. */
public final class PriceList {

    private static final int MOST_ROWS = 100_000;
    private static final int HEADING_WITHIN = 30;
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    /** A heading has words; an item number alone in its row has digits and no space. */
    private static final Pattern GROUP = Pattern.compile("[^\\d]*\\p{L}[^\\d]*|.*\\p{L}.*\\s.*|.*\\s.*\\p{L}.*");

    /** A row that is no product. */
    public record Rejected(String sheet, long line, String text, Reason reason) {}

    private final List<Product> products = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private final Map<String, Long> seen = new HashMap<>();
    private int rows;

    private PriceList() {}

    /** @throws Problem where it cannot be read, or no column holds item numbers */
    public static PriceList read(Path file) {
        var list = new PriceList();
        var bySheet = new LinkedHashMap<String, List<FileRows.Cells>>();
        FileRows.read(file, MOST_ROWS).forEach(row -> bySheet.computeIfAbsent(row.sheet(), _ -> new ArrayList<>()).add(row));
        boolean any = false;
        for (var sheet : bySheet.values()) {
            any |= list.take(sheet);
        }
        if (!any) {
            throw Problem.of("products.no-item-column", "file", String.valueOf(file.getFileName()));
        }
        return list;
    }

    public List<Product> products() {
        return products;
    }

    public List<Rejected> rejected() {
        return rejected;
    }

    /** Rows below the headings that are not blank: each is a product, a heading of a group, or rejected. */
    public int rows() {
        return rows;
    }

    private boolean take(List<FileRows.Cells> sheet) {
        @Nullable PriceColumns columns = null;
        var category = "";
        for (int i = 0; i < sheet.size(); i++) {
            var row = sheet.get(i);
            if (row.isBlank()) {
                continue;
            }
            if (columns == null) {
                var found = i < HEADING_WITHIN ? PriceColumns.of(row.cells()) : null;
                columns = found != null && found.isUsable() ? found : null;
                continue;
            }
            var filled = row.cells().stream().filter(cell -> !cell.isEmpty()).toList();
            if (filled.size() == 1 && GROUP.matcher(filled.getFirst()).matches()) {
                category = filled.getFirst(); // a group's heading, as price lists have them between their rows
                continue;
            }
            rows++;
            row(row, columns, category);
        }
        return columns != null;
    }

    private void row(FileRows.Cells row, PriceColumns columns, String category) {
        var item = columns.cell(ProductField.ITEM, row.cells());
        var before = seen.get(item.toLowerCase(Locale.ROOT));
        if (item.isEmpty()) {
            reject(row, Reason.of("products.row-no-item"));
        } else if (before != null) {
            reject(row, Reason.of("products.row-twice", "item", item, "line", before));
        } else {
            try {
                products.add(product(item, row, columns, category));
                seen.put(item.toLowerCase(Locale.ROOT), row.line());
            } catch (Problem problem) {
                reject(row, problem.reason());
            }
        }
    }

    private void reject(FileRows.Cells row, Reason why) {
        rejected.add(new Rejected(row.sheet(), row.line(), String.join("\t", row.cells()), why));
    }

    private static Product product(String item, FileRows.Cells row, PriceColumns columns, String group) {
        var cells = row.cells();
        var names = new LinkedHashMap<String, String>();
        columns.names().forEach((column, language) -> {
            var name = column < cells.size() ? cells.get(column) : "";
            if (!name.isEmpty()) {
                names.putIfAbsent(language.isEmpty() ? HAN.matcher(name).find() ? "zh" : "en" : language, name);
            }
        });
        var currency = Money.currency(columns.cell(ProductField.CURRENCY, cells));
        var steps = new ArrayList<PriceStep>();
        for (var step : columns.steps().entrySet()) {
            var cell = step.getKey() < cells.size() ? cells.get(step.getKey()) : "";
            if (!Money.saysNone(cell)) {
                currency = currency.isEmpty() ? Money.currency(cell) : currency;
                steps.add(new PriceStep(step.getValue(), price(item, cell)));
            }
        }
        var moq = whole(columns.cell(ProductField.MOQ, cells));
        if (steps.size() == 1 && steps.getFirst().quantity() == 1 && moq != null) {
            steps.set(0, new PriceStep(moq, steps.getFirst().price()));
        }
        var terms = columns.cell(ProductField.INCOTERM, cells);
        var term = PriceColumns.INCOTERM.matcher(terms);
        boolean said = term.find();
        var port = columns.cell(ProductField.PORT, cells);
        var incoterm = said ? term.group(1).toUpperCase(Locale.ROOT) : columns.incoterm();
        var place = !port.isEmpty() ? port : said ? PriceColumns.place(term.group(2)) : columns.port();
        var category = columns.cell(ProductField.CATEGORY, cells);
        var money = currency.isEmpty() ? columns.currency() : currency;
        return new Product(0, item, names, category.isEmpty() ? group : category, "", columns.cell(ProductField.SPECIFICATION, cells), moq, steps, money, incoterm, place,
                columns.cell(ProductField.LEAD_TIME, cells), columns.cell(ProductField.PACKING, cells), day(item, columns.cell(ProductField.VALID_UNTIL, cells)), columns.cell(ProductField.LINK, cells));
    }

    private static BigDecimal price(String item, String cell) {
        return Money.number(cell).filter(price -> price.signum() > 0).orElseThrow(() -> Problem.of("products.row-price", "item", item, "text", cell));
    }

    private static @Nullable Integer whole(String cell) {
        return Money.number(cell).filter(number -> number.signum() > 0 && number.compareTo(BigDecimal.valueOf(1_000_000_000)) < 0).map(BigDecimal::intValue).orElse(null);
    }

    private static @Nullable LocalDate day(String item, String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        try {
            var yearFirst = YEAR_FIRST.matcher(cell);
            if (yearFirst.find()) {
                return LocalDate.of(Integer.parseInt(yearFirst.group(1)), Integer.parseInt(yearFirst.group(2)), Integer.parseInt(yearFirst.group(3)));
            }
            var dayFirst = DAY_FIRST.matcher(cell);
            if (dayFirst.find()) {
                return LocalDate.of(Integer.parseInt(dayFirst.group(3)), Integer.parseInt(dayFirst.group(2)), Integer.parseInt(dayFirst.group(1)));
            }
        } catch (DateTimeException e) {
            throw new Problem(Reason.of("products.row-date", "item", item, "text", cell), e);
        }
        throw Problem.of("products.row-date", "item", item, "text", cell);
    }
}
