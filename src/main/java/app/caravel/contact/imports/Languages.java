package app.caravel.contact.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Languages by their names. */
final class Languages {

    private static final class Names {
        static final Map<String, String> CODES = names();
    }

    private Languages() {}

    /** A language by its code or its name in English, Chinese or itself. */
    static Optional<String> codeOf(String text) {
        var locale = Locale.forLanguageTag(text.strip().replace('_', '-'));
        if (text.length() <= 11 && !locale.getLanguage().isEmpty() && !locale.getDisplayLanguage(Locale.ENGLISH).equals(locale.getLanguage())) {
            return Optional.of(locale.toLanguageTag());
        }
        return Optional.ofNullable(Names.CODES.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        for (var code : Locale.getISOLanguages()) {
            var language = Locale.of(code);
            for (var locale : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, language}) {
                names.putIfAbsent(language.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
            }
        }
        names.put("英文", "en");
        names.put("德文", "de");
        names.put("法文", "fr");
        names.put("日文", "ja");
        names.put("俄文", "ru");
        names.put("西语", "es");
        names.put("葡语", "pt");
        return names;
    }
}
