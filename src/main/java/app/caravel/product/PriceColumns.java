package app.caravel.product;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The heading of a price list: which column holds what, the price steps among them, and what the headings say of all rows. */
final class PriceColumns {

    private static final Pattern PRICE = Pattern.compile("price|单价|价格|报价|\\bfob\\b|\\bexw\\b|\\bcif\\b|\\busd\\b|\\brmb\\b|\\bcny\\b|\\beur\\b|us\\$|售价|出厂价");
    private static final Pattern QUANTITY = Pattern.compile("(\\d[\\d,]*)\\s*(?:\\+|-|–|~|以上|pcs|pieces|units|sets|件|个|只|套|起|$)");
    private static final Pattern QUANTITY_ALONE = Pattern.compile("[≥>]?\\s*\\d[\\d,]*\\s*(?:\\+|[-–~]\\s*\\d[\\d,]*)?\\s*(?:\\+)?\\s*(?:pcs|pieces|units|sets|件|个|只|套)?(?:以上|起)?\\s*(?:\\+)?");
    static final Pattern INCOTERM = Pattern.compile("(?i)\\b(EXW|FCA|FAS|FOB|CFR|CNF|CIF|CPT|CIP|DAP|DPU|DDP)\\b[\\s:,，]*([\\p{L} .'-]*)");

    private final Map<ProductField, Integer> fields = new LinkedHashMap<>();
    private final Map<Integer, String> names = new LinkedHashMap<>();
    private final Map<Integer, Integer> steps = new LinkedHashMap<>();
    private String currency = "";
    private String incoterm = "";
    private String port = "";

    private PriceColumns() {}

    /** The columns of a heading row; not usable where no item number is among them. */
    static PriceColumns of(java.util.List<String> headings) {
        var columns = new PriceColumns();
        for (int i = 0; i < headings.size(); i++) {
            columns.take(i, headings.get(i));
        }
        return columns;
    }

    private void take(int column, String heading) {
        if (heading.isBlank()) {
            return;
        }
        var language = language(heading);
        var field = ProductField.of(heading).or(() -> ProductField.of(heading.replaceAll("(?i)\\b(english|chinese|en|zh|cn)\\b|中文|英文", "")));
        if (field.isPresent() && field.get() == ProductField.NAME) {
            names.put(column, language);
        } else if (field.isPresent()) {
            fields.putIfAbsent(field.get(), column);
        } else if (isPrice(heading)) {
            steps.put(column, quantity(heading));
            currency = currency.isEmpty() ? Money.currency(heading) : currency;
            var term = INCOTERM.matcher(heading);
            if (term.find() && incoterm.isEmpty()) {
                incoterm = term.group(1).toUpperCase(Locale.ROOT);
                port = place(term.group(2));
            }
        }
    }

    static String place(String words) {
        return words.replaceAll("(?i)\\b(price|prices|unit|usd|eur|cny|rmb|gbp|hkd|pcs|per|in)\\b", " ").replaceAll("单价|价格|报价", " ").replaceAll("\\s+", " ").replaceAll("^[ .'-]+|[ .'-]+$", "");
    }

    private static boolean isPrice(String heading) {
        var lower = heading.toLowerCase(Locale.ROOT);
        return PRICE.matcher(lower).find() || QUANTITY_ALONE.matcher(lower.strip()).matches();
    }

    /** From how many pieces on; 1 where the heading says none. */
    private static int quantity(String heading) {
        var found = QUANTITY.matcher(heading.toLowerCase(Locale.ROOT));
        if (found.find()) {
            try {
                return Math.max(1, Integer.parseInt(found.group(1).replace(",", "")));
            } catch (NumberFormatException e) {
                return 1;
            }
        }
        return 1;
    }

    /** The language that a heading of names says; empty: by what the cells hold. */
    private static String language(String heading) {
        var lower = heading.toLowerCase(Locale.ROOT);
        if (lower.matches(".*(英文|english|\\ben\\b).*")) {
            return "en";
        }
        return lower.matches(".*(中文|chinese|\\bzh\\b|\\bcn\\b).*") ? "zh" : "";
    }

    boolean isUsable() {
        return fields.containsKey(ProductField.ITEM) && names.size() + steps.size() + fields.size() > 1;
    }

    String cell(ProductField field, java.util.List<String> cells) {
        var column = fields.get(field);
        return column == null || column >= cells.size() ? "" : cells.get(column);
    }

    /** Columns of names with their language, empty where the heading does not say. */
    Map<Integer, String> names() {
        return names;
    }

    /** Columns of prices with the quantity from which each holds. */
    Map<Integer, Integer> steps() {
        return steps;
    }

    String currency() {
        return currency;
    }

    String incoterm() {
        return incoterm;
    }

    String port() {
        return port;
    }
}
