package app.caravel.desktop.kit;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, 16 high, in the colour of their style class: {@code subtle, accent, person, likely, proxy, bounce, reply, scheduled}. */
public final class Icons {

    private Icons() {}

    public static FontIcon of(Feather icon, String... styleClasses) {
        var node = new FontIcon(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }
}
