package app.caravel.desktop.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import app.caravel.campaign.Audience;
import app.caravel.campaign.Campaign;
import app.caravel.content.Variant;
import app.caravel.desktop.compose.ComposeViewModel.Opened;
import app.caravel.desktop.kit.Background;
import app.caravel.workspace.Workspace;

/** The languages of the draft: which is written at, how many get each, and which could be begun. */
final class LanguagesModel {

    /**
     * One content of the draft.
     *
     * @param variant its language; null: the content that everyone else gets
     * @param language what it is written in; null where the content of everyone else does not say
     * @param people how many get it; -1 where that is not known
     */
    record Side(@Nullable String variant, @Nullable String language, int people) {}

    /** A language that could be begun, and how many of the audience read it. */
    record Offer(String language, int people) {}

    private final ReadOnlyObjectWrapper<List<Side>> sides = new ReadOnlyObjectWrapper<>(List.of());
    private final ComposeViewModel model;
    private final Variants variants;
    private final Workspace workspace;
    private final Background background;
    private @Nullable Audience countedOf;
    private Map<String, Integer> readers = Map.of();

    LanguagesModel(ComposeViewModel model, Workspace workspace, Background background) {
        this.model = model;
        this.variants = new Variants(workspace);
        this.workspace = workspace;
        this.background = background;
        model.campaign().addListener((_, _, now) -> about(now));
    }

    /** The content of everyone else first. */
    ReadOnlyObjectProperty<List<Side>> sides() {
        return sides.getReadOnlyProperty();
    }

    private void about(@Nullable Campaign now) {
        if (now == null) {
            countedOf = null;
            readers = Map.of();
            sides.set(List.of());
            return;
        }
        show(now);
        if (!now.audience().equals(countedOf)) {
            background.run(() -> workspace.check().readers(now), counted -> {
                var still = model.campaign().get();
                if (still != null && still.audience().equals(now.audience())) {
                    countedOf = now.audience();
                    readers = counted;
                    show(still);
                }
            });
        }
    }

    private void show(Campaign now) {
        var people = new LinkedHashMap<String, Integer>();
        readers.forEach((language, count) -> people.merge(Objects.requireNonNullElse(now.languageFor(language), ""), count, Integer::sum));
        var all = new ArrayList<Side>();
        all.add(new Side(null, now.language(), counted("", people)));
        now.variants().stream().map(Variant::language).forEach(each -> all.add(new Side(each, each, counted(each, people))));
        sides.set(List.copyOf(all));
    }

    private int counted(String language, Map<String, Integer> people) {
        return readers.isEmpty() ? -1 : people.getOrDefault(language, 0);
    }

    /** Languages of the audience that have no mail of their own yet, the most read first. */
    List<Offer> offers() {
        var now = model.campaign().get();
        var offers = new LinkedHashMap<String, Integer>();
        if (now != null) {
            readers.forEach((language, count) -> {
                if (!language.isEmpty() && now.languageFor(language) == null) {
                    offers.merge(offered(language), count, Integer::sum);
                }
            });
            offers.keySet().removeIf(language -> hasOwn(now, language));
        }
        return offers.entrySet().stream().map(each -> new Offer(each.getKey(), each.getValue())).sorted((a, b) -> b.people() - a.people()).toList();
    }

    /** Languages that nobody of the audience is known to read, and that are not written yet. */
    List<String> others() {
        var now = model.campaign().get();
        var offered = offers().stream().map(Offer::language).toList();
        return now == null ? List.of() : MailLanguage.LANGUAGES.stream().filter(each -> !offered.contains(each) && !hasOwn(now, each)).toList();
    }

    /** A language is written for all who read it, except Chinese, which is written in two ways. */
    private static String offered(String language) {
        var primary = Locale.forLanguageTag(language).getLanguage();
        return primary.equals("zh") ? language : primary;
    }

    private static boolean hasOwn(Campaign now, String language) {
        return language.equals(now.language()) || now.variant(language).isPresent();
    }

    /** Writes at another language; null: at what everyone else gets. What is typed is kept first. */
    void write(@Nullable String other) {
        write(other, () -> {});
    }

    /** The same, and then does something, also where that is written at already. */
    void write(@Nullable String other, Runnable then) {
        model.settled(now -> {
            if (Objects.equals(other, model.language().get()) || other != null && now.variant(other).isEmpty()) {
                then.run();
                return;
            }
            background.run(() -> Opened.of(now.in(other)), opened -> model.settled(still -> {
                if (still.id() == now.id()) {
                    model.turn(other, opened);
                    then.run();
                }
            }));
        });
    }

    /** Begins a language and goes to it. */
    void begin(String language, boolean copied) {
        model.settled(now -> {
            var from = model.language().get();
            background.run(() -> variants.begin(now.id(), from, language, copied), begun -> {
                model.take(begun);
                write(language);
            });
        });
    }

    /** Takes a language out; hands on how to take that back. */
    void remove(String language, Consumer<Runnable> then) {
        write(null, () -> model.settled(now -> background.run(() -> variants.remove(now.id(), language), removed -> {
            model.forget(language);
            background.run(() -> variants.now(now.id()), model::take);
            then.accept(() -> background.run(() -> variants.putBack(now.id(), removed), back -> {
                model.take(back);
                write(language);
            }));
        })));
    }
}
