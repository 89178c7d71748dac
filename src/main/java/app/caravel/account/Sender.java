package app.caravel.account;

import java.util.Optional;
import java.util.regex.Pattern;

/** A sender as people write it: {@code Anna Lee <anna@example.com>} or the address alone. */
public record Sender(String name, String address) {

    private static final Pattern NAMED = Pattern.compile("\\s*(?:\"([^\"]*)\"|([^<\"]*?))\\s*<([^<>\\s]+)>\\s*");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>\"(),:;]+@[^@\\s<>\"(),:;]+");

    /** Nothing where it is no sender. */
    public static Optional<Sender> parse(String written) {
        var named = NAMED.matcher(written);
        var sender = named.matches()
                ? new Sender(named.group(1) != null ? named.group(1) : named.group(2), named.group(3))
                : new Sender("", written.strip());
        boolean clean = ADDRESS.matcher(sender.address).matches() && sender.name.chars().noneMatch(Character::isISOControl);
        return clean ? Optional.of(sender) : Optional.empty();
    }
}
