package app.caravel.product;

import java.util.TreeMap;

/** A product that is known, brought up to date by a price list: what the list does not say stays. */
final class Merged {

    private Merged() {}

    static Product of(Product known, Product list) {
        var names = new TreeMap<>(known.names());
        names.putAll(list.names());
        boolean priced = !list.prices().isEmpty();
        return new Product(known.id(), known.item(), names, said(list.category(), known.category()), said(list.picture(), known.picture()), said(list.specification(), known.specification()),
                list.moq() == null ? known.moq() : list.moq(), priced ? list.prices() : known.prices(), said(list.currency(), known.currency()), said(list.incoterm(), known.incoterm()),
                said(list.port(), known.port()), said(list.leadTime(), known.leadTime()), said(list.packing(), known.packing()),
                list.validUntil() == null ? known.validUntil() : list.validUntil(), said(list.link(), known.link()));
    }

    private static String said(String list, String known) {
        return list.isEmpty() ? known : list;
    }
}
