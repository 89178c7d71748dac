package app.caravel.desktop.kit;

import java.text.Collator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import org.jspecify.annotations.Nullable;


/** Countries, languages and time zones to choose from, the former by their names in the window's language. The empty string is nothing chosen. */
public final class Choices {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs", "sv", "da", "nb", "fi", "hu", "ro", "el", "tr", "ru", "uk",
            "ar", "fa", "he", "hi", "id", "ms", "th", "vi", "ja", "ko", "zh", "zh-Hant");

    private Choices() {}

    /** The name of a language in the window's language. */
    public static String language(Ui ui, String tag) {
        var name = Locale.forLanguageTag(tag).getDisplayName(ui.texts().language().locale());
        return name.isBlank() ? tag : name;
    }

    public static ComboBox<String> countries(Ui ui, @Nullable String chosen) {
        return box(List.of(Locale.getISOCountries()), chosen, ui.formats()::country, ui);
    }

    public static ComboBox<String> languages(Ui ui, @Nullable String chosen) {
        return box(LANGUAGES, chosen, tag -> language(ui, tag), ui);
    }

    /** Time zones, those of a country first. */
    public static ComboBox<String> zones(@Nullable String country, @Nullable String chosen) {
        var zones = new LinkedHashSet<String>();
        zones.add("");
        if (country != null) {
            zones.addAll(TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null));
        }
        if (chosen != null) {
            zones.add(chosen);
        }
        ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/")).sorted().forEach(zones::add);
        var box = new ComboBox<String>();
        box.getItems().setAll(zones);
        box.setMinWidth(0);
        box.setPrefWidth(120);
        box.setValue(chosen == null ? "" : chosen);
        return box;
    }

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
