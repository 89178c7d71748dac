package app.caravel.account.route;

import java.net.InetAddress;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of a line as they are written for people: {@code 192.0.2.7}, {@code 2001:db8::7} (RFC 5952).
 *
 * @param client this computer's
 * @param server the server's; null where a proxy leads to it and alone knows it
 */
public record Ends(String client, @Nullable String server) {

    /** The first of the longest runs of two or more groups of nothing but zero. */
    private static final Pattern ZEROS = Pattern.compile("((?:(?:^|:)0\\b){2,}):?(?!\\S*\\b\\1:0\\b)(\\S*)");

    static Ends of(InetAddress client, @Nullable InetAddress server) {
        return new Ends(written(client), server == null ? null : written(server));
    }

    private static String written(InetAddress address) {
        var text = address.getHostAddress();
        int scope = text.indexOf('%');
        return ZEROS.matcher(scope < 0 ? text : text.substring(0, scope)).replaceFirst("::$2");
    }
}
