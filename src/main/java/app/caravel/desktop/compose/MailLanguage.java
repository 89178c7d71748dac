package app.caravel.desktop.compose;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import app.caravel.desktop.kit.Field;
import app.caravel.desktop.kit.Ui;

/** The language that a mail is written in: its own words (unsubscribe) and its direction follow it. */
final class MailLanguage extends VBox {

    /** Those that are offered. */
    static final List<String> LANGUAGES = List.of("en", "zh", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "tr", "ja", "ko", "ar", "he");

    MailLanguage(DesignEditor editor, Ui ui) {
        var choice = new ComboBox<String>();
        choice.setId("mail-language");
        choice.getItems().setAll(LANGUAGES);
        var now = editor.now().language();
        if (!LANGUAGES.contains(now)) {
            choice.getItems().add(now);
        }
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(String language) {
                return language == null ? "" : Locale.forLanguageTag(language).getDisplayLanguage(ui.theme().language().locale());
            }

            @Override
            public String fromString(String word) {
                throw new UnsupportedOperationException(word);
            }
        });
        choice.setValue(now);
        choice.valueProperty().addListener((_, _, language) -> editor.setLanguage(language));
        getChildren().add(new Field(ui.text("compose.mail-language"), choice));
    }
}
