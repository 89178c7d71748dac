package app.caravel.dns;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Who may send for a domain, read through with all that its record includes (RFC 7208).
 *
 * @param records the domain's records; exactly one is right
 * @param lookups how many terms ask the DNS; receivers stop after ten
 * @param includes all domains that are included, at any depth
 * @param all what is said of everybody else: {@code - ~ ? +}, or blank where nothing is
 * @param broken terms that no receiver can read, and included domains without a record of their own
 * @param unsure whether some part was not answered, or holds macros that only a receiver can fill in
 */
public record Spf(List<String> records, int lookups, Set<String> includes, Collection<Network> networks, char all, List<String> broken, boolean unsure) {

    /** RFC 7208 section 4.6.4. */
    public static final int MOST_LOOKUPS = 10;

    /** Whether mail from this address passes. */
    public boolean covers(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }
}
