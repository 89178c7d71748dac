package app.caravel.product;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a column of a price list holds, told by its heading in English or Chinese. */
enum ProductField {
    ITEM("item", "item no", "item number", "item code", "item#", "item #", "model", "model no", "model number", "sku", "art no", "article", "article no", "part no", "product code", "product no", "code", "ref",
            "货号", "型号", "产品型号", "产品编号", "编号", "款号", "产品货号", "物料号", "商品编码"),
    NAME("name", "product name", "description", "product", "product description", "item name", "name of product", "品名", "产品名称", "名称", "产品", "商品名称", "描述"),
    CATEGORY("category", "series", "type", "group", "product category", "分类", "类别", "系列", "品类", "产品类别"),
    SPECIFICATION("spec", "specs", "specification", "specifications", "details", "size", "parameter", "parameters", "规格", "参数", "产品规格", "规格参数", "尺寸"),
    MOQ("moq", "min order", "minimum order", "minimum order quantity", "min qty", "min order qty", "起订量", "最小起订量", "最低起订量", "起订"),
    CURRENCY("currency", "cur", "币种", "货币"),
    INCOTERM("incoterm", "incoterms", "term", "terms", "trade term", "trade terms", "price term", "price terms", "贸易术语", "价格条款", "贸易条款", "条款", "贸易方式"),
    PORT("port", "loading port", "port of loading", "fob port", "港口", "起运港", "装运港", "出运港"),
    LEAD_TIME("lead time", "leadtime", "delivery", "delivery time", "delivery date", "production time", "交期", "交货期", "生产周期", "货期"),
    PACKING("packing", "package", "packaging", "carton", "pcs/ctn", "qty/ctn", "packing details", "包装", "装箱", "装箱数", "包装方式"),
    VALID_UNTIL("valid until", "validity", "valid", "valid till", "valid to", "expiry", "expires", "price valid until", "有效期", "报价有效期", "有效期至", "价格有效期"),
    LINK("link", "url", "page", "web", "website", "product page", "链接", "网址", "产品链接");

    private final List<String> words;

    ProductField(String... words) {
        this.words = List.of(words);
    }

    static Optional<ProductField> of(String heading) {
        var plain = plain(heading);
        for (var field : values()) {
            if (field.words.contains(plain)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** Without case, dots, and what stands in brackets. */
    static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[(（\\[].*?[)）\\]]", " ").replaceAll("[.:：_*]+", " ").replaceAll("\\s+", " ").strip();
    }
}
