package app.caravel.campaign;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Something made of each content of a campaign, found by a reader's language. One thread uses it.
 *
 * @param <T> what is made
 */
final class ByLanguage<T> {

    /** The empty string: of what everyone else gets. */
    private final Map<String, T> made;
    private final Campaign campaign;
    private final Map<String, T> byReader = new HashMap<>();

    private ByLanguage(Campaign campaign, Map<String, T> made) {
        this.campaign = campaign;
        this.made = made;
    }

    /** Makes it once of each content. */
    static <T> ByLanguage<T> of(Campaign campaign, Function<Campaign, T> make) {
        var made = new LinkedHashMap<String, T>();
        made.put("", make.apply(campaign.in(null)));
        campaign.variants().forEach(variant -> made.put(variant.language(), make.apply(campaign.in(variant.language()))));
        return new ByLanguage<>(campaign, made);
    }

    /** Something made of each of these and the language that its content is called by; null where there is no other. */
    <U> ByLanguage<U> map(BiFunction<T, @Nullable String, U> make) {
        var others = new LinkedHashMap<String, U>();
        made.forEach((language, one) -> others.put(language, make.apply(one, made.size() == 1 ? null : language.isEmpty() ? nameOfRest() : language)));
        return new ByLanguage<>(campaign, others);
    }

    /** What everyone else's content says of itself, unless a variant is called so. */
    private @Nullable String nameOfRest() {
        var own = campaign.language();
        return own == null || made.containsKey(own) ? null : own;
    }

    /** @param reader a contact's language, null where it is not known */
    T of(@Nullable String reader) {
        return byReader.computeIfAbsent(Objects.requireNonNullElse(reader, ""),
                language -> Objects.requireNonNull(made.get(Objects.requireNonNullElse(campaign.languageFor(language), ""))));
    }

    /** Each with the language of its variant; the empty string first, with what everyone else gets. */
    void forEach(BiConsumer<String, T> act) {
        made.forEach(act);
    }

    /** That of everyone else first. */
    Collection<T> all() {
        return List.copyOf(made.values());
    }
}
