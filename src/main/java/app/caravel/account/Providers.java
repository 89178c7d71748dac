package app.caravel.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.caravel.account.oauth.Issuer;
import app.caravel.store.Json;

/** The mailbox providers that we know. */
public final class Providers {

    private static final Map<String, Object> DATA = read();
    private static final List<Provider> BUILT_IN = list(DATA);
    private static volatile List<Provider> all = BUILT_IN;

    private Providers() {}

    /** All of them, those of companies first. */
    public static List<Provider> all() {
        return all;
    }

    /**
     * Takes a person's corrections: a file in the same form, whose providers stand in for those of the same id or come beside them.
     * Where there is none, all stays; where it cannot be read, too, and the log says so.
     */
    public static void correct(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            var own = list(Json.object(Files.readString(file)));
            var ids = own.stream().map(Provider::id).toList();
            all = Stream.concat(own.stream(), BUILT_IN.stream().filter(provider -> !ids.contains(provider.id()))).toList();
        } catch (IOException | RuntimeException e) {
            System.getLogger(Providers.class.getName()).log(System.Logger.Level.WARNING, "the corrections of providers in " + file + " cannot be read", e);
        }
    }

    /** When the data were gathered, as a date. */
    public static String gathered() {
        return string(DATA, "gathered");
    }

    /** The provider that surely serves the address. */
    public static Optional<Provider> of(String address) {
        var domain = address.substring(address.lastIndexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        return all.stream().filter(provider -> provider.owns(domain)).findFirst();
    }

    /** The provider that hosts a domain with these mail servers. */
    public static Optional<Provider> withMx(List<String> servers) {
        return servers.stream().flatMap(server -> all.stream().filter(provider -> provider.hosts(server))).findFirst();
    }

    /** The provider with this SMTP server. */
    public static Optional<Provider> withServer(String host) {
        return all.stream().filter(provider -> provider.smtp().host().equalsIgnoreCase(host.strip())).findFirst();
    }

    public static Optional<Provider> byId(String id) {
        return all.stream().filter(provider -> provider.id().equals(id)).findFirst();
    }

    private static Map<String, Object> read() {
        try (var in = Providers.class.getResourceAsStream("providers.json")) {
            return Json.object(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the providers cannot be read", e);
        }
    }

    private static List<Provider> list(Map<String, Object> data) {
        return ((List<?>) Objects.requireNonNull(data.get("providers"))).stream().map(Providers::provider).toList();
    }

    private static Provider provider(Object row) {
        var data = (Map<?, ?>) row;
        return new Provider(string(data, "id"), strings(data, "domains"), strings(data, "mx"),
                Objects.requireNonNull(server(data.get("smtp"))), server(data.get("imap")),
                Provider.Secret.valueOf(string(data, "secret").toUpperCase(Locale.ROOT)),
                data.get("browser") instanceof String issuer ? Issuer.of(issuer) : null, string(data, "webmail"),
                ((Number) Objects.requireNonNull(data.get("perHour"))).intValue(), ((Number) Objects.requireNonNull(data.get("perDay"))).intValue(),
                data.get("mailSize") instanceof Number size ? size.longValue() : 0, data.get("mailSizeSource") instanceof String where ? where : "", string(data, "source"));
    }

    private static Provider.@Nullable Server server(@Nullable Object row) {
        return row instanceof Map<?, ?> data
                ? new Provider.Server(string(data, "host"), ((Number) Objects.requireNonNull(data.get("port"))).intValue(), Security.of(string(data, "security")))
                : null;
    }

    private static String string(Map<?, ?> data, String key) {
        return String.valueOf(data.get(key));
    }

    private static List<String> strings(Map<?, ?> data, String key) {
        return ((List<?>) Objects.requireNonNull(data.get(key))).stream().map(String::valueOf).toList();
    }
}
