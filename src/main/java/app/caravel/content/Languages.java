package app.caravel.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/** Languages by their BCP 47 tags: how one is written, which of several a reader understands best, and which one an HTML says it is in. */
public final class Languages {

    private static final Pattern OF_HTML = Pattern.compile("(?i)<html\\b[^>]*?\\blang\\s*=\\s*[\"']?([a-z]{2,8}(?:-[a-z0-9]{1,8})*)");

    private Languages() {}

    /** A tag in its usual writing: {@code pt-BR} for {@code PT_br}; {@code und} where it is none. */
    public static String tag(String written) {
        return Locale.forLanguageTag(written.strip().replace('_', '-')).toLanguageTag();
    }

    /**
     * The one of these that suits a reader: his very language, else his language as such, else the first kind of it in the
     * script that he reads. A reader of Chinese in Taiwan gets {@code zh} rather than English, but not {@code zh-CN}.
     *
     * @param reader null where his language is not known: nothing suits him
     */
    public static Optional<String> best(List<String> written, @Nullable String reader) {
        if (reader == null || reader.isBlank()) {
            return Optional.empty();
        }
        var wanted = Locale.forLanguageTag(tag(reader));
        return first(written, wanted::equals)
                .or(() -> first(written, each -> each.toLanguageTag().equals(wanted.getLanguage())))
                .or(() -> first(written, each -> each.getLanguage().equals(wanted.getLanguage()) && script(each).equals(script(wanted))));
    }

    private static Optional<String> first(List<String> written, Predicate<Locale> fits) {
        return written.stream().filter(each -> fits.test(Locale.forLanguageTag(tag(each)))).findFirst();
    }

    private static String script(Locale language) {
        return ULocale.addLikelySubtags(ULocale.forLocale(language)).getScript();
    }

    /** The language that an HTML names as its own; null where it names none. */
    public static @Nullable String of(String html) {
        var found = OF_HTML.matcher(html);
        return found.find() ? tag(found.group(1)) : null;
    }
}
