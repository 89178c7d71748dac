package app.caravel.contact;

import java.util.Locale;
import java.util.Set;

/** Mailboxes that belong to a function, not to a person: fewer people read them, more complain. */
public final class RoleAddresses {

    private static final Set<String> NAMES = Set.of(
            "info", "sales", "contact", "office", "admin", "support", "service", "hello", "mail", "marketing", "export", "import", "purchase", "purchasing", "procurement", "buyer", "order", "orders",
            "enquiry", "enquiries", "inquiry", "inquiries", "help", "team", "accounts", "accounting", "finance", "billing", "hr", "jobs", "career", "careers", "webmaster", "postmaster", "hostmaster",
            "abuse", "noreply", "no-reply", "donotreply", "newsletter", "press", "reception", "general", "customerservice", "customer.service", "kontakt", "einkauf", "vertrieb", "verkauf", "buero",
            "contato", "contacto", "ventas", "compras", "vendas", "comercial", "commercial", "achats", "ventes", "contatti", "vendite", "acquisti", "secretaria", "secretariat", "root", "business", "trade");

    private RoleAddresses() {}

    /** Whether the local part, as written, names a function. */
    public static boolean isOne(String local) {
        return NAMES.contains(local.toLowerCase(Locale.ROOT));
    }
}
