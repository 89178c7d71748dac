package app.caravel.product;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a mail says of a price, in the mail's own language. */
final class ProductWords {

    private record Words(String from, String moq, String days) {}

    private static final Map<String, Words> WORDS = words();

    private ProductWords() {}

    /** {@code from USD 4.58 FOB Zhongshan, MOQ 500, 25 days}; empty where there is no price to show. */
    static String price(Product product, String language) {
        var words = WORDS.getOrDefault(Locale.forLanguageTag(language).getLanguage(), WORDS.getOrDefault("en", new Words("from {p}", "MOQ {n}", "{n} days")));
        boolean chinese = Locale.forLanguageTag(language).getLanguage().equals("zh");
        var line = new StringBuilder();
        product.lowest().ifPresent(lowest -> {
            var money = product.currency() + " " + lowest.setScale(Math.max(2, lowest.stripTrailingZeros().scale()), java.math.RoundingMode.HALF_UP).toPlainString();
            var term = (product.incoterm() + " " + product.port()).strip();
            var whole = term.isEmpty() ? money : chinese ? term + " " + money : money + " " + term;
            line.append(product.prices().size() > 1 ? words.from.replace("{p}", whole) : whole);
        });
        if (line.isEmpty()) {
            return "";
        }
        var comma = chinese ? "，" : ", ";
        if (product.moq() != null) {
            line.append(comma).append(words.moq.replace("{n}", String.valueOf(product.moq())));
        }
        if (!product.leadTime().isBlank()) {
            var days = product.leadTime().strip().replaceFirst("(?i)^(\\d+(?:\\s*[-–~]\\s*\\d+)?)\\s*(?:days?|天)?$", "$1");
            line.append(comma).append(days.matches("\\d+(?:\\s*[-–~]\\s*\\d+)?") ? words.days.replace("{n}", days) : product.leadTime().strip());
        }
        return line.toString();
    }

    private static Map<String, Words> words() {
        var words = new HashMap<String, Words>();
        for (var line : """
                en|from {p}|MOQ {n}|{n} days
                zh|{p} 起|起订量 {n}|交期 {n} 天
                de|ab {p}|Mindestmenge {n}|{n} Tage
                fr|à partir de {p}|MOQ {n}|{n} jours
                es|desde {p}|pedido mínimo {n}|{n} días
                pt|a partir de {p}|pedido mínimo {n}|{n} dias
                it|da {p}|ordine minimo {n}|{n} giorni
                nl|vanaf {p}|minimaal {n} st.|{n} dagen
                pl|od {p}|min. {n} szt.|{n} dni
                tr|{p} itibaren|en az {n} adet|{n} gün
                ru|от {p}|мин. заказ {n} шт.|{n} дней
                ja|{p} から|最小発注数 {n}|納期 {n} 日
                ko|{p} 부터|최소 주문 {n}|납기 {n}일
                ar|ابتداءً من {p}|أقل كمية {n}|{n} يوماً""".lines().toList()) {
            var parts = line.split("\\|");
            words.put(parts[0], new Words(parts[1], parts[2], parts[3]));
        }
        return words;
    }
}
