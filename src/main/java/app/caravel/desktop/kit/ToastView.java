package app.caravel.desktop.kit;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

/** A toast as it looks: 392 wide, icon, a strong line, a line of help, links, and a way to close it. */
public final class ToastView extends HBox {

    public ToastView(Ui ui, Toasts.Toast toast, Runnable close) {
        super(12);
        getStyleClass().add("toast");
        setAlignment(Pos.TOP_LEFT);
        Space.width(this, 392);
        setMaxHeight(USE_PREF_SIZE);
        var words = new VBox(2, Words.wrapped(Words.strong(toast.title())));
        if (toast.help() != null && !toast.help().isBlank()) {
            words.getChildren().add(Words.wrapped(Words.help(toast.help())));
        }
        words.setMinWidth(0);
        getChildren().addAll(Icons.of(icon(toast), iconClass(toast.meaning())), Space.grow(words));
        for (var link : toast.links()) {
            var act = Words.link(link.word(), () -> {
                close.run();
                link.act().run();
            });
            act.setMinWidth(USE_PREF_SIZE); // a long sentence wraps, the act is read whole
            getChildren().add(act);
        }
        getChildren().add(Buttons.flatIcon(ui.text("kit.close"), Feather.X, close, "small"));
    }

    private static Feather icon(Toasts.Toast toast) {
        if (toast.icon() != null) {
            return toast.icon();
        }
        return switch (toast.meaning()) {
            case GOOD -> Feather.CHECK_CIRCLE;
            case PLAIN -> Feather.INFO;
            case ATTENTION -> Feather.ALERT_TRIANGLE;
            case BAD -> Feather.ALERT_CIRCLE;
        };
    }

    private static String iconClass(Toasts.Meaning meaning) {
        return switch (meaning) {
            case GOOD -> "person";
            case PLAIN -> "muted";
            case ATTENTION -> "scheduled";
            case BAD -> "bounce";
        };
    }
}
