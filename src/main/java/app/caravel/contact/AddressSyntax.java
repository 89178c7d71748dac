package app.caravel.contact;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

import com.ibm.icu.text.IDNA;
import com.ibm.icu.text.Normalizer2;

/** The grammar of addresses: RFC 5321 (lengths, domains, literals), 5322 (atoms, quoted strings), 6531 and UTS 46 (other scripts). */
final class AddressSyntax {

    private static final int LOCAL_MAX = 64;
    private static final int ADDRESS_MAX = 254;
    private static final int DOMAIN_MAX = 253;
    private static final int LABEL_MAX = 63;
    private static final String ATOM_MARKS = "!#$%&'*+-/=?^_`{|}~";

    private AddressSyntax() {}

    static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1 || text.length() > ADDRESS_MAX) {
            return false;
        }
        var local = text.substring(0, at);
        if (!isDotAtom(local) && !isQuoted(local)) {
            return false;
        }
        var domain = asciiDomain(text.substring(at + 1));
        return domain.isPresent() && octets(local) <= LOCAL_MAX && octets(local) + 1 + domain.get().length() <= ADDRESS_MAX;
    }

    /** The domain in A-labels and lower case, or nothing where it is none. */
    static Optional<String> asciiDomain(String domain) {
        if (domain.startsWith("[")) {
            return isLiteral(domain) ? Optional.of(domain.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        var ascii = isAscii(domain) ? domain.toLowerCase(Locale.ROOT) : toALabels(domain);
        return isHostName(ascii) ? Optional.of(ascii) : Optional.empty();
    }

    /** Letters and their accents as one character (NFC), so that both ways of writing one name are equal. */
    static String composed(String text) {
        return isAscii(text) ? text : Normalizer2.getNFCInstance().normalize(text);
    }

    private static String toALabels(String domain) {
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        Idna.UTS46.nameToASCII(domain, ascii, info);
        return info.hasErrors() ? "" : ascii.toString().toLowerCase(Locale.ROOT);
    }

    /** Loaded only when a domain of another script comes. */
    private static final class Idna {
        static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
    }

    private static boolean isDotAtom(String local) {
        boolean afterDot = true;
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c == '.') {
                if (afterDot) {
                    return false;
                }
                afterDot = true;
            } else if (isAtomText(c)) {
                afterDot = false;
            } else {
                return false;
            }
        }
        return !afterDot;
    }

    private static boolean isAtomText(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || ATOM_MARKS.indexOf(c) >= 0;
        }
        return isPrintable(c);
    }

    /** Beyond ASCII everything that shows and is no space: a zero-width character is nobody's name. */
    private static boolean isPrintable(char c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SPACE_SEPARATOR && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR && type != Character.UNASSIGNED && type != Character.PRIVATE_USE && c != '\uFFFD';
    }

    private static boolean isQuoted(String local) {
        if (local.length() < 3 || local.charAt(0) != '"' || !local.endsWith("\"")) {
            return false;
        }
        for (int i = 1; i < local.length() - 1; i++) {
            char c = local.charAt(i);
            if (c == '\\') {
                i++;
                if (i == local.length() - 1 || local.charAt(i) < ' ' || local.charAt(i) > '~') {
                    return false;
                }
            } else if (c == '"' || c < ' ' || c == 127 || c > 127 && !isPrintable(c)) {
                return false;
            }
        }
        return true;
    }

    /** Letters, digits and hyphens; at least two labels, for a single one in a list of buyers is a typing error (localhost is none). */
    private static boolean isHostName(String domain) {
        if (domain.length() > DOMAIN_MAX) {
            return false;
        }
        int labels = 0;
        int start = 0;
        for (int i = 0; i <= domain.length(); i++) {
            if (i < domain.length() && domain.charAt(i) != '.') {
                if (!isLetterDigitHyphen(domain.charAt(i))) {
                    return false;
                }
                continue;
            }
            if (i == start || i - start > LABEL_MAX || domain.charAt(start) == '-' || domain.charAt(i - 1) == '-') {
                return false;
            }
            labels++;
            if (i == domain.length() && isNumber(domain, start)) {
                return false;
            }
            start = i + 1;
        }
        return labels > 1 || domain.equals("localhost");
    }

    private static boolean isLetterDigitHyphen(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
    }

    private static boolean isNumber(String domain, int from) {
        for (int i = from; i < domain.length(); i++) {
            if (domain.charAt(i) < '0' || domain.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLiteral(String domain) {
        if (!domain.endsWith("]")) {
            return false;
        }
        var inner = domain.substring(1, domain.length() - 1);
        if (inner.regionMatches(true, 0, "IPv6:", 0, 5)) {
            return inner.substring(5).matches("(?i)(?=.*:.*:)[0-9a-f:.]{2,45}");
        }
        return inner.matches("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static int octets(String text) {
        return isAscii(text) ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
    }
}
