package app.caravel.dns;

import java.net.InetAddress;
import java.util.Optional;

/** Addresses that begin with the same bits: {@code 192.0.2.0/24}. */
public record Network(InetAddress base, int bits) {

    /** Reads an address with or without a length. */
    public static Optional<Network> parse(String written) {
        int slash = written.indexOf('/');
        try {
            var base = InetAddress.ofLiteral(slash < 0 ? written : written.substring(0, slash));
            int most = base.getAddress().length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(written.substring(slash + 1));
            return bits < 0 || bits > most ? Optional.empty() : Optional.of(new Network(base, bits));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean holds(InetAddress address) {
        var one = base.getAddress();
        var other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
