package app.caravel.desktop.today;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.feather.Feather;

import app.caravel.desktop.kit.Buttons;
import app.caravel.desktop.kit.Icons;
import app.caravel.desktop.kit.Space;
import app.caravel.desktop.kit.Ui;
import app.caravel.desktop.kit.Words;

/** Something that needs the person: what, why, and where it is mended. */
final class NeedRow extends HBox {

    NeedRow(Ui ui, Day.Need need) {
        super(12);
        setAlignment(Pos.TOP_LEFT);
        setPadding(new Insets(12, 15, 12, 15));
        var words = Space.column(2, Words.wrapped(Words.body(ui.text(need.what()))), Words.wrapped(Words.help(ui.text(need.detail()))));
        words.setMinWidth(0);
        var icon = switch (need.gravity()) {
            case BAD -> Icons.of(Feather.ALERT_CIRCLE, "bounce");
            case QUESTION -> Icons.of(Feather.HELP_CIRCLE, "scheduled");
            case HINT -> Icons.of(Feather.INFO, "proxy");
        };
        getChildren().addAll(icon, Space.grow(words), Buttons.small(ui.text(need.actKey()), null, () -> ui.go(need.place())));
    }
}
