package app.caravel.texts;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.MessageFormat;

import app.caravel.reason.Problem;
import app.caravel.reason.Reason;

/**
 * The words in one language. A key's first part names its file: {@code contacts.import.start} stands in
 * {@code contacts.properties} and {@code contacts_zh_CN.properties}. Placeholders are named, {@code {name}}; where a
 * text has {@code plural}, {@code select}, a number or date format, it is ICU's MessageFormat.
 */
public final class Texts {

    /** The languages that Caravel speaks. */
    public enum Language {
        ENGLISH(Locale.ENGLISH, Locale.UK, "", "English"),
        CHINESE(Locale.SIMPLIFIED_CHINESE, Locale.SIMPLIFIED_CHINESE, "_zh_CN", "简体中文");

        private final Locale locale;
        /** Writes dates within sentences: 24 Nov, as all other dates are written, not Nov 24. */
        private final Locale dates;
        private final String suffix;
        private final String ownName;

        Language(Locale locale, Locale dates, String suffix, String ownName) {
            this.locale = locale;
            this.dates = dates;
            this.suffix = suffix;
            this.ownName = ownName;
        }

        public Locale locale() {
            return locale;
        }

        /** The language's name in itself. */
        public String ownName() {
            return ownName;
        }

        /** The language of the system, English where Caravel does not speak it. */
        public static Language ofSystem() {
            return Locale.getDefault().getLanguage().equals("zh") ? CHINESE : ENGLISH;
        }
    }

    private static final Map<Language, Texts> ALL = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, Map<String, String>> files = new ConcurrentHashMap<>();

    private Texts(Language language) {
        this.language = language;
    }

    public static Texts in(Language language) {
        return ALL.computeIfAbsent(language, Texts::new);
    }

    public Language language() {
        return language;
    }

    public Locale locale() {
        return language.locale();
    }

    /**
     * The text of a key.
     *
     * @param namesAndValues name, value, name, value ... for its placeholders
     * @throws IllegalArgumentException where there is no such key: a mistake in the code, held by a test
     */
    public String get(String key, Object... namesAndValues) {
        return fill(pattern(key), Reason.of(key, namesAndValues).arguments());
    }

    /** Whether the key exists. */
    public boolean has(String key) {
        return file(key).containsKey(key);
    }

    /** A reason in words. */
    public String get(Reason reason) {
        return fill(pattern(reason.key()), reason.arguments());
    }

    /** A problem in words: what happened, to what, what to do. */
    public String get(Problem problem) {
        return get(problem.reason());
    }

    private String pattern(String key) {
        var text = file(key).get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return text;
    }

    private Map<String, String> file(String key) {
        int dot = key.indexOf('.');
        return files.computeIfAbsent(dot < 0 ? key : key.substring(0, dot), this::read);
    }

    private Map<String, String> read(String name) {
        var texts = new HashMap<String, String>();
        try (var in = Texts.class.getResourceAsStream(name + language.suffix + ".properties")) {
            if (in == null) {
                return texts;
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.forEach((key, text) -> texts.put((String) key, (String) text));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("texts " + name + " cannot be read", e);
        }
    }

    private String fill(String pattern, Map<String, Object> arguments) {
        if (arguments.isEmpty() || pattern.indexOf('{') < 0) {
            return pattern;
        }
        if (pattern.contains(", plural") || pattern.contains(", select") || pattern.contains(", number") || pattern.contains(", date")) {
            return new MessageFormat(pattern, language.dates).format(arguments);
        }
        var filled = new StringBuilder(pattern.length() + 32);
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            var name = close < 0 ? "" : pattern.substring(open + 1, close);
            filled.append(pattern, at, open);
            if (arguments.containsKey(name)) {
                filled.append(shown(arguments.get(name)));
                at = close + 1;
            } else {
                filled.append('{');
                at = open + 1;
            }
        }
        return filled.append(pattern, at, pattern.length()).toString();
    }

    private String shown(Object value) {
        return value instanceof Number number && !(value instanceof Double)
                ? String.format(language.locale(), "%,d", number.longValue())
                : String.valueOf(value);
    }
}
