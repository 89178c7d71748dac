package app.caravel.desktop.kit;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.Scene;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import app.caravel.texts.Texts.Language;

/** Light or dark, the language, and the fonts that go with it, for every scene it dressed. Lives on the JavaFX thread. */
public final class Theme {

    /** What the person chose. */
    public enum Choice { SYSTEM, LIGHT, DARK }

    private static final String CARAVEL = Objects.requireNonNull(Theme.class.getResource("caravel.css")).toExternalForm();

    private final Set<Scene> scenes = Collections.newSetFromMap(new WeakHashMap<>());
    private final ReadOnlyObjectWrapper<Language> language;
    /** Held here and weakly by the platform, which lives longer than any window. */
    private final ChangeListener<ColorScheme> followsSystem = (_, _, _) -> paint();
    private Choice choice;

    public Theme(Choice choice, Language language) {
        this.choice = choice;
        this.language = new ReadOnlyObjectWrapper<>(language);
        Platform.getPreferences().colorSchemeProperty().addListener(new WeakChangeListener<>(followsSystem));
        paint();
    }

    /** Dresses a scene, now and after every change. Needed for each new one: a dialog's scene inherits nothing. */
    public void dress(Scene scene) {
        scenes.add(scene);
        scene.getPreferences().setColorScheme(scheme());
        scene.getStylesheets().setAll(CARAVEL, Fonts.of(language.get()).stylesheet());
    }

    public void choose(Choice chosen) {
        choice = chosen;
        paint();
    }

    public Choice choice() {
        return choice;
    }

    public boolean isDark() {
        return scheme() == ColorScheme.DARK;
    }

    /** Speaks another language; who built views listens and builds them anew. */
    public void speak(Language spoken) {
        language.set(spoken);
        scenes.forEach(this::dress);
    }

    public Language language() {
        return language.get();
    }

    public ReadOnlyObjectProperty<Language> languageProperty() {
        return language.getReadOnlyProperty();
    }

    private ColorScheme scheme() {
        return switch (choice) {
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
            case SYSTEM -> Platform.getPreferences().getColorScheme();
        };
    }

    private void paint() {
        // the binary sheets load in half the time of the text ones
        Application.setUserAgentStylesheet(isDark() ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
        scenes.forEach(scene -> scene.getPreferences().setColorScheme(scheme()));
    }
}
