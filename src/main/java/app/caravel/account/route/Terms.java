package app.caravel.account.route;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * On what terms lines for sending are made.
 *
 * @param trust whose certificates are trusted, read at the first need
 * @param names looks up a server's name
 * @param connect for reaching the server, and for TLS
 * @param answer for each answer, from its first byte asked for to its last
 * @param again until a line that did not come about is tried again, doubled at each try
 */
public record Terms(Supplier<Trust> trust, Names names, Duration connect, Duration answer, Duration again) {

    /** The system's name service, or another in its place. */
    @FunctionalInterface
    public interface Names {
        InetAddress find(String host) throws UnknownHostException;
    }

    /** The usual ones with another trust and another patience: to try a server while a person looks on. */
    public static Terms of(Trust trust, Duration patience) {
        return new Terms(() -> trust, InetAddress::getByName, patience, patience, patience);
    }

    /** RFC 5321 section 4.5.3.2 asks for five minutes where most is allowed, and for ten after the final dot; five are enough for whoever answers at all. */
    public static Terms usual() {
        return new Terms(Trust::ofSystem, InetAddress::getByName, Duration.ofSeconds(20), Duration.ofMinutes(5), Duration.ofSeconds(1));
    }
}
