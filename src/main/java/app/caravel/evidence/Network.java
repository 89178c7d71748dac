package app.caravel.evidence;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

/** The part of an address that is kept for good: its /24, or its /48 in IPv6. */
final class Network {

    private Network() {}

    /** Null where the text is no address. */
    static @Nullable String of(String address) {
        try {
            var found = InetAddress.ofLiteral(address.strip());
            var bytes = found.getAddress();
            int kept = found instanceof Inet4Address ? 3 : 6;
            for (int i = kept; i < bytes.length; i++) {
                bytes[i] = 0;
            }
            var network = InetAddress.getByAddress(bytes).getHostAddress();
            return (kept == 3 ? network : network.replaceFirst("(:0)+$", "::")) + "/" + kept * 8;
        } catch (IllegalArgumentException | UnknownHostException e) {
            return null;
        }
    }
}
