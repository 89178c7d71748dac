package app.caravel.product;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * An item of the catalogue.
 *
 * @param id 0 while it is not kept
 * @param names by language, {@code en}, {@code zh} ...
 * @param picture the source of a kept picture, empty for none
 * @param prices by quantity
 * @param currency ISO code, empty where it is not known: no price is shown then
 * @param validUntil the last day of the prices, null where nothing is said
 * @param link its page on the web, empty for none
 */
public record Product(
        long id,
        String item,
        Map<String, String> names,
        String category,
        String picture,
        String specification,
        @Nullable Integer moq,
        List<PriceStep> prices,
        String currency,
        String incoterm,
        String port,
        String leadTime,
        String packing,
        @Nullable LocalDate validUntil,
        String link) {

    public Product {
        names = java.util.Collections.unmodifiableMap(new TreeMap<>(names));
        prices = prices.stream().sorted(Comparator.comparingInt(PriceStep::quantity)).toList();
    }

    /** One of which only the number is known. */
    public static Product of(String item) {
        return new Product(0, item, Map.of(), "", "", "", null, List.of(), "", "", "", "", "", null, "");
    }

    /** Its name in a language, else in English, else in any, else its number. */
    public String name(String language) {
        var tag = Locale.forLanguageTag(language).getLanguage();
        return Optional.ofNullable(names.get(tag)).or(() -> Optional.ofNullable(names.get("en"))).or(() -> names.values().stream().findFirst()).orElse(item);
    }

    /** The lowest price; nothing where there is none or its currency is not known. */
    public Optional<BigDecimal> lowest() {
        return currency.isEmpty() ? Optional.empty() : prices.stream().map(PriceStep::price).min(Comparator.naturalOrder());
    }

    public boolean isExpired(LocalDate today) {
        return validUntil != null && validUntil.isBefore(today) && !prices.isEmpty();
    }

    /** Whether its price says where it holds: a price without term and port is none. */
    public boolean lacksPort() {
        return !prices.isEmpty() && (incoterm.isEmpty() || port.isEmpty());
    }

    Product withId(long kept) {
        return new Product(kept, item, names, category, picture, specification, moq, prices, currency, incoterm, port, leadTime, packing, validUntil, link);
    }

    public Product withItem(String number) {
        return new Product(id, number, names, category, picture, specification, moq, prices, currency, incoterm, port, leadTime, packing, validUntil, link);
    }

    public Product withPicture(String source) {
        return new Product(id, item, names, category, source, specification, moq, prices, currency, incoterm, port, leadTime, packing, validUntil, link);
    }

    public Product withNames(Map<String, String> all) {
        return new Product(id, item, all, category, picture, specification, moq, prices, currency, incoterm, port, leadTime, packing, validUntil, link);
    }

    public Product withPrices(List<PriceStep> steps) {
        return new Product(id, item, names, category, picture, specification, moq, steps, currency, incoterm, port, leadTime, packing, validUntil, link);
    }

    /** This one with what one change made of it taken back; what was changed besides stays. */
    public Product takingBack(Product before, Product after) {
        return new Product(id, back(item, before.item, after.item), back(names, before.names, after.names), back(category, before.category, after.category), back(picture, before.picture, after.picture),
                back(specification, before.specification, after.specification), java.util.Objects.equals(before.moq, after.moq) ? moq : before.moq, back(prices, before.prices, after.prices),
                back(currency, before.currency, after.currency), back(incoterm, before.incoterm, after.incoterm), back(port, before.port, after.port), back(leadTime, before.leadTime, after.leadTime),
                back(packing, before.packing, after.packing), java.util.Objects.equals(before.validUntil, after.validUntil) ? validUntil : before.validUntil, back(link, before.link, after.link));
    }

    private static <T> T back(T now, T before, T after) {
        return before.equals(after) ? now : before;
    }
}
