package app.caravel.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.ibm.icu.text.Normalizer2;
import org.jspecify.annotations.Nullable;

/** The names of merge fields and their values for one contact. */
public final class MergeFields {

    /** The fields that every contact has, in the order a menu shows them. */
    public static final List<String> OWN = List.of(
            "name", "first_name", "last_name", "salutation", "company", "role", "country", "city", "phone", "language", "address");

    private MergeFields() {}

    /** Letters, marks and digits of any script in lower case, everything else as one underscore: {@code "Last order"} -> {@code last_order}. */
    public static String nameOf(String header) {
        var name = new StringBuilder();
        Normalizer2.getNFKCInstance().normalize(header).toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || isMark(c)) {
                name.appendCodePoint(c);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '_') {
                name.append('_');
            }
        });
        int end = name.length();
        return end > 0 && name.charAt(end - 1) == '_' ? name.substring(0, end - 1) : name.toString();
    }

    static Map<String, Object> valuesOf(Contact contact) {
        var values = new LinkedHashMap<String, Object>();
        put(values, "name", contact.name());
        put(values, "first_name", contact.firstName());
        put(values, "last_name", contact.lastName());
        put(values, "salutation", contact.salutation());
        put(values, "company", contact.company());
        put(values, "role", contact.role());
        put(values, "country", contact.country());
        put(values, "city", contact.city());
        put(values, "phone", contact.phone());
        put(values, "language", contact.language());
        put(values, "address", contact.address().written());
        // a field of the contact's own wins over an attribute of that name: country is the code, not what the file said
        contact.attributes().forEach((header, value) -> {
            var name = nameOf(header);
            if (!name.isEmpty()) {
                values.putIfAbsent(name, value);
            }
        });
        return values;
    }

    private static void put(Map<String, Object> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    /** Vowel signs of Indic scripts and accents are parts of their letters. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
