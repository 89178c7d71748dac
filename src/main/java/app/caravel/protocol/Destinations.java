package app.caravel.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import app.caravel.reason.Reason;

/** Where a tracked link may lead: an absolute http or https address of at most 1,500 bytes, written as a browser takes it. */
public final class Destinations {

    public static final int MAX_BYTES = 1_500;

    private Destinations() {}

    /** Why the destination cannot be tracked; empty where it can. */
    public static Optional<Reason> check(String destination) {
        int authority = authority(destination);
        if (authority < 0) {
            return Optional.of(Reason.of("protocol.destination-not-http", "destination", shortened(destination)));
        }
        if (destination.chars().anyMatch(Destinations::neverInAddress) || !host(destination.substring(authority))) {
            return Optional.of(Reason.of("protocol.destination-malformed", "destination", shortened(destination)));
        }
        if (destination.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return Optional.of(Reason.of("protocol.destination-too-long", "destination", shortened(destination), "limit", MAX_BYTES));
        }
        return Optional.empty();
    }

    /** Where the authority begins, or -1 where the scheme is another one. */
    private static int authority(String destination) {
        int colon = destination.indexOf("://");
        var scheme = colon < 0 ? "" : destination.substring(0, colon).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? colon + 3 : -1;
    }

    /** Blanks and control characters (they could end the header that carries the address), and halves of a character. */
    private static boolean neverInAddress(int c) {
        return c <= ' ' || c >= 0x7f && c <= 0x9f || "<>\"\\".indexOf(c) >= 0;
    }

    private static boolean host(String afterScheme) {
        int end = 0;
        while (end < afterScheme.length() && "/?#".indexOf(afterScheme.charAt(end)) < 0) {
            end++;
        }
        var hostAndPort = afterScheme.substring(afterScheme.lastIndexOf('@', end) + 1, end);
        int colon = hostAndPort.lastIndexOf(':');
        boolean port = colon > hostAndPort.lastIndexOf(']');
        var host = port ? hostAndPort.substring(0, colon) : hostAndPort;
        return !host.isEmpty() && isUnicode(afterScheme) && (!port || hostAndPort.substring(colon + 1).matches("\\d{0,5}"));
    }

    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String shortened(String destination) {
        return destination.length() <= 80 ? destination : destination.substring(0, 79) + "…";
    }
}
