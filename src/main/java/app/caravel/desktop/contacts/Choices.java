package app.caravel.desktop.contacts;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import app.caravel.desktop.kit.Ui;

/** Countries and languages to choose from, by their names in the window's language. */
final class Choices {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sv", "da", "nb", "fi", "hu", "ro", "el", "tr", "ru", "uk",
            "ar", "fa", "he", "hi", "id", "ms", "th", "vi", "ja", "ko", "zh", "zh-Hant");

    private Choices() {}

    /** The name of a language in the window's language. */
    static String language(Ui ui, String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayName(ui.texts().language().locale());
        return name.isBlank() ? tag : name;
    }

    static ComboBox<String> countries(Ui ui, @Nullable String chosen) {
        return box(List.of(Locale.getISOCountries()), chosen, ui.formats()::country, ui);
    }

    static ComboBox<String> languages(Ui ui, @Nullable String chosen) {
        return box(LANGUAGES, chosen, tag -> language(ui, tag), ui);
    }

    /** The empty string is nothing chosen and stands first. */
    private static ComboBox<String> box(List<String> values, @Nullable String chosen, Function<String, String> name, Ui ui) {
        var sorted = new ArrayList<>(values);
        if (chosen != null && !sorted.contains(chosen)) {
            sorted.add(chosen);
        }
        var collator = Collator.getInstance(ui.texts().language().locale());
        sorted.sort((a, b) -> collator.compare(name.apply(a), name.apply(b)));
        sorted.addFirst("");
        var box = new ComboBox<String>();
        box.getItems().setAll(sorted);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null || value.isEmpty() ? "–" : name.apply(value);
            }

            @Override
            public String fromString(String text) {
                return "";
            }
        });
        box.setMinWidth(0);
        box.setPrefWidth(120);
        box.setValue(chosen == null ? "" : chosen);
        return box;
    }
}
