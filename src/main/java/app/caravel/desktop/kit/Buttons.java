package app.caravel.desktop.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Buttons in their ranks. One accent a screen. */
public final class Buttons {

    private Buttons() {}

    public static Button accent(String text, @Nullable Feather icon, Runnable act) {
        return of(text, icon, act, "accent");
    }

    public static Button plain(String text, @Nullable Feather icon, Runnable act) {
        return of(text, icon, act);
    }

    public static Button flat(String text, @Nullable Feather icon, Runnable act) {
        return of(text, icon, act, "flat");
    }

    /** 24 high, for rows and panels. */
    public static Button small(String text, @Nullable Feather icon, Runnable act) {
        return of(text, icon, act, "small");
    }

    public static Button danger(String text, @Nullable Feather icon, Runnable act) {
        return of(text, icon, act, "danger", "button-outlined");
    }

    /** An icon alone; its word is the tooltip and what a screen reader says. */
    public static Button icon(String word, Feather icon, Runnable act, String... styleClasses) {
        var button = of("", icon, act, styleClasses);
        button.getStyleClass().add("button-icon");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setTooltip(new Tooltip(word));
        button.setAccessibleText(word);
        return button;
    }

    /** A flat icon of 32, or of 24 with the class {@code small}. */
    public static Button flatIcon(String word, Feather icon, Runnable act, String... styleClasses) {
        var button = icon(word, icon, act, styleClasses);
        button.getStyleClass().add("flat");
        return button;
    }

    private static Button of(String text, @Nullable Feather icon, Runnable act, String... styleClasses) {
        var button = icon == null ? new Button(text) : new Button(text, Icons.of(icon));
        button.getStyleClass().addAll(styleClasses);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
