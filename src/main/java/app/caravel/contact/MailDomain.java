package app.caravel.contact;

import java.util.Optional;

/**
 * A domain that people have their addresses at.
 *
 * @param ascii lower case, A-labels, without @
 */
public record MailDomain(String ascii) {

    /** The domain in {@code @nordlicht.example}, {@code *@nordlicht.example} or {@code nordlicht.example}; nothing where it is none. */
    public static Optional<MailDomain> parse(String text) {
        var stripped = text.strip();
        var name = stripped.startsWith("*@") ? stripped.substring(2) : stripped.startsWith("@") ? stripped.substring(1) : stripped;
        if (name.startsWith("[") || name.indexOf('.') < 0 || name.indexOf('@') >= 0) {
            return Optional.empty();
        }
        return AddressSyntax.asciiDomain(name).filter(ascii -> !ascii.substring(ascii.lastIndexOf('.') + 1).chars().allMatch(Character::isDigit)).map(MailDomain::new);
    }

    /** How it stands beside addresses. */
    public String written() {
        return "@" + ascii;
    }
}
