package app.caravel.contact;

/**
 * The one condition that says in SQL whether an address must not be written to: it stands on the list itself, or its domain
 * does, or a domain above it that was put there with what is below. Every query of every package that asks this asks it here.
 */
public final class SuppressionSql {

    /** What stands behind the last @; only a quoted local part can hold another one. */
    private static final String DOMAIN = "CASE WHEN substr(%1$s, 1, 1) = '\"' THEN substr(%1$s, length(rtrim(%1$s, replace(%1$s, '@', ''))) + 1) ELSE substr(%1$s, instr(%1$s, '@') + 1) END";
    private static final String BELOW = "suppressed_domain.subdomains AND substr(%1$s, -length(suppressed_domain.domain) - 1) = '.' || suppressed_domain.domain";

    private SuppressionSql() {}

    /**
     * Whether it must not be written to. Where no domain stands on the list, that is asked once and nothing is cut out of addresses.
     *
     * @param address an SQL expression for a canonical address, e.g. {@code contact.address}
     */
    public static String suppressed(String address) {
        return ("(EXISTS (SELECT 1 FROM suppression WHERE suppression.address = %1$s)"
                + " OR EXISTS (SELECT 1 FROM suppressed_domain) AND EXISTS (SELECT 1 FROM suppressed_domain WHERE suppressed_domain.domain = " + DOMAIN + ")"
                + " OR EXISTS (SELECT 1 FROM suppressed_domain WHERE subdomains) AND EXISTS (SELECT 1 FROM suppressed_domain WHERE " + BELOW + "))").formatted(address);
    }

    /** Why it must not be written to: the key of the reason, or NULL. What is said of the address itself goes before what is said of its domain. */
    public static String reason(String address) {
        return ("coalesce((SELECT suppression.reason FROM suppression WHERE suppression.address = %1$s),"
                + " (SELECT suppressed_domain.reason FROM suppressed_domain WHERE suppressed_domain.domain = " + DOMAIN + "),"
                + " (SELECT suppressed_domain.reason FROM suppressed_domain WHERE " + BELOW + " ORDER BY length(suppressed_domain.domain) DESC LIMIT 1))").formatted(address);
    }

    /** The domains that keep an address from being written to, as a condition over {@code suppressed_domain}. */
    static String domainOf(String address) {
        return ("(suppressed_domain.domain = " + DOMAIN + " OR " + BELOW + ")").formatted(address);
    }
}
