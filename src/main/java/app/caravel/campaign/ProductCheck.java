package app.caravel.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import app.caravel.contact.Contact;
import app.caravel.contact.Contacts;
import app.caravel.contact.Filter;
import app.caravel.contact.Tags;
import app.caravel.content.CheckFinding;
import app.caravel.content.Mend;
import app.caravel.content.design.ProductItems;
import app.caravel.product.Product;
import app.caravel.product.Products;

/** What the check says of the products that a mail shows: prices that are over, that say no port, that somebody shall not see. */
public final class ProductCheck {

    /** A tag, or a column of one's own, of those who are told no prices. */
    private static final Set<String> NO_PRICES = Set.of("no prices", "no price", "no_prices", "no_price", "不报价", "不看价");
    private static final Set<String> NO = Set.of("", "0", "no", "false", "n", "否", "-");

    private final Products products;
    private final Tags tags;
    private final Contacts contacts;
    private final Clock clock;

    public ProductCheck(Products products, Tags tags, Contacts contacts, Clock clock) {
        this.products = products;
        this.tags = tags;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Looks at one campaign's mails while they pass by. */
    Pass of(Campaign campaign) {
        return new Pass(ByLanguage.of(campaign, content -> ProductItems.of(content.original()).priced()));
    }

    final class Pass {

        private final ByLanguage<Set<String>> priced;
        private final Set<Long> tagged = new HashSet<>();
        private final List<String> shownTo = new ArrayList<>();

        private Pass(ByLanguage<Set<String>> priced) {
            this.priced = priced;
            if (priced.all().stream().anyMatch(items -> !items.isEmpty())) {
                tags.all().stream().filter(tag -> NO_PRICES.contains(tag.name().strip().toLowerCase(Locale.ROOT)))
                        .forEach(tag -> tagged.addAll(contacts.ids(Filter.EVERYONE.withTag(tag.id()))));
            }
        }

        void add(Contact contact) {
            if (!priced.of(contact.language()).isEmpty() && (tagged.contains(contact.id()) || says(contact))) {
                shownTo.add(contact.address().canonical());
            }
        }

        private static boolean says(Contact contact) {
            return contact.attributes().entrySet().stream().anyMatch(attribute -> NO_PRICES.contains(attribute.getKey().strip().toLowerCase(Locale.ROOT))
                    && !NO.contains(attribute.getValue().strip().toLowerCase(Locale.ROOT)));
        }

        List<CheckFinding> findings() {
            var today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
            var shown = priced.all().stream().flatMap(Set::stream).distinct().map(products::named).flatMap(java.util.Optional::stream).toList();
            var findings = new ArrayList<CheckFinding>();
            about("product-expired", shown.stream().filter(product -> product.isExpired(today)).toList(), findings);
            about("product-no-port", shown.stream().filter(Product::lacksPort).toList(), findings);
            if (!shownTo.isEmpty()) {
                findings.add(CheckFinding.aboutPeople("price-not-for-them", shownTo).mendedBy(new Mend.Nothing()));
            }
            return findings;
        }

        private static void about(String kind, List<Product> products, List<CheckFinding> findings) {
            if (!products.isEmpty()) {
                findings.add(CheckFinding.aboutContent(kind, "items", String.join(", ", products.stream().map(Product::item).limit(8).toList()), "count", products.size()));
            }
        }
    }
}
