package app.caravel.account.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * The program as it is registered at an issuer.
 *
 * @param secret of Google's desktop clients, who call it so though it is none; else null
 */
public record Client(String id, @Nullable String secret) {

    private static final Properties BUILT_IN = read();

    /** The one that the build was given; an open build has none. */
    public static Optional<Client> builtIn(Issuer issuer) {
        return value(issuer.key() + ".client.id").map(id -> new Client(id, value(issuer.key() + ".client.secret").orElse(null)));
    }

    private static Optional<String> value(String name) {
        // a build that fills nothing in leaves the placeholder
        return Optional.ofNullable(BUILT_IN.getProperty(name)).map(String::strip).filter(value -> !value.isEmpty() && !value.startsWith("${"));
    }

    private static Properties read() {
        var read = new Properties();
        try (var in = Client.class.getResourceAsStream("clients.properties")) {
            read.load(Objects.requireNonNull(in));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
